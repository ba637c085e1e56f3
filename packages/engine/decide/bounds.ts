import { EXPORT_NAMES, EXPORT_SLOTS, type Evaluation, evaluateOption, FAVOURABLE_WHEN_HIGH, optionValues, type PreparedOption } from './prepared-option.ts';
import type { SpacePoint } from './space.ts';

/** What a partial or whole design adds up to. */
export interface Sums {
  readonly total: number;
  readonly monthly: number;
  readonly build: number;
  readonly run: number;
  readonly latencyP99: number;
  readonly logAvailability: number;
  readonly parts: number;
}
export const NOTHING: Sums = { total: 0, monthly: 0, build: 0, run: 0, latencyP99: 0, logAvailability: 0, parts: 0 };
const IMPOSSIBLE: Sums = { total: Infinity, monthly: Infinity, build: Infinity, run: Infinity, latencyP99: Infinity, logAvailability: -Infinity, parts: Infinity };

export const plus = (sums: Sums, evaluation: Evaluation, parts: number): Sums => ({
  total: sums.total + evaluation.total, monthly: sums.monthly + evaluation.monthly, build: sums.build + evaluation.build, run: sums.run + evaluation.run,
  latencyP99: sums.latencyP99 + evaluation.latencyP99, logAvailability: sums.logAvailability + Math.log(evaluation.availability), parts: sums.parts + parts,
});
export const addSums = (a: Sums, b: Sums): Sums => ({
  total: a.total + b.total, monthly: a.monthly + b.monthly, build: a.build + b.build, run: a.run + b.run,
  latencyP99: a.latencyP99 + b.latencyP99, logAvailability: a.logAvailability + b.logAvailability, parts: a.parts + b.parts,
});

/** An option with its words as numbers, so that the search compares integers. */
export interface Worded {
  readonly prepared: PreparedOption;
  readonly brings: readonly number[];
  readonly conflicts: readonly number[];
  readonly requires: readonly number[];
}

/** Keys of maps are numbers made of at most this many bits; past it two keys could be one. */
const KEY_BITS = 52;
const VALUE_BITS = 7;

/**
 * What all searches on one problem share: words as numbers, evaluations, and for each point the least that its options add
 * under what is already decided. Pinning a point to one option changes that point's least and nothing else.
 */
export class Bounds {
  readonly points: readonly { readonly id: SpacePoint['id']; readonly options: readonly Worded[]; readonly reads: readonly number[]; readonly required: readonly number[] }[];
  readonly shared: Float64Array;
  /** Last point that can bring a word; -1 where none can. */
  readonly lastBringer: number[] = [];
  readonly #words = new Map<string, number>();
  readonly #evaluations = new Map<PreparedOption, Map<number, Evaluation>>();
  readonly #valueNumbers = EXPORT_NAMES.map(() => new Map<number, number>());
  readonly #favourable: Float64Array;
  /** First depth at which an export is settled: no point from there on sets it. */
  readonly #settledFrom: readonly number[];
  readonly #least = new Map<Worded | number, Map<number | string, Sums>>();

  constructor(points: readonly SpacePoint[], shared: Float64Array) {
    this.shared = shared;
    const ids = (words: readonly string[]) => words.map((word) => this.wordOf(word));
    this.points = points.map(({ id, options }, index) => {
      const worded = options.map((prepared): Worded => {
        const { option } = prepared;
        const brings = ids([option.id, ...option.tags, ...option.provides]);
        for (const word of brings) this.lastBringer[word] = index;
        return { prepared, brings, conflicts: ids(option.conflicts), requires: ids(option.requires) };
      });
      const reads = EXPORT_NAMES.flatMap((_, at) => (options.some((prepared) => prepared.reads.includes(at)) ? [at] : []));
      return { id, options: worded, reads, required: [...new Set(worded.flatMap(({ requires }) => requires))] };
    });
    this.#settledFrom = EXPORT_NAMES.map((_, at) => 1 + points.findLastIndex(({ options }) => options.some(({ exports }) => exports.some(({ index }) => index === at))));
    this.#favourable = this.#favourableExports(points);
  }

  wordOf(word: string): number {
    let id = this.#words.get(word);
    if (id === undefined) {
      this.#words.set(word, (id = this.#words.size));
      this.lastBringer[id] ??= -1;
    }
    return id;
  }

  get wordCount(): number {
    return this.#words.size;
  }

  evaluate(prepared: PreparedOption, values: Float64Array): Evaluation {
    let known = this.#evaluations.get(prepared);
    if (!known) this.#evaluations.set(prepared, (known = new Map()));
    const key = this.keyOf(prepared.reads, values);
    let found = known.get(key);
    if (!found) known.set(key, (found = evaluateOption(prepared, values)));
    return found;
  }

  /** A number for the values of some exports, the same for the same values. */
  keyOf(reads: readonly number[], values: Float64Array): number {
    let key = 0;
    for (const index of reads) {
      const numbers = this.#valueNumbers[index]!;
      const value = values[EXPORT_SLOTS[index]!]!;
      let number = numbers.get(value);
      if (number === undefined) {
        if (numbers.size >> VALUE_BITS > 0) throw new Error(`more than ${2 ** VALUE_BITS} values of ${EXPORT_NAMES[index]} in one problem`);
        numbers.set(value, (number = numbers.size));
      }
      key = key * 2 ** VALUE_BITS + number;
    }
    return key;
  }

  /**
   * The least that one point adds when the points before `decided` are chosen: undecided exports at their most favourable,
   * options left out whose requirements can no longer come. `only` pins the point to one option.
   */
  least(index: number, only: Worded | undefined, decided: number, present: Uint8Array, values: Float64Array): Sums {
    const { options, reads, required } = this.points[index]!;
    const settled = reads.filter((at) => this.#settledFrom[at]! <= decided);
    const awaited = required.filter((word) => this.lastBringer[word]! < decided);
    const owner = only ?? index;
    let known = this.#least.get(owner);
    if (!known) this.#least.set(owner, (known = new Map()));
    const key = leastKey(awaited, settled, present, this.keyOf(settled, values), decided);
    let sums = known.get(key);
    if (!sums) known.set(key, (sums = this.#leastOf(only ? [only] : options, settled, reads, decided, present, values)));
    return sums;
  }

  #leastOf(options: readonly Worded[], settled: readonly number[], reads: readonly number[], decided: number, present: Uint8Array, values: Float64Array): Sums {
    const optimistic = values.slice();
    for (const at of reads) if (!settled.includes(at)) optimistic[EXPORT_SLOTS[at]!] = this.#favourable[at]!;
    let least = IMPOSSIBLE;
    for (const { prepared, requires } of options) {
      if (requires.some((word) => !present[word] && this.lastBringer[word]! < decided)) continue;
      const one = this.evaluate(prepared, optimistic);
      // Limits only tighten as exports turn less favourable (a law of the catalogue): what exceeds one here exceeds it everywhere.
      if (one.exceeded >= 0) continue;
      const { parts } = prepared.option;
      least = {
        total: Math.min(least.total, one.total), monthly: Math.min(least.monthly, one.monthly), build: Math.min(least.build, one.build), run: Math.min(least.run, one.run),
        latencyP99: Math.min(least.latencyP99, one.latencyP99), logAvailability: Math.max(least.logAvailability, Math.log(one.availability)), parts: Math.min(least.parts, parts),
      };
    }
    return least;
  }

  #favourableExports(points: readonly SpacePoint[]): Float64Array {
    const favourable = new Float64Array(EXPORT_NAMES.length);
    EXPORT_NAMES.forEach((name, at) => {
      const found = points.flatMap(({ options }) => options.flatMap((prepared) => prepared.exports.filter(({ index }) => index === at).map(({ compute }) => compute(optionValues(prepared, this.shared)))));
      const all = [this.shared[EXPORT_SLOTS[at]!]!, ...found];
      favourable[at] = FAVOURABLE_WHEN_HIGH.includes(name) ? Math.max(...all) : Math.min(...all);
    });
    return favourable;
  }
}

/** Exact for any number of words: a number while its bits fit, text beyond. */
function leastKey(awaited: readonly number[], settled: readonly number[], present: Uint8Array, reads: number, decided: number): number | string {
  if (awaited.length + settled.length * VALUE_BITS + 6 > KEY_BITS) return `${awaited.map((word) => (present[word] ? 1 : 0)).join('')}|${reads}|${decided}`;
  let words = 0;
  for (const word of awaited) words = words * 2 + (present[word] ? 1 : 0);
  return (words * 2 ** (settled.length * VALUE_BITS) + reads) * 64 + decided;
}

/** Puts an option's exports into the shared values. */
export function applyExports(prepared: PreparedOption, values: Float64Array): void {
  if (prepared.exports.length === 0) return;
  const own = optionValues(prepared, values);
  for (const { index, compute } of prepared.exports) values[EXPORT_SLOTS[index]!] = compute(own);
}
