/**
 * Units are products and quotients of a few atoms, written `B/s`, `USD/month` or `B*s`; a dimension is the exponent of
 * each atom. `count` and `ratio` are dimensionless: they differ only in how a person reads them.
 */
export type Unit = string;

const ATOMS = ['s', 'B', 'USD', 'month', 'h'] as const;
export type Dimension = readonly number[];

export const DIMENSIONLESS: Dimension = ATOMS.map(() => 0);

const cache = new Map<Unit, Dimension>();

/**
 * @param unit - atoms joined by `*` and `/`; `1`, `count`, `ratio` are dimensionless. `h` is an hour of a person's work,
 *   never a time span; `month` is the billing month.
 * @throws on an atom it does not know: units are ours, so that is a bug
 */
export function dimensionOf(unit: Unit): Dimension {
  const known = cache.get(unit);
  if (known) return known;
  const exponents = ATOMS.map(() => 0);
  let sign = 1;
  for (const token of unit.split(/([*/])/)) {
    if (token === '*') sign = 1;
    else if (token === '/') sign = -1;
    else if (token !== '1' && token !== 'count' && token !== 'ratio') {
      const index = ATOMS.indexOf(token as (typeof ATOMS)[number]);
      if (index < 0) throw new Error(`unknown unit "${token}" in "${unit}"`);
      exponents[index] = (exponents[index] ?? 0) + sign;
    }
  }
  cache.set(unit, exponents);
  return exponents;
}

export const sameDimension = (a: Dimension, b: Dimension): boolean => a.every((exponent, index) => exponent === b[index]);

export const combineDimensions = (a: Dimension, b: Dimension, sign: 1 | -1): Dimension =>
  a.map((exponent, index) => exponent + sign * (b[index] ?? 0));

/** A dimension as a person reads it, for error messages: `B/s`. */
export function describeDimension(dimension: Dimension): string {
  const part = (sign: 1 | -1) =>
    ATOMS.flatMap((atom, index) => Array<string>(Math.max(0, sign * (dimension[index] ?? 0))).fill(atom)).join('*');
  const below = part(-1);
  return (part(1) || '1') + (below ? `/${below.replaceAll('*', '/')}` : '');
}
