import type { FigureBook } from '@archwright/kernel';
import type { Catalogue, Decision, Pin, Reading } from '@archwright/model';
import type { Workload } from '../workload/workload.ts';
import { type Conflict, explainConflict } from './conflict.ts';
import { type Ledger, recordDesign } from './ledger.ts';
import { MOST_LENIENT } from './limit-figures.ts';
import { type Posed, poseProblem } from './pose-problem.ts';
import { type Candidate, Solver } from './search.ts';
import { openSpace, type Space } from './space.ts';
import { judgePoint } from './verdicts.ts';

export interface Decided {
  readonly posed: Posed;
  readonly space: Space;
  readonly solver: Solver;
  readonly best: Candidate;
  readonly ledger: Ledger;
  readonly decisions: readonly Decision[];
}

export type DecideOutcome = Decided | { readonly conflict: readonly Conflict[]; readonly posed: Posed };

/** The cheapest feasible design with every option's verdict, or the smallest set of constraints that conflict. */
export function decide(
  reading: Reading,
  workload: Workload,
  catalogue: Catalogue,
  book: FigureBook,
  pinned: readonly Pin[] = [],
): DecideOutcome {
  const { posed, space, solver, best } = solveLeniently(reading, workload, catalogue, book, pinned);
  if (!best) return { conflict: explainConflict(posed, catalogue), posed };
  const ledger = recordDesign(best, workload, book);
  const context = { posed, space, solver, best, ledger, book, catalogue };
  const decisions = catalogue.decisionPoints.flatMap((point) => judgePoint(point, context) ?? []);
  return { posed, space, solver, best, ledger, decisions };
}

/** What is stated stands. What is only expected gives way, step by step, where no design meets both. */
function solveLeniently(...[reading, workload, catalogue, book, pinned]: Required<Parameters<typeof decide>>) {
  for (let leniency = 0; ; leniency += 1) {
    const posed = poseProblem(reading, workload, catalogue, book, pinned, leniency);
    const space = openSpace(posed.problem, catalogue);
    const solver = new Solver(space, posed.problem);
    const best = solver.best();
    const expects = posed.limits.availability?.origin === 'assumed';
    if (best || !expects || leniency === MOST_LENIENT) return { posed, space, solver, best };
  }
}
