import type { Problem } from '@archwright/model';
import {
  applyExports,
  EXPORT_NAMES,
  type Evaluation,
  evaluateOption,
  FAVOURABLE_WHEN_HIGH,
  FIRST_EXPORT,
  type PreparedOption,
  sharedValues,
} from './prepared-option.ts';
import { Recent } from './recent.ts';
import type { Space } from './space.ts';
import { additionOf, impossible, lower, PATH_VARIANCE, STORE_VARIANCE, type Sums } from './sums.ts';
import { has, type Known, type Worded, WordedSpace, type Words } from './worded-space.ts';

/** Values of one export are numbered in this many bits; with all that one option reads they fit an exact number. */
const VALUE_BITS = 7;
/** Keys are exact numbers up to this many bits; past it they become text. */
const KEY_BITS = 52;

/** The exported variables in force, and a small number for each value as the key under which it is known. */
export interface Environment {
  readonly exported: Float64Array;
  readonly numbers: Uint8Array;
}

/** One option in one environment: what it amounts to and adds; it cannot stand where a limit is exceeded. */
export interface Evaluated {
  readonly evaluation: Evaluation;
  readonly addition: Sums;
}

/**
 * What all searches on one demand share: evaluations, and for each point the least that its options add under what is already
 * decided. Limits on the whole design are no part of it.
 */
export class Bounds {
  readonly space: WordedSpace;
  /** The value array that all evaluations use; what is exported is put in before each. */
  readonly #values: Float64Array;
  readonly #start: Environment;
  /** By option, then by the exported values it reads. */
  readonly #evaluations: Map<number, Evaluated>[] = [];
  readonly #valueNumbers = EXPORT_NAMES.map(() => new Map<number, number>());
  readonly #after = new Map<readonly Worded[], Map<string, Environment>>();
  readonly #least = new Map<Known, Map<readonly Worded[], Map<number | string, Sums>>>();
  readonly #incumbent: Problem['incumbent'];
  readonly #rate: number;

  constructor(space: WordedSpace, { demand, incumbent }: Pick<Problem, 'demand' | 'incumbent'>) {
    this.space = space;
    this.#values = sharedValues(demand);
    this.#incumbent = incumbent;
    this.#rate = demand.hourlyRate;
    this.#start = this.#environment();
  }

  /** Before any decision: exports at their neutral defaults. */
  get start(): Environment {
    return this.#start;
  }

  evaluate({ index, prepared }: Worded, environment: Environment): Evaluated {
    const known = (this.#evaluations[index] ??= new Map());
    const key = keyOf(prepared.reads, environment.numbers);
    let found = known.get(key);
    if (!found) {
      const evaluation = this.#moved(prepared, evaluateOption(prepared, this.#valuesIn(environment)));
      known.set(key, (found = { evaluation, addition: additionOf(prepared.option, evaluation) }));
    }
    return found;
  }

  /** The environment of the decisions after an option. */
  after({ prepared }: Worded, before: Environment): Environment {
    if (prepared.exports.length === 0) return before;
    applyExports(prepared, this.#valuesIn(before));
    return this.#environment();
  }

  #valuesIn({ exported }: Environment): Float64Array {
    this.#values.set(exported, FIRST_EXPORT);
    return this.#values;
  }

  /** The exported variables as they stand in the value array. */
  #environment(): Environment {
    const exported = this.#values.slice(FIRST_EXPORT, FIRST_EXPORT + EXPORT_NAMES.length);
    const numbers = new Uint8Array(exported.length);
    for (let at = 0; at < numbers.length; at += 1) numbers[at] = this.#numberOf(at, exported[at]!);
    return { exported, numbers };
  }

  /** Beside a running design: what stays is built, what changes has to be moved. */
  #moved({ option }: PreparedOption, evaluation: Evaluation): Evaluation {
    const running = this.#incumbent?.options[option.decision];
    if (running === undefined) return evaluation;
    const hours = running === option.id ? -evaluation.build : (this.#incumbent!.switching[option.decision] ?? 0);
    return { ...evaluation, build: evaluation.build + hours, total: evaluation.total + hours * this.#rate };
  }

  /** A number for a value of an export, the same for the same value. */
  #numberOf(at: number, value: number): number {
    const known = this.#valueNumbers[at]!;
    let number = known.get(value);
    if (number === undefined) {
      if (known.size >> VALUE_BITS > 0)
        throw new Error(`more than ${2 ** VALUE_BITS} values of ${EXPORT_NAMES[at]} in one problem`);
      known.set(value, (number = known.size));
    }
    return number;
  }

  /**
   * The least that one point adds when the points before some depth are decided: exports still open at their most favourable,
   * options left out whose requirements can no longer come.
   *
   * @param options - those of the point that may be taken
   * @param favourable - the best that each export can be when the point is reached
   */
  least(known: Known, options: readonly Worded[], present: Words, environment: Environment, favourable: Environment): Sums {
    let tables = this.#least.get(known);
    if (!tables) this.#least.set(known, (tables = new Map()));
    let table = tables.get(options);
    if (!table) tables.set(options, (table = new Map()));
    const key = leastKey(known, present, environment.numbers, favourable.numbers);
    let sums = table.get(key);
    if (!sums) {
      const optimistic = known.open.length > 0 ? this.#optimistic(known.open, environment, favourable) : environment;
      table.set(key, (sums = this.#leastOf(known, options, present, optimistic)));
    }
    return sums;
  }

  #optimistic(open: readonly number[], environment: Environment, favourable: Environment): Environment {
    const optimistic = { exported: environment.exported.slice(), numbers: environment.numbers.slice() };
    for (const at of open) {
      optimistic.exported[at] = favourable.exported[at]!;
      optimistic.numbers[at] = favourable.numbers[at]!;
    }
    return optimistic;
  }

  #leastOf({ finalBits, open }: Known, options: readonly Worded[], present: Words, optimistic: Environment): Sums {
    const least = impossible();
    for (const worded of options) {
      if (lacks(worded.requires, finalBits, present)) continue;
      const { evaluation, addition } = this.evaluate(worded, optimistic);
      // Limits only tighten as exports turn less favourable (a law of the catalogue): what exceeds one here exceeds it everywhere.
      if (evaluation.exceeded < 0) lower(addition, least);
    }
    if (open.length > 0) {
      // A time may vary less as it grows: while an export is open only its mean has a least.
      least[PATH_VARIANCE] = Math.min(least[PATH_VARIANCE]!, 0);
      least[STORE_VARIANCE] = Math.min(least[STORE_VARIANCE]!, 0);
    }
    return least;
  }

  /**
   * By point: the best each export can be when it is reached, whatever is chosen before it. An option that leaves an export
   * alone keeps the best of before; formulas of exports are as monotone in what they read as costs are (a law of the catalogue).
   */
  favourable(open: readonly (readonly Worded[])[]): readonly Environment[] {
    const found: Environment[] = [];
    let environment = this.#start;
    for (const options of open) {
      found.push(environment);
      environment = this.#bestAfter(options, environment);
    }
    return found;
  }

  #bestAfter(options: readonly Worded[], before: Environment): Environment {
    if (!options.some(({ prepared }) => prepared.exports.length > 0)) return before;
    let known = this.#after.get(options);
    if (!known) this.#after.set(options, (known = new Map()));
    const key = before.numbers.join();
    let found = known.get(key);
    if (!found) known.set(key, (found = this.#makeBestAfter(options, before)));
    return found;
  }

  #makeBestAfter(options: readonly Worded[], before: Environment): Environment {
    const best = before.exported.slice();
    const each = options.map((worded) => this.after(worded, before).exported);
    for (let at = 0; at < best.length; at += 1) {
      const values = each.map((exported) => exported[at]!);
      best[at] = FAVOURABLE_WHEN_HIGH.includes(EXPORT_NAMES[at]!) ? Math.max(...values) : Math.min(...values);
    }
    this.#values.set(best, FIRST_EXPORT);
    return this.#environment();
  }
}

function keyOf(reads: readonly number[], numbers: Uint8Array): number {
  let key = 0;
  for (const at of reads) key = key * 2 ** VALUE_BITS + numbers[at]!;
  return key;
}

/** Whether a word is asked for that can no longer come and is not there. */
function lacks(requires: Words, final: Words, present: Words): boolean {
  for (let at = 0; at < final.length; at += 1) if (requires[at]! & final[at]! & ~present[at]!) return true;
  return false;
}

/** Exact for any number of words: a number while its bits fit, text beyond. Exports still open count as the best they can be. */
function leastKey({ final, reads, open }: Known, present: Words, numbers: Uint8Array, best: Uint8Array): number | string {
  let read = 0;
  for (const at of reads) read = read * 2 ** VALUE_BITS + (open.includes(at) ? best : numbers)[at]!;
  if (final.length + reads.length * VALUE_BITS > KEY_BITS)
    return `${final.map((word) => (has(present, word) ? 1 : 0)).join('')}|${read}`;
  let words = 0;
  for (const word of final) words = words * 2 + (has(present, word) ? 1 : 0);
  return words * 2 ** (reads.length * VALUE_BITS) + read;
}

const worded = new WeakMap<Space, Recent<WordedSpace>>();
const bounded = new WeakMap<WordedSpace, Recent<Bounds>>();
const SPACES_KEPT = 8;
const BOUNDS_KEPT = 8;

/** The bounds of a problem: those of an earlier one that differs from it in its limits alone, where there is one. */
export function boundsOf(space: Space, problem: Problem): Bounds {
  const { anywhere, demand, incumbent } = problem;
  let spaces = worded.get(space);
  if (!spaces) worded.set(space, (spaces = new Recent(SPACES_KEPT)));
  const inWords = spaces.get(anywhere.join(), () => new WordedSpace(space, anywhere));
  let bounds = bounded.get(inWords);
  if (!bounds) bounded.set(inWords, (bounds = new Recent(BOUNDS_KEPT)));
  return bounds.get(JSON.stringify([demand, incumbent]), () => new Bounds(inWords, problem));
}
