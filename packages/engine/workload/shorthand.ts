import { exactly, type Fact, type Figure, type FigureBook, type Interval, type Unit } from '@archwright/kernel';

/** Short ways to put figures into one book; ids stay readable because they are given, never generated. */
export interface Shorthand {
  readonly book: FigureBook;
  assumed(id: string, label: string, value: Interval | number, unit: Unit, reason: string): Figure;
  rule(id: string, label: string, value: number, unit: Unit, reason: string): Figure;
  fact(id: string, fact: Fact): Figure;
  compute(id: string, label: string, unit: Unit, formula: string, inputs: Readonly<Record<string, Figure>>): Figure;
  /** Sum of figures of one unit; a `rule` of 0 when there are none. */
  sum(id: string, label: string, unit: Unit, parts: readonly Figure[], whenNone: string): Figure;
  largest(id: string, label: string, unit: Unit, parts: readonly Figure[], whenNone: string): Figure;
}

export function shorthand(book: FigureBook): Shorthand {
  const combine = (
    id: string,
    label: string,
    unit: Unit,
    parts: readonly Figure[],
    whenNone: string,
    join: (names: string[]) => string,
  ): Figure => {
    const unique = [...new Set(parts)];
    if (unique.length === 0) return self.rule(id, label, 0, unit, whenNone);
    const names = parts.map((part) => `x${unique.indexOf(part) + 1}`);
    return book.compute(id, label, unit, join(names), Object.fromEntries(unique.map((part, index) => [`x${index + 1}`, part])));
  };
  const self: Shorthand = {
    book,
    assumed: (id, label, value, unit, reason) =>
      book.leaf({ id, label, unit, origin: 'assumed', reason, ...(typeof value === 'number' ? exactly(value) : value) }),
    rule: (id, label, value, unit, reason) => book.leaf({ id, label, unit, origin: 'rule', reason, ...exactly(value) }),
    fact: (id, fact) => book.fact(id, fact),
    compute: (id, label, unit, formula, inputs) => book.compute(id, label, unit, formula, inputs),
    sum: (id, label, unit, parts, whenNone) => combine(id, label, unit, parts, whenNone, (names) => names.join(' + ')),
    largest: (id, label, unit, parts, whenNone) =>
      combine(id, label, unit, parts, whenNone, (names) => (names.length > 1 ? `max(${names.join(', ')})` : names[0]!)),
  };
  return self;
}
