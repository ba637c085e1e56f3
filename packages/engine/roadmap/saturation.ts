import type { Problem } from '@archwright/model';
import { applyExports, exceeds, prepareOption, sharedValues, withLines } from '../decide/prepared-option.ts';
import type { Candidate } from '../decide/search.ts';
import { scaleDemand } from './scale-demand.ts';

export interface Saturation {
  readonly option: string;
  readonly optionName: string;
  readonly limit: string;
  /** Index of the limit in the option. */
  readonly index: number;
  /** Multiple of today's load at which it is reached. */
  readonly factor: number;
}

const FARTHEST = 10_000;
const STEPS = 50;

/** Whether one limit of one chosen option is exceeded at a multiple of the load, every earlier choice staying. */
function exceedsAt(candidate: Candidate, problem: Problem, choice: number, index: number, factor: number): boolean {
  const values = sharedValues(scaleDemand(problem.demand, factor));
  for (const { option } of candidate.choices.slice(0, choice)) applyExports(prepareOption(option), values);
  const prepared = prepareOption(candidate.choices[choice]!.option);
  return exceeds(prepared, index, withLines(prepared, values));
}

/** The limits of the chosen options in the order in which growing load reaches them (bisection on the load). */
export function saturations(candidate: Candidate, problem: Problem): readonly Saturation[] {
  return candidate.choices
    .flatMap(({ option }, choice) =>
      option.limits.flatMap((line, index): Saturation[] => {
        if (!exceedsAt(candidate, problem, choice, index, FARTHEST)) return [];
        let [below, above] = [1, FARTHEST];
        for (let step = 0; step < STEPS && above / below > 1.001; step += 1) {
          const middle = Math.sqrt(below * above);
          if (exceedsAt(candidate, problem, choice, index, middle)) above = middle;
          else below = middle;
        }
        return [{ option: option.id, optionName: option.name, limit: line.label, index, factor: below }];
      }),
    )
    .sort((a, b) => a.factor - b.factor);
}
