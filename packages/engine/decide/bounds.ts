import type { Problem } from '@archwright/model';
import {
  applyExports,
  EXPORT_NAMES,
  firstExceeded,
  FAVOURABLE_WHEN_HIGH,
  FIRST_EXPORT,
  type PreparedOption,
  SAFER_WHEN_DEARER,
  sharedValues,
} from './prepared-option.ts';
import { Recent } from './recent.ts';
import type { Space } from './space.ts';
import { pricedAt } from './prices.ts';
import { StateMap } from './state-map.ts';
import { additionOf, impossible, LOSS, lower, nothing, PATH_VARIANCE, PRICED, STORE_VARIANCE, type Sums } from './sums.ts';
import { type Known, type Worded, type WordedPoint, WordedSpace, type Words } from './worded-space.ts';

/** Values of one export are numbered in this many bits; with all that one option reads they fit an exact number. */
const VALUE_BITS = 7;
/** As many values as fit an exact number; more become text. */
const MOST_VALUES = 7;
/** More than the options of any space. */
const MOST_OPTIONS = 2 ** 12;
/** Environments of one problem are fewer than this many bits number. */
const ID_BITS = 20;

/** The exported variables in force, and a small number for each value as the key under which it is known. */
export interface Environment {
  /** One environment of a problem has one number. */
  readonly id: number;
  readonly exported: readonly number[];
  readonly numbers: readonly number[];
}

/** What one option adds in one environment. Where it exceeds a limit of its own it cannot stand, and adds nothing. */
export interface Evaluated {
  /** Index of the first limit exceeded, or -1. */
  readonly exceeded: number;
  readonly addition: Sums;
}

/** What an option adds where the exports it reads have certain values: few a problem, so they are strung together. */
interface Reading {
  readonly key: number | string;
  readonly found: Evaluated;
  readonly next: Reading | undefined;
}

/** By export, whether more of it is better. */
const WHEN_HIGH = EXPORT_NAMES.map((name) => FAVOURABLE_WHEN_HIGH.includes(name));

const NOTHING = nothing();
const NONE: readonly number[] = [];
/** Nothing runs yet: nothing has to be moved. */
const STANDS = () => 0;
/** As bits, the exports whose dearer values are in service longer. */
export const SAFER = EXPORT_NAMES.reduce((bits, name, at) => (SAFER_WHEN_DEARER.includes(name) ? bits | (1 << at) : bits), 0);

/** What is decided, as far as a bound rests on it. */
export interface Decided {
  readonly present: Words;
  readonly excluded: Words;
  readonly required: Words;
  readonly environment: Environment;
}

/**
 * What all searches on one demand share: evaluations, and for each point the least that its options add under what is already
 * decided. Limits on the whole design are no part of it but for the prices put on them, which are valid under any limits.
 */
export class Bounds {
  readonly space: WordedSpace;
  /** The value array that all evaluations use; what is exported is put in before each. */
  readonly #values: Float64Array;
  readonly #start: Environment;
  /** By option; where it reads exported values, then by those. */
  readonly #evaluations: (Evaluated | undefined)[] = [];
  readonly #readings: (Reading | undefined)[] = [];
  /** By export, its values in the order in which they came up: the place of one is its number. */
  readonly #knownValues: number[][] = EXPORT_NAMES.map(() => []);
  readonly #environments = new StateMap<Environment>();
  #environmentCount = 0;
  /** Used again by each look at the value array. */
  readonly #numbers: number[] = EXPORT_NAMES.map(() => 0);
  readonly #overlaid = new Map<number, Environment>();
  /** By environment and option: the environment after it. */
  readonly #next = new Map<number, Environment>();
  readonly #after = new Map<readonly Worded[], Map<Environment, Environment>>();
  /** By what a bound rests on: what is known, the options, words present, excluded and awaited, exported values read. */
  readonly #least = new StateMap<Sums>();
  #prices: readonly number[] | undefined;
  /** Used again by each call that needs one. */
  readonly #state: number[] = [];
  readonly #row = nothing();
  readonly #incumbent: Problem['incumbent'];

  constructor(space: WordedSpace, { demand, incumbent }: Pick<Problem, 'demand' | 'incumbent'>) {
    this.space = space;
    this.#values = sharedValues(demand);
    this.#incumbent = incumbent;
    this.#start = this.#environment();
  }

  /** Puts prices on what limits ration, into everything that is known so far. */
  price(prices: readonly number[]): void {
    this.#prices = prices;
    if (prices.length === 0) return;
    const priced = (known: Evaluated | undefined): void => {
      if (known && known.exceeded < 0) known.addition[PRICED] = pricedAt(prices, known.addition);
    };
    this.#evaluations.forEach(priced);
    for (const readings of this.#readings) for (let reading = readings; reading; reading = reading.next) priced(reading.found);
    this.#least.clear();
  }

  /** By ration (limits.ts), what its use costs in the priced value; undefined until prices are set. */
  get prices(): readonly number[] | undefined {
    return this.#prices;
  }

  /** Before any decision: exports at their neutral defaults. */
  get start(): Environment {
    return this.#start;
  }

  evaluate({ index, prepared }: Worded, environment: Environment): Evaluated {
    if (prepared.reads.length === 0) return (this.#evaluations[index] ??= this.#evaluate(prepared, this.#valuesIn(environment)));
    const key = keyOf(prepared.reads, environment.numbers);
    let reading = this.#readings[index];
    while (reading && reading.key !== key) reading = reading.next;
    if (!reading) {
      const found = this.#evaluate(prepared, this.#valuesIn(environment));
      this.#readings[index] = reading = { key, found, next: this.#readings[index] };
    }
    return reading.found;
  }

  #evaluate(prepared: PreparedOption, values: Float64Array): Evaluated {
    const exceeded = firstExceeded(prepared, values);
    if (exceeded >= 0) return { exceeded, addition: NOTHING };
    const addition = additionOf(prepared, values, this.#incumbent ? (build) => this.#moving(prepared, build) : STANDS);
    addition[PRICED] = pricedAt(this.#prices ?? NONE, addition);
    return { exceeded, addition };
  }

  /** The environment of the decisions after an option. */
  after({ index, prepared }: Worded, before: Environment): Environment {
    if (prepared.exports.length === 0) return before;
    const key = before.id * MOST_OPTIONS + index;
    let found = this.#next.get(key);
    if (!found) {
      applyExports(prepared, this.#valuesIn(before));
      this.#next.set(key, (found = this.#environment()));
    }
    return found;
  }

  #valuesIn({ exported }: Environment): Float64Array {
    this.#values.set(exported, FIRST_EXPORT);
    return this.#values;
  }

  /** The exported variables as they stand in the value array. */
  #environment(): Environment {
    const numbers = this.#numbers;
    for (let at = 0; at < numbers.length; at += 1) numbers[at] = this.#numberOf(at, this.#values[FIRST_EXPORT + at]!);
    let found = this.#environments.get(numbers);
    if (!found) {
      const exported = numbers.map((_, at) => this.#values[FIRST_EXPORT + at]!);
      this.#environments.add(numbers, (found = { id: this.#environmentCount, exported, numbers: [...numbers] }));
      this.#environmentCount += 1;
    }
    return found;
  }

  /** Hours beside a running design: what stays is built, what changes has to be moved. */
  #moving({ option: { id, decision } }: PreparedOption, build: number): number {
    const { options, switching } = this.#incumbent!;
    const running = options[decision];
    return running === undefined ? 0 : running === id ? -build : (switching[decision] ?? 0);
  }

  /** A number for a value of an export, the same for the same value. */
  #numberOf(at: number, value: number): number {
    const known = this.#knownValues[at]!;
    let number = known.indexOf(value);
    if (number < 0) {
      if (known.length >> VALUE_BITS > 0)
        throw new Error(`more than ${2 ** VALUE_BITS} values of ${EXPORT_NAMES[at]} in one problem`);
      number = known.push(value) - 1;
    }
    return number;
  }

  /**
   * The least that one point adds when the points before some depth are decided: exports still open at their most favourable, and
   * without the options that what is decided leaves no place for.
   *
   * @param options - those of the point that may be taken
   * @param list - their number (`listId`)
   * @param favourable - the best that each export can be when the point is reached
   */
  least(
    { offers }: WordedPoint,
    known: Known,
    options: readonly Worded[],
    list: number,
    decided: Decided,
    favourable: Environment,
  ): Sums {
    const state = this.#stateOf(known, list, offers, decided, favourable);
    let sums = this.#least.get(state);
    if (!sums) {
      const optimistic = known.open ? this.#optimistic(known, decided.environment, favourable) : decided.environment;
      sums = this.#leastOf(known, options, decided, optimistic);
      this.#least.add(state, sums);
    }
    return sums;
  }

  /** What a bound rests on; the row is used again by the next call. Exports still open count as the best they can be. */
  #stateOf(
    known: Known,
    list: number,
    offers: Words,
    { present, excluded, required, environment }: Decided,
    favourable: Environment,
  ): readonly number[] {
    const state = this.#state;
    state[0] = known.id;
    state[1] = list;
    let length = 2;
    for (let at = 0; at < present.length; at += 1) {
      state[length] = present[at]! & known.present[at]!;
      state[length + 1] = excluded[at]! & offers[at]!;
      state[length + 2] = required[at]! & ~present[at]! & known.sole[at]!;
      length += 3;
    }
    for (let index = 0; index < known.reads.length; index += 1)
      state[length + index] = (known.open & (1 << known.reads[index]!) ? favourable : environment).numbers[known.reads[index]!]!;
    state.length = length + known.reads.length;
    return state;
  }

  /** An environment with what is still open at its most favourable. */
  #optimistic({ open }: Known, environment: Environment, favourable: Environment): Environment {
    const key = (environment.id * 2 ** ID_BITS + favourable.id) * 2 ** EXPORT_NAMES.length + open;
    let found = this.#overlaid.get(key);
    if (!found) {
      this.#values.set(environment.exported, FIRST_EXPORT);
      for (let at = 0; at < EXPORT_NAMES.length; at += 1)
        if (open & (1 << at)) this.#values[FIRST_EXPORT + at] = favourable.exported[at]!;
      this.#overlaid.set(key, (found = this.#environment()));
    }
    return found;
  }

  #leastOf(known: Known, options: readonly Worded[], decided: Decided, optimistic: Environment): Sums {
    const least = impossible();
    for (const worded of options) {
      if (hasNoPlace(worded, known, decided)) continue;
      const { exceeded, addition } = this.evaluate(worded, optimistic);
      // Limits only tighten as exports turn less favourable (a law of the catalogue): what exceeds one here exceeds it everywhere.
      if (exceeded < 0) lower(known.open & SAFER ? this.#withoutLoss(addition) : addition, least);
    }
    if (known.open) {
      // A time may vary less as it grows: while an export is open only its mean has a least.
      least[PATH_VARIANCE] = Math.min(least[PATH_VARIANCE]!, 0);
      least[STORE_VARIANCE] = Math.min(least[STORE_VARIANCE]!, 0);
    }
    return least;
  }

  /** More copies cost more and fail less: while their number is open, the cheapest says nothing about what is lost. */
  #withoutLoss(addition: Sums): Sums {
    const row = this.#row;
    for (let place = 0; place < row.length; place += 1) row[place] = addition[place]!;
    row[LOSS] = 0;
    row[PRICED] = pricedAt(this.#prices ?? NONE, row);
    return row;
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
    let found = known.get(before);
    if (!found) known.set(before, (found = this.#makeBestAfter(options, before)));
    return found;
  }

  #makeBestAfter(options: readonly Worded[], before: Environment): Environment {
    const [first, ...others] = options.map((worded) => this.after(worded, before));
    const best = [...first!.exported];
    for (const { exported } of others)
      for (let at = 0; at < best.length; at += 1)
        best[at] = WHEN_HIGH[at] ? Math.max(best[at]!, exported[at]!) : Math.min(best[at]!, exported[at]!);
    this.#values.set(best, FIRST_EXPORT);
    return this.#environment();
  }
}

function keyOf(reads: readonly number[], numbers: readonly number[]): number | string {
  if (reads.length > MOST_VALUES) return reads.map((at) => numbers[at]).join();
  let key = 0;
  for (const at of reads) key = key * 2 ** VALUE_BITS + numbers[at]!;
  return key;
}

/** Whether what is decided excludes an option, or asks of its point for another. */
function hasNoPlace(
  { requires, conflicts, brings }: Worded,
  { final, sole }: Known,
  { present, excluded, required }: Decided,
): boolean {
  for (let at = 0; at < final.length; at += 1) {
    const lacking = requires[at]! & final[at]! & ~present[at]!;
    const awaited = required[at]! & ~present[at]! & sole[at]! & ~brings[at]!;
    if (lacking | awaited | (conflicts[at]! & present[at]!) | (brings[at]! & excluded[at]!)) return true;
  }
  return false;
}

const worded = new WeakMap<Space, Recent<WordedSpace>>();
const bounded = new WeakMap<WordedSpace, Recent<Bounds>>();
const SPACES_KEPT = 8;
const BOUNDS_KEPT = 1;

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
