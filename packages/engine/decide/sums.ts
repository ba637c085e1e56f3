import type { DecisionPointId } from '@archwright/model';
import { p99OfMoments, pathMoments } from '@archwright/simulation';
import { HORIZON, HOURLY_RATE, type PreparedOption } from './prepared-option.ts';

/**
 * What a partial or whole design adds up to, as one row of numbers: the search makes and compares thousands, and a row needs no
 * memory of its own for each number. An array of doubles, not a typed array: one of ten numbers would live outside the heap, which
 * costs more than all the rest of a search. Every place adds up but those of the stores: a request waits for one of them, so the
 * slowest counts.
 */
export type Sums = number[];

export const TOTAL = 0;
export const MONTHLY = 1;
export const BUILD = 2;
export const RUN = 3;
/** Mean (s) and variance (s²) of the time in the parts that every request passes. */
export const PATH_MEAN = 4;
export const PATH_VARIANCE = 5;
/** The same of the slowest store. */
export const STORE_MEAN = 6;
export const STORE_VARIANCE = 7;
/** −ln of the availability: adds up where availabilities multiply, and less is better like everywhere else. */
export const LOSS = 8;
export const PARTS = 9;
/** The value with a price on what binding limits ration (prices.ts): how low the value of a whole design within them can be. */
export const PRICED = 10;
const LENGTH = 11;

/** Ties go to fewer moving parts: a part counts as this much, less than any price difference a reader would notice. */
const PART_WEIGHT = 0.01;

/** What a search makes small unless it explores a limit. */
export const valueOf = (sums: Sums): number => sums[TOTAL]! + PART_WEIGHT * sums[PARTS]!;
export const TIMES = [PATH_MEAN, PATH_VARIANCE, STORE_MEAN, STORE_VARIANCE] as const;

const NOT_WHOLE = 0.5;
/** A row whose copies hold doubles from the start: one of whole numbers would be made anew at the first fraction. */
const rowOf = (value: number): Sums => Array.from({ length: LENGTH }, () => NOT_WHOLE).fill(value);
const NOTHING = rowOf(0);
const IMPOSSIBLE = rowOf(Infinity);

export const nothing = (): Sums => NOTHING.slice();

/** The identity of `lower`: no option adds this much. */
export const impossible = (): Sums => IMPOSSIBLE.slice();

const STORES: ReadonlySet<DecisionPointId> = new Set(['cache', 'primary-store', 'append-store', 'search-store', 'blob-store']);
export const isStore = (point: DecisionPointId): boolean => STORES.has(point);

/**
 * What one option adds to a design, its lines standing in the value array. A row is filled in place: a record of its numbers would
 * give each a place of its own in memory.
 *
 * @param moving - hours to add to those of building: what stays of a running design is built, what changes has to be moved
 * @source total = build × rate + horizon × (infrastructure + run × rate); ADR 0003
 */
export function additionOf(from: PreparedOption, values: Float64Array, moving: (build: number) => number): Sums {
  const sums = nothing();
  const { decision, parts } = from.option;
  let monthly = 0;
  for (const cost of from.costs) monthly += cost(values);
  let build = from.build(values);
  build += moving(build);
  const run = from.run(values);
  sums[TOTAL] = build * values[HOURLY_RATE]! + values[HORIZON]! * (monthly + run * values[HOURLY_RATE]!);
  sums[MONTHLY] = monthly;
  sums[BUILD] = build;
  sums[RUN] = run;
  const p99 = from.latencyP99(values);
  if (p99 > 0) {
    const { mean, variance } = pathMoments({ p50: from.latencyP50(values), p99 });
    sums[isStore(decision) ? STORE_MEAN : PATH_MEAN] = mean;
    sums[isStore(decision) ? STORE_VARIANCE : PATH_VARIANCE] = variance;
  }
  sums[LOSS] = -Math.log(from.availability(values));
  sums[PARTS] = parts;
  return sums;
}

/** `into` becomes a + b; it may be one of them. */
export function add(a: Sums, b: Sums, into: Sums): void {
  const mean = Math.max(a[STORE_MEAN]!, b[STORE_MEAN]!);
  const variance = Math.max(a[STORE_VARIANCE]!, b[STORE_VARIANCE]!);
  for (let place = 0; place < LENGTH; place += 1) into[place] = a[place]! + b[place]!;
  into[STORE_MEAN] = mean;
  into[STORE_VARIANCE] = variance;
}

/** `into` becomes the more favourable of itself and b, place by place. */
export function lower(b: Sums, into: Sums): void {
  for (let place = 0; place < LENGTH; place += 1) into[place] = Math.min(into[place]!, b[place]!);
}

/** p99 of a request: its parts one after the other, slow independently; grows with each of the four places. */
export const latencyOf = (sums: Sums): number =>
  p99OfMoments({ mean: sums[PATH_MEAN]! + sums[STORE_MEAN]!, variance: sums[PATH_VARIANCE]! + sums[STORE_VARIANCE]! });
