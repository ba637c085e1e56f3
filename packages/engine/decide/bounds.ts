import {
  EXPORT_NAMES,
  EXPORT_SLOTS,
  type Evaluation,
  evaluateOption,
  FAVOURABLE_WHEN_HIGH,
  optionValues,
  type PreparedOption,
} from './prepared-option.ts';
import type { DecisionPointId, Option, Problem } from '@archwright/model';
import type { SpacePoint } from './space.ts';

/** What a partial or whole design adds up to. */
export interface Sums {
  readonly total: number;
  readonly monthly: number;
  readonly build: number;
  readonly run: number;
  /** Parts every request passes add up; of the stores a request waits for one, so the slowest counts. */
  readonly pathP99: number;
  readonly storeP99: number;
  readonly logAvailability: number;
  readonly parts: number;
}
export const NOTHING: Sums = { total: 0, monthly: 0, build: 0, run: 0, pathP99: 0, storeP99: 0, logAvailability: 0, parts: 0 };
const IMPOSSIBLE: Sums = {
  total: Infinity,
  monthly: Infinity,
  build: Infinity,
  run: Infinity,
  pathP99: Infinity,
  storeP99: Infinity,
  logAvailability: -Infinity,
  parts: Infinity,
};

const STORES: ReadonlySet<DecisionPointId> = new Set(['cache', 'primary-store', 'append-store', 'search-store', 'blob-store']);
export const isStore = (point: DecisionPointId): boolean => STORES.has(point);
export const latencyOf = ({ pathP99, storeP99 }: Sums): number => pathP99 + storeP99;

export const plus = (sums: Sums, evaluation: Evaluation, { decision, parts }: Option): Sums => ({
  total: sums.total + evaluation.total,
  monthly: sums.monthly + evaluation.monthly,
  build: sums.build + evaluation.build,
  run: sums.run + evaluation.run,
  pathP99: sums.pathP99 + (isStore(decision) ? 0 : evaluation.latencyP99),
  storeP99: isStore(decision) ? Math.max(sums.storeP99, evaluation.latencyP99) : sums.storeP99,
  logAvailability: sums.logAvailability + Math.log(evaluation.availability),
  parts: sums.parts + parts,
});
export const addSums = (a: Sums, b: Sums): Sums => ({
  total: a.total + b.total,
  monthly: a.monthly + b.monthly,
  build: a.build + b.build,
  run: a.run + b.run,
  pathP99: a.pathP99 + b.pathP99,
  storeP99: Math.max(a.storeP99, b.storeP99),
  logAvailability: a.logAvailability + b.logAvailability,
  parts: a.parts + b.parts,
});

/** An option with its words as numbers, so that the search compares integers. */
export interface Worded {
  readonly prepared: PreparedOption;
  readonly brings: readonly number[];
  readonly conflicts: readonly number[];
  readonly requires: readonly number[];
}

const compatible = (a: Worded, b: Worded): boolean =>
  !a.conflicts.some((word) => b.brings.includes(word)) && !b.conflicts.some((word) => a.brings.includes(word));

/** Keys of maps are numbers made of at most this many bits; past it two keys could be one. */
const KEY_BITS = 52;
const VALUE_BITS = 7;

/**
 * What all searches on one problem share: words as numbers, evaluations, and for each point the least that its options add
 * under what is already decided.
 */
export class Bounds {
  readonly points: readonly {
    readonly id: SpacePoint['id'];
    readonly options: readonly Worded[];
    readonly reads: readonly number[];
    readonly required: readonly number[];
  }[];
  readonly shared: Float64Array;
  /** Last point that can bring a word; -1 where none can. */
  readonly lastBringer: number[] = [];
  readonly #words = new Map<string, number>();
  readonly #evaluations = new Map<PreparedOption, Map<number, Evaluation>>();
  readonly #valueNumbers = EXPORT_NAMES.map(() => new Map<number, number>());
  readonly #favourable: Float64Array;
  /** First depth at which an export is settled: no point from there on sets it. */
  readonly #settledFrom: readonly number[];
  readonly #least = new Map<readonly Worded[], Map<number | string, Sums>>();

  readonly #incumbent: Problem['incumbent'];
  readonly #rate: number;

  constructor(points: readonly SpacePoint[], shared: Float64Array, problem: Pick<Problem, 'incumbent' | 'demand'>) {
    this.shared = shared;
    this.#incumbent = problem.incumbent;
    this.#rate = problem.demand.hourlyRate;
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
    this.#settledFrom = EXPORT_NAMES.map(
      (_, at) =>
        1 + points.findLastIndex(({ options }) => options.some(({ exports }) => exports.some(({ index }) => index === at))),
    );
    this.#favourable = this.#favourableExports(points);
  }

  /**
   * The options left at every point when one is settled: what excludes it or is excluded by it goes, and where only one point
   * can bring a word that all options left at another require, that point keeps only the bringers.
   */
  settle(index: number, only: Worded): readonly (readonly Worded[])[] {
    const left: (readonly Worded[])[] = this.points.map(({ options }, at) =>
      at === index ? [only] : options.filter((other) => compatible(only, other)),
    );
    for (let changed = true; changed;) {
      changed = false;
      for (const options of left) {
        const common = options[0]?.requires.filter((word) => options.every(({ requires }) => requires.includes(word))) ?? [];
        for (const word of common) {
          const bringers = left.flatMap((others, at) => (others.some(({ brings }) => brings.includes(word)) ? [at] : []));
          const [at] = bringers;
          if (at === undefined || bringers.length > 1) continue;
          const kept = left[at]!.filter(({ brings }) => brings.includes(word));
          if (kept.length < left[at]!.length) {
            left[at] = kept;
            changed = true;
          }
        }
      }
    }
    return left.map((options, at) => (options.length === this.points[at]!.options.length ? this.points[at]!.options : options));
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
    if (!found) known.set(key, (found = this.#moved(prepared, evaluateOption(prepared, values))));
    return found;
  }

  /** Beside a running design: what stays is built, what changes has to be moved. */
  #moved({ option }: PreparedOption, evaluation: Evaluation): Evaluation {
    const running = this.#incumbent?.options[option.decision];
    if (running === undefined) return evaluation;
    const hours = running === option.id ? -evaluation.build : (this.#incumbent!.switching[option.decision] ?? 0);
    return { ...evaluation, build: evaluation.build + hours, total: evaluation.total + hours * this.#rate };
  }

  /** A number for the values of some exports, the same for the same values. */
  keyOf(reads: readonly number[], values: Float64Array): number {
    let key = 0;
    for (const index of reads) {
      const numbers = this.#valueNumbers[index]!;
      const value = values[EXPORT_SLOTS[index]!]!;
      let number = numbers.get(value);
      if (number === undefined) {
        if (numbers.size >> VALUE_BITS > 0)
          throw new Error(`more than ${2 ** VALUE_BITS} values of ${EXPORT_NAMES[index]} in one problem`);
        numbers.set(value, (number = numbers.size));
      }
      key = key * 2 ** VALUE_BITS + number;
    }
    return key;
  }

  /**
   * The least that one point adds when the points before `decided` are chosen: undecided exports at their most favourable,
   * options left out whose requirements can no longer come.
   *
   * @param options - those of the point that may be taken
   */
  least(index: number, options: readonly Worded[], decided: number, present: Uint8Array, values: Float64Array): Sums {
    const { reads, required } = this.points[index]!;
    const settled = reads.filter((at) => this.#settledFrom[at]! <= decided);
    const awaited = required.filter((word) => this.lastBringer[word]! < decided);
    let known = this.#least.get(options);
    if (!known) this.#least.set(options, (known = new Map()));
    const key = leastKey(awaited, settled, present, this.keyOf(settled, values), decided);
    let sums = known.get(key);
    if (!sums) known.set(key, (sums = this.#leastOf(options, settled, reads, decided, present, values)));
    return sums;
  }

  #leastOf(
    options: readonly Worded[],
    settled: readonly number[],
    reads: readonly number[],
    decided: number,
    present: Uint8Array,
    values: Float64Array,
  ): Sums {
    const optimistic = values.slice();
    for (const at of reads) if (!settled.includes(at)) optimistic[EXPORT_SLOTS[at]!] = this.#favourable[at]!;
    let least = IMPOSSIBLE;
    for (const { prepared, requires } of options) {
      if (requires.some((word) => !present[word] && this.lastBringer[word]! < decided)) continue;
      const one = this.evaluate(prepared, optimistic);
      // Limits only tighten as exports turn less favourable (a law of the catalogue): what exceeds one here exceeds it everywhere.
      if (one.exceeded >= 0) continue;
      const { parts, decision } = prepared.option;
      const store = isStore(decision);
      least = {
        total: Math.min(least.total, one.total),
        monthly: Math.min(least.monthly, one.monthly),
        build: Math.min(least.build, one.build),
        run: Math.min(least.run, one.run),
        pathP99: store ? 0 : Math.min(least.pathP99, one.latencyP99),
        storeP99: store ? Math.min(least.storeP99, one.latencyP99) : 0,
        logAvailability: Math.max(least.logAvailability, Math.log(one.availability)),
        parts: Math.min(least.parts, parts),
      };
    }
    return least;
  }

  #favourableExports(points: readonly SpacePoint[]): Float64Array {
    const favourable = new Float64Array(EXPORT_NAMES.length);
    EXPORT_NAMES.forEach((name, at) => {
      const found = points.flatMap(({ options }) =>
        options.flatMap((prepared) =>
          prepared.exports.filter(({ index }) => index === at).map(({ compute }) => compute(optionValues(prepared, this.shared))),
        ),
      );
      const all = [this.shared[EXPORT_SLOTS[at]!]!, ...found];
      favourable[at] = FAVOURABLE_WHEN_HIGH.includes(name) ? Math.max(...all) : Math.min(...all);
    });
    return favourable;
  }
}

/** Exact for any number of words: a number while its bits fit, text beyond. */
function leastKey(
  awaited: readonly number[],
  settled: readonly number[],
  present: Uint8Array,
  reads: number,
  decided: number,
): number | string {
  if (awaited.length + settled.length * VALUE_BITS + 6 > KEY_BITS)
    return `${awaited.map((word) => (present[word] ? 1 : 0)).join('')}|${reads}|${decided}`;
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
