import type { DecisionPointId, Option } from '@archwright/model';
import type { Evaluation } from './prepared-option.ts';

/**
 * What a partial or whole design adds up to, as one row of numbers: the search makes and compares thousands, and a row needs no
 * memory of its own for each number. Every place adds up but STORE: of the stores a request waits for one, so the slowest counts.
 */
export type Sums = Float64Array;

export const TOTAL = 0;
export const MONTHLY = 1;
export const BUILD = 2;
export const RUN = 3;
/** p99 of the parts every request passes, s. */
export const PATH = 4;
/** p99 of the slowest store, s. */
export const STORE = 5;
/** −ln of the availability: adds up where availabilities multiply, and less is better like everywhere else. */
export const LOSS = 6;
export const PARTS = 7;
const LENGTH = 8;

export const nothing = (): Sums => new Float64Array(LENGTH);

/** The identity of `lower`: no option adds this much. */
export const impossible = (): Sums => new Float64Array(LENGTH).fill(Infinity);

const STORES: ReadonlySet<DecisionPointId> = new Set(['cache', 'primary-store', 'append-store', 'search-store', 'blob-store']);
export const isStore = (point: DecisionPointId): boolean => STORES.has(point);

/** What one option adds to a design. */
export function additionOf({ decision, parts }: Option, evaluation: Evaluation): Sums {
  const sums = nothing();
  sums[TOTAL] = evaluation.total;
  sums[MONTHLY] = evaluation.monthly;
  sums[BUILD] = evaluation.build;
  sums[RUN] = evaluation.run;
  sums[isStore(decision) ? STORE : PATH] = evaluation.latencyP99;
  sums[LOSS] = -Math.log(evaluation.availability);
  sums[PARTS] = parts;
  return sums;
}

/** `into` becomes a + b; it may be one of them. */
export function add(a: Sums, b: Sums, into: Sums): void {
  const slowest = Math.max(a[STORE]!, b[STORE]!);
  for (let place = 0; place < LENGTH; place += 1) into[place] = a[place]! + b[place]!;
  into[STORE] = slowest;
}

/** `into` becomes the more favourable of itself and b, place by place. */
export function lower(b: Sums, into: Sums): void {
  for (let place = 0; place < LENGTH; place += 1) into[place] = Math.min(into[place]!, b[place]!);
}

export const latencyOf = (sums: Sums): number => sums[PATH]! + sums[STORE]!;
