import type { FigureBook } from '@archwright/kernel';
import type { Catalogue, Decision, Pin, Reading, Requirement } from '@archwright/model';
import type { Workload } from '../workload/workload.ts';
import { type Conflict, explainConflict } from './conflict.ts';
import { type Ledger, recordDesign } from './ledger.ts';
import { leniently } from './leniently.ts';
import { PinnedAnswers } from './pinned-answers.ts';
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
  const asked = solveLeniently(reading, workload, catalogue, book, pinned);
  const wish = asked.found ? undefined : patternWish(reading, asked.posed);
  const { posed, found } = wish ? solveLeniently(without(reading, wish), workload, catalogue, book, pinned) : asked;
  if (!found) return { conflict: explainConflict(asked.posed, catalogue), posed: asked.posed };
  const { space, solver, best } = found;
  const ledger = recordDesign(best, workload, book);
  const context = { posed, space, solver, best, answers: new PinnedAnswers(best), ledger, book, catalogue };
  const decisions = catalogue.decisionPoints.flatMap((point) => judgePoint(point, context) ?? []);
  return { posed, space, solver, best, ledger, decisions: wish ? departing(decisions, wish) : decisions };
}

/** A pattern that the brief wishes for, with the options that would be it. */
interface Wish {
  readonly requirement: Requirement;
  readonly options: readonly string[];
}

/** The wish for a pattern, where there is one: it says how something is to be built, and yields to what is to be built. */
function patternWish({ requirements }: Reading, { problem }: Posed): Wish | undefined {
  const pin = problem.constraints.pinned.find(({ decision }) => decision === 'pattern');
  const requirement = requirements.find(({ id, key }) => key === 'preference' && pin?.requirement === id);
  return pin && requirement && { requirement, options: pin.options };
}

const without = (reading: Reading, { requirement }: Wish): Reading => ({
  ...reading,
  requirements: reading.requirements.filter((one) => one !== requirement),
});

/** Says at the pattern what was wished for and why no design has it. */
const departing = (decisions: readonly Decision[], { requirement, options }: Wish): readonly Decision[] =>
  decisions.map((decision) => {
    if (decision.id !== 'pattern') return decision;
    const wished = decision.options.filter(({ id }) => options.includes(id));
    const reasons = wished.map(({ name, reason }) => `${name}: ${reason}`);
    return {
      ...decision,
      departure: `${requirement.statement}; ${reasons.join('. ')}`,
      requirements: [...decision.requirements, requirement.id],
      existing: requirement.id,
    };
  });

function solveLeniently(...[reading, workload, catalogue, book, pinned]: Required<Parameters<typeof decide>>) {
  return leniently(
    (leniency) => poseProblem(reading, workload, catalogue, book, pinned, leniency),
    ({ problem }) => {
      const space = openSpace(problem, catalogue);
      const solver = new Solver(space, problem);
      const best = solver.best();
      return best && { space, solver, best };
    },
  );
}
