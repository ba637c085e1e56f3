import type { Problem } from '@archwright/model';
import { Recent } from './recent.ts';
import { type Candidate, Solver } from './search.ts';
import { openSpace, type Options } from './space.ts';

const solved = new WeakMap<Options, Recent<Candidate | undefined>>();
const MOST_KEPT = 256;

/**
 * The best design for a problem, or undefined when nothing is feasible. Robustness, questions, assumptions and the roadmap pose
 * many problems, often the same one again: an answer is a function of the problem and the catalogue, so it is kept.
 *
 * @param near - the best of problems like this one: they shorten the search
 */
export function solve(
  problem: Problem,
  catalogue: Options,
  near: readonly (Candidate | undefined)[] = [],
): Candidate | undefined {
  let kept = solved.get(catalogue);
  if (!kept) solved.set(catalogue, (kept = new Recent(MOST_KEPT)));
  const designs = near.flatMap((candidate) => (candidate ? [candidate.choices] : []));
  return kept.get(JSON.stringify(problem), () => new Solver(openSpace(problem, catalogue), problem).best({ near: designs }));
}
