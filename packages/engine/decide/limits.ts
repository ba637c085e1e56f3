import type { Constraints, DecisionPointId, Option } from '@archwright/model';
import { BUILD, latencyOf, LOSS, MONTHLY, PATH_MEAN, PRICED, RUN, type Sums, TIMES, TOTAL, valueOf } from './sums.ts';

export type CrossConstraint = 'budget' | 'runHours' | 'buildHours' | 'availability' | 'latency';
export type Objective = 'total' | 'monthly' | 'run' | 'build' | 'unavailability' | 'latencyP99';

/** What is chosen at each point. */
export type Nearby = readonly { readonly point: DecisionPointId; readonly option: Option }[];

export interface SearchRequest {
  /** Cross constraints to leave out: to find which of them stands in the way. */
  readonly relax?: readonly CrossConstraint[];
  /** What is made small; `total` unless a limit is being explored. */
  readonly objective?: Objective;
  /** Nodes after which limits that bind get a price; the answer does not depend on it. */
  readonly unpricedNodes?: number;
  /** Designs that may be close to the best: where one stands here too, nothing dearer is looked at. The answer does not depend on them. */
  readonly near?: readonly Nearby[];
  /** Of designs worth the same, the one that is near is the best. */
  readonly prefersNear?: boolean;
}

export const EPSILON = 1e-9;
const VALUE_OF: Readonly<Record<Objective, (sums: Sums) => number>> = {
  total: valueOf,
  monthly: (sums) => sums[MONTHLY]!,
  run: (sums) => sums[RUN]!,
  build: (sums) => sums[BUILD]!,
  unavailability: (sums) => sums[LOSS]!,
  latencyP99: latencyOf,
};

/** Limits that add up along a design, and the place of the sums each bounds. A mean time stays below the p99 that is limited. */
const RATIONED = [
  ['budget', MONTHLY],
  ['runHours', RUN],
  ['buildHours', BUILD],
  ['availability', LOSS],
  ['latency', PATH_MEAN],
] as const;

export const RATIONED_PLACES: readonly number[] = RATIONED.map(([, place]) => place);

/** By rationed place, how much of it a whole design may take; `Infinity` where nothing limits it. */
export const rationsOf = (constraints: Constraints, relax: readonly CrossConstraint[] = []): readonly number[] =>
  RATIONED.map(([name]) => {
    const limit = relax.includes(name) ? undefined : constraints[name];
    return limit === undefined ? Infinity : name === 'availability' ? -Math.log(limit) : limit;
  });

/** What a search makes small, and within what. */
export interface Goal {
  valueOf(sums: Sums): number;
  /** How low the value of a feasible design that adds up to these at least can be: at least `valueOf` of them. */
  boundOf(sums: Sums): number;
  /** Whether sums break a limit on the whole design. Sums only grow, so a partial design that breaks one is lost. */
  breaks(sums: Sums): boolean;
  /** Whether the value of a whole is the sum of its parts': each is then smallest where each part's is. */
  readonly addsUp: boolean;
  /** Whether the value is `valueOf` of the sums, by which the options of a bound are ordered. */
  readonly isOverall: boolean;
  /** The places that limits ration, with the most that a whole design may take of each. */
  readonly rations: readonly { readonly place: number; readonly most: number }[];
  /** Places of the sums that decide beside the value: those with a limit, and both parts of a latency. */
  readonly places: readonly number[];
}

/** @param prices - by rationed place, those in the sums' priced value */
export function goalOf(
  constraints: Constraints,
  { relax = [], objective = 'total' }: SearchRequest,
  prices: readonly number[] = [],
): Goal {
  const rations = rationsOf(constraints, relax);
  const [monthly, run, build, loss, latency] = rations.map((most) => most + EPSILON) as [number, number, number, number, number];
  const timed = latency < Infinity;
  const value = VALUE_OF[objective];
  const credit = rations.reduce((sum, most, at) => (prices[at] ? sum + prices[at] * (most + EPSILON) : sum), 0);
  const isPriced = objective === 'total' && prices.some((price) => price > 0) && credit < Infinity;
  const places: readonly number[] = [
    ...RATIONED_PLACES.filter((place, at) => rations[at]! < Infinity && place !== PATH_MEAN),
    ...(timed || objective === 'latencyP99' ? TIMES : []),
  ];
  return {
    valueOf: value,
    boundOf: isPriced ? (sums) => Math.max(value(sums), sums[PRICED]! - credit) : value,
    breaks: (sums) =>
      sums[TOTAL] === Infinity ||
      sums[MONTHLY]! > monthly ||
      sums[RUN]! > run ||
      sums[BUILD]! > build ||
      sums[LOSS]! > loss ||
      (timed && latencyOf(sums) > latency),
    addsUp: objective !== 'latencyP99',
    isOverall: objective === 'total',
    rations: rations.flatMap((most, at) => (most < Infinity ? [{ place: RATIONED_PLACES[at]!, most }] : [])),
    places,
  };
}
