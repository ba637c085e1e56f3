import type { Place } from './diagnostic.ts';
import { type Formula, formula } from './formula.ts';
import type { Interval } from './interval.ts';
import { oncePer } from './once-per.ts';
import type { Fact, Source } from './source.ts';
import { describeDimension, dimensionOf, sameDimension, type Unit } from './unit.ts';

/** How a figure came to be. All but `computed` are leaves of the graph. */
export type FigureOrigin = 'stated' | 'answered' | 'read-by-model' | 'assumed' | 'sourced' | 'chosen' | 'rule' | 'computed';

/** Given from outside the brief's own reading: the user answered it, or a language model found the words. */
export const isGiven = (origin: FigureOrigin): boolean => origin === 'answered' || origin === 'read-by-model';

/**
 * A quantity with its derivation. Values are in base units (`1/s`, `B`, `B/s`, `s`, `USD`, `USD/month`, `count`, `ratio`,
 * and `h` for hours of work).
 */
export interface Figure extends Interval {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly origin: FigureOrigin;
  /** For `computed`: the expression over the names of `inputs`. */
  readonly formula?: string;
  /** Name in the formula → figure id. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly source?: Source;
  readonly at?: Place;
  /** For `assumed`, `chosen` and `rule`: why this value. */
  readonly reason?: string;
}

/** Units under which a formula's dimensions were found to agree: a design computes the same formulas hundreds of times. */
const agreed = oncePer<Formula, Set<string>>(() => new Set());

/**
 * The append-only graph of figures of one design. A figure can only be computed from figures already in the book, so the
 * graph is acyclic by construction and every leaf has an origin.
 */
export class FigureBook {
  readonly #figures = new Map<string, Figure>();
  readonly #supposed = new Map<string, number>();

  /** Adds a leaf. The same id with the same value is the same figure; with another value it is a bug of ours. */
  leaf(given: Omit<Figure, 'inputs'>): Figure {
    const supposed = this.#supposed.get(given.id);
    const figure = supposed === undefined ? given : { ...given, low: supposed, likely: supposed, high: supposed };
    const existing = this.#figures.get(figure.id);
    if (existing) {
      if (existing.likely !== figure.likely) throw new Error(`figure ${figure.id} is ${existing.likely}, now ${figure.likely}`);
      return existing;
    }
    dimensionOf(figure.unit);
    const made: Figure = { ...figure, inputs: {} };
    this.#figures.set(made.id, made);
    return made;
  }

  /** A fact of the catalogue as a leaf: `sourced` with its source, or `assumed` with its reason. */
  fact(id: string, known: Fact): Figure {
    const { low, likely, high, unit, label, source, assumption } = known;
    const origin = source
      ? { origin: 'sourced' as const, source }
      : { origin: 'assumed' as const, reason: assumption ?? 'no source found' };
    return this.leaf({ id, label, unit, low, likely, high, ...origin });
  }

  /** @throws where the formula's dimension is not the unit's, or an input is not in the book: both are bugs of ours */
  compute(id: string, label: string, unit: Unit, text: string, inputs: Readonly<Record<string, Figure>>): Figure {
    const existing = this.#figures.get(id);
    const compiled = formula(text);
    const { names } = compiled;
    const used = names.map((name) => {
      const input = inputs[name];
      if (!input || this.#figures.get(input.id) !== input)
        throw new Error(`figure ${id}: "${name}" is not a figure of this book`);
      return input;
    });
    const read = (name: string): Figure => used[names.indexOf(name)]!;
    let units: string = unit;
    for (const input of used) units += `|${input.unit}`;
    if (!agreed(compiled).has(units)) {
      const found = compiled.dimension((name) => dimensionOf(read(name).unit));
      // Nothing of anything is nothing: a bare 0 fits every unit.
      if (text.trim() !== '0' && !sameDimension(found, dimensionOf(unit)))
        throw new Error(`figure ${id}: ${text} is ${describeDimension(found)}, not ${unit}`);
      agreed(compiled).add(units);
    }
    const { low, likely, high } = compiled.evaluateInterval(read);
    if (existing) {
      if (existing.likely !== likely) throw new Error(`figure ${id} is ${existing.likely}, now ${likely}`);
      return existing;
    }
    const ids: Record<string, string> = {};
    for (const [at, name] of names.entries()) ids[name] = used[at]!.id;
    const made: Figure = { low, likely, high, id, label, unit, origin: 'computed', formula: text, inputs: ids };
    this.#figures.set(id, made);
    return made;
  }

  /** Fixes the value that the leaf with this id will take when it is added: "what if this assumption were wrong?" */
  suppose(id: string, value: number): void {
    this.#supposed.set(id, value);
  }

  /** A book with the same figures that can grow on its own: for designing again with one input changed. */
  copy(): FigureBook {
    const other = new FigureBook();
    for (const [id, figure] of this.#figures) other.#figures.set(id, figure);
    return other;
  }

  get(id: string): Figure | undefined {
    return this.#figures.get(id);
  }

  /** @throws when absent: callers that may miss use `get` */
  need(id: string): Figure {
    const found = this.#figures.get(id);
    if (!found) throw new Error(`no figure "${id}"`);
    return found;
  }

  all(): readonly Figure[] {
    return [...this.#figures.values()];
  }
}
