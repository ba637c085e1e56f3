import type { Demand } from '@archwright/model';
import { applyExports, EXPORT_NAMES, FAVOURABLE_WHEN_HIGH, FIRST_EXPORT, sharedValues } from './prepared-option.ts';
import { type State, StateMap } from './state-map.ts';
import type { Known, Worded } from './worded-space.ts';

/** Values of one export are numbered in this many bits; with all that one option reads they fit an exact number. */
export const VALUE_BITS = 7;
/** More than the options of any space. */
const MOST_OPTIONS = 2 ** 12;
/** Environments of one problem are fewer than this many bits number. */
const ID_BITS = 20;
/** By export, whether more of it is better. */
const WHEN_HIGH = EXPORT_NAMES.map((name) => FAVOURABLE_WHEN_HIGH.includes(name));

/** The exported variables in force, and a small number for each value as the key under which it is known. */
export interface Environment {
  /** One environment of a problem has one number. */
  readonly id: number;
  readonly exported: readonly number[];
  readonly numbers: readonly number[];
}

/** The environments of one demand: each is made once, whatever leads to it. */
export class Environments {
  /** Before any decision: exports at their neutral defaults. */
  readonly start: Environment;
  /** The value array that all evaluations use; what is exported is put in before each. */
  readonly #values: Float64Array;
  /** By export, its values in the order in which they came up: the place of one is its number. */
  readonly #knownValues: number[][] = EXPORT_NAMES.map(() => []);
  readonly #known = new StateMap<Environment>();
  #count = 0;
  /** Used again by each look at the value array. */
  readonly #numbers: State = { numbers: EXPORT_NAMES.map(() => 0), length: EXPORT_NAMES.length };
  readonly #overlaid = new Map<number, Environment>();
  /** By environment and option: the environment after it. */
  readonly #next = new Map<number, Environment>();
  readonly #after = new Map<readonly Worded[], Map<Environment, Environment>>();

  constructor(demand: Demand) {
    this.#values = sharedValues(demand);
    this.start = this.#current();
  }

  /** The environment of the decisions after an option. */
  after({ index, prepared }: Worded, before: Environment): Environment {
    if (prepared.exports.length === 0) return before;
    const key = before.id * MOST_OPTIONS + index;
    let found = this.#next.get(key);
    if (!found) {
      applyExports(prepared, this.valuesIn(before));
      this.#next.set(key, (found = this.#current()));
    }
    return found;
  }

  /** The value array for formulas; it is the same one for every call. */
  valuesIn({ exported }: Environment): Float64Array {
    this.#values.set(exported, FIRST_EXPORT);
    return this.#values;
  }

  /** An environment with what is still open at its most favourable. */
  optimistic({ open }: Known, environment: Environment, favourable: Environment): Environment {
    const key = (environment.id * 2 ** ID_BITS + favourable.id) * 2 ** EXPORT_NAMES.length + open;
    let found = this.#overlaid.get(key);
    if (!found) {
      const values = this.valuesIn(environment);
      for (let at = 0; at < EXPORT_NAMES.length; at += 1)
        if (open & (1 << at)) values[FIRST_EXPORT + at] = favourable.exported[at]!;
      this.#overlaid.set(key, (found = this.#current()));
    }
    return found;
  }

  /**
   * By point: the best each export can be when it is reached, whatever is chosen before it. An option that leaves an export
   * alone keeps the best of before; formulas of exports are as monotone in what they read as costs are (a law of the catalogue).
   */
  favourable(open: readonly (readonly Worded[])[]): readonly Environment[] {
    const found: Environment[] = [];
    let environment = this.start;
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
    return this.#current();
  }

  /** The exported variables as they stand in the value array. */
  #current(): Environment {
    const { numbers } = this.#numbers;
    for (let at = 0; at < numbers.length; at += 1) numbers[at] = this.#numberOf(at, this.#values[FIRST_EXPORT + at]!);
    let found = this.#known.get(this.#numbers);
    if (!found) {
      const exported = numbers.map((_, at) => this.#values[FIRST_EXPORT + at]!);
      this.#known.add(this.#numbers, (found = { id: this.#count, exported, numbers: [...numbers] }));
      this.#count += 1;
    }
    return found;
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
}
