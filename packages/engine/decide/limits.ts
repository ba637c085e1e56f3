import type { Constraints } from '@archwright/model';
import { BUILD, latencyOf, LOSS, MONTHLY, PARTS, RUN, type Sums, TIMES, TOTAL } from './sums.ts';

export type CrossConstraint = 'budget' | 'runHours' | 'buildHours' | 'availability' | 'latency';
export type Objective = 'total' | 'monthly' | 'run' | 'build' | 'unavailability' | 'latencyP99';

export interface SearchRequest {
  /** Cross constraints to leave out: to find which of them stands in the way. */
  readonly relax?: readonly CrossConstraint[];
  /** What is made small; `total` unless a limit is being explored. */
  readonly objective?: Objective;
}

export const EPSILON = 1e-9;
/** Ties go to fewer moving parts: a part counts as this much, less than any price difference a reader would notice. */
const PART_WEIGHT = 0.01;

const VALUE_OF: Readonly<Record<Objective, (sums: Sums) => number>> = {
  total: (sums) => sums[TOTAL]! + PART_WEIGHT * sums[PARTS]!,
  monthly: (sums) => sums[MONTHLY]!,
  run: (sums) => sums[RUN]!,
  build: (sums) => sums[BUILD]!,
  unavailability: (sums) => sums[LOSS]!,
  latencyP99: latencyOf,
};

/** What a search makes small, and within what. */
export interface Goal {
  valueOf(sums: Sums): number;
  /** Whether sums break a limit on the whole design. Sums only grow, so a partial design that breaks one is lost. */
  breaks(sums: Sums): boolean;
  /** Places of the sums that decide beside the value: those with a limit, and both parts of a latency. */
  readonly places: readonly number[];
}

export function goalOf(constraints: Constraints, { relax = [], objective = 'total' }: SearchRequest): Goal {
  const limit = (name: CrossConstraint): number => (relax.includes(name) ? undefined : constraints[name]) ?? Infinity;
  const [monthly, run, build, latency] = [limit('budget'), limit('runHours'), limit('buildHours'), limit('latency')];
  const loss = relax.includes('availability') ? Infinity : -Math.log(constraints.availability ?? 0);
  const limited = [
    [MONTHLY, monthly],
    [RUN, run],
    [BUILD, build],
    [LOSS, loss],
    ...TIMES.map((place) => [place, objective === 'latencyP99' ? 0 : latency] as const),
  ] as const;
  return {
    valueOf: VALUE_OF[objective],
    breaks: (sums) =>
      sums[TOTAL] === Infinity ||
      sums[MONTHLY]! > monthly + EPSILON ||
      sums[RUN]! > run + EPSILON ||
      sums[BUILD]! > build + EPSILON ||
      latencyOf(sums) > latency + EPSILON ||
      sums[LOSS]! > loss + EPSILON,
    places: limited.flatMap(([place, most]) => (most < Infinity ? [place] : [])),
  };
}
