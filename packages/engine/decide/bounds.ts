import type { Problem } from '@archwright/model';
import { type Environment, Environments, VALUE_BITS } from './environments.ts';
import { EXPORT_NAMES, firstExceeded, type PreparedOption, SAFER_WHEN_DEARER } from './prepared-option.ts';
import { EPSILON, type Goal } from './limits.ts';
import { Recent } from './recent.ts';
import type { Space } from './space.ts';
import { pricedAt } from './prices.ts';
import { emptyState, type State, StateMap } from './state-map.ts';
import {
  additionOf,
  impossible,
  LOSS,
  lower,
  nothing,
  PATH_VARIANCE,
  PRICED,
  STORE_VARIANCE,
  type Sums,
  valueOf,
} from './sums.ts';
import { type Known, type Worded, type WordedPoint, WordedSpace } from './worded-space.ts';
import type { Words } from './words.ts';

/** As many values as fit an exact number; more become text. */
const MOST_VALUES = 7;

/** What one option adds in one environment. Where it exceeds a limit of its own it cannot stand, and adds nothing. */
export interface Evaluated {
  /** Index of the first limit exceeded, or -1. */
  readonly exceeded: number;
  readonly addition: Sums;
}

/** The least that a point adds under what is decided, and what it is the least of. */
export interface Least {
  /** Place by place: not what one option adds. */
  readonly row: Sums;
  /** What the option of the lowest value adds; undefined where none may stand. */
  readonly cheapest: Sums | undefined;
  /** That of the least: exports still open at their most favourable. */
  readonly environment: Environment;
  /** How many copies run is open, and with it what is lost. */
  readonly isLossOpen: boolean;
}

/** What limits leave to one point. */
export interface Room {
  /** What is decided and the least of every open point. */
  readonly whole: Sums;
  readonly rations: Goal['rations'];
}

/** What an option adds where the exports it reads have certain values: few a problem, so they are strung together. */
interface Reading {
  readonly key: number | string;
  readonly found: Evaluated;
  readonly next: Reading | undefined;
}

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
  readonly environments: Environments;
  /** By option; where it reads exported values, then by those. */
  readonly #evaluations: (Evaluated | undefined)[] = [];
  readonly #readings: (Reading | undefined)[] = [];
  /** By what a bound rests on: what is known, the options, words present, excluded and awaited, exported values read. */
  readonly #least = new StateMap<Least>();
  #prices: readonly number[] | undefined;
  /** Used again by each call that needs one. */
  readonly #state = emptyState();
  readonly #row = nothing();
  readonly #incumbent: Problem['incumbent'];

  constructor(space: WordedSpace, { demand, incumbent }: Pick<Problem, 'demand' | 'incumbent'>) {
    this.space = space;
    this.environments = new Environments(demand);
    this.#incumbent = incumbent;
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

  evaluate({ index, prepared }: Worded, environment: Environment): Evaluated {
    if (prepared.reads.length === 0)
      return (this.#evaluations[index] ??= this.#evaluate(prepared, this.environments.valuesIn(environment)));
    const key = keyOf(prepared.reads, environment.numbers);
    let reading = this.#readings[index];
    while (reading && reading.key !== key) reading = reading.next;
    if (!reading) {
      const found = this.#evaluate(prepared, this.environments.valuesIn(environment));
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

  /** Hours beside a running design: what stays is built, what changes has to be moved. */
  #moving({ option: { id, decision } }: PreparedOption, build: number): number {
    const { options, switching } = this.#incumbent!;
    const running = options[decision];
    return running === undefined ? 0 : running === id ? -build : (switching[decision] ?? 0);
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
  ): Least {
    const state = this.#stateOf(known, list, offers, decided, favourable);
    let least = this.#least.get(state);
    if (!least) {
      const optimistic = known.open ? this.environments.optimistic(known, decided.environment, favourable) : decided.environment;
      least = this.#leastOf(known, options, decided, optimistic);
      this.#least.add(state, least);
    }
    return least;
  }

  /** What a bound rests on; the row is used again by the next call. Exports still open count as the best they can be. */
  #stateOf(
    known: Known,
    list: number,
    offers: Words,
    { present, excluded, required, environment }: Decided,
    favourable: Environment,
  ): State {
    const { numbers } = this.#state;
    numbers[0] = known.id;
    numbers[1] = list;
    let length = 2;
    for (let at = 0; at < present.length; at += 1) {
      numbers[length] = present[at]! & known.present[at]!;
      numbers[length + 1] = excluded[at]! & offers[at]!;
      numbers[length + 2] = required[at]! & ~present[at]! & known.sole[at]!;
      length += 3;
    }
    for (const at of known.reads) numbers[length++] = (known.open & (1 << at) ? favourable : environment).numbers[at]!;
    this.#state.length = length;
    return this.#state;
  }

  #leastOf(known: Known, options: readonly Worded[], decided: Decided, optimistic: Environment): Least {
    const row = impossible();
    let cheapest: Sums | undefined;
    const isLossOpen = (known.open & SAFER) !== 0;
    for (const worded of options) {
      if (hasNoPlace(worded, known, decided)) continue;
      const { exceeded, addition } = this.evaluate(worded, optimistic);
      // Limits only tighten as exports turn less favourable (a law of the catalogue): what exceeds one here exceeds it everywhere.
      if (exceeded >= 0) continue;
      lower(isLossOpen ? this.#withoutLoss(addition) : addition, row);
      if (!cheapest || valueOf(addition) < valueOf(cheapest)) cheapest = addition;
    }
    if (known.open) {
      // A time may vary less as it grows: while an export is open only its mean has a least.
      row[PATH_VARIANCE] = Math.min(row[PATH_VARIANCE]!, 0);
      row[STORE_VARIANCE] = Math.min(row[STORE_VARIANCE]!, 0);
    }
    return { row, cheapest, environment: optimistic, isLossOpen };
  }

  /**
   * Of the options that what is decided leaves a place for, and limits leave room for, what the cheapest adds at least.
   *
   * @param least - of the point under what is decided
   */
  cheapestWithin(least: Least, known: Known, options: readonly Worded[], decided: Decided, room: Room): Sums | undefined {
    if (least.cheapest && hasRoom(least.cheapest, least, room)) return least.cheapest;
    let cheapest: Sums | undefined;
    for (const worded of options) {
      if (hasNoPlace(worded, known, decided)) continue;
      const { exceeded, addition } = this.evaluate(worded, least.environment);
      if (exceeded >= 0 || (cheapest && valueOf(addition) >= valueOf(cheapest))) continue;
      if (hasRoom(addition, least, room)) cheapest = addition;
    }
    return cheapest;
  }

  /** More copies cost more and fail less: while their number is open, the cheapest says nothing about what is lost. */
  #withoutLoss(addition: Sums): Sums {
    const row = this.#row;
    for (let place = 0; place < row.length; place += 1) row[place] = addition[place]!;
    row[LOSS] = 0;
    row[PRICED] = pricedAt(this.#prices ?? NONE, row);
    return row;
  }
}

function keyOf(reads: readonly number[], numbers: readonly number[]): number | string {
  if (reads.length > MOST_VALUES) return reads.map((at) => numbers[at]).join();
  let key = 0;
  for (const at of reads) key = key * 2 ** VALUE_BITS + numbers[at]!;
  return key;
}

/** Whether rations leave room for what an option adds, beside the least of all others. */
function hasRoom(addition: Sums, { row, isLossOpen }: Least, { whole, rations }: Room): boolean {
  for (const { place, most } of rations) {
    const own = place === LOSS && isLossOpen ? 0 : addition[place]!;
    // Twice the tolerance of a limit: a sum in another order must not fall out by its rounding.
    if (whole[place]! - row[place]! + own > most + 2 * EPSILON) return false;
  }
  return true;
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
