import { wellFormed } from '../escape/plain.ts';

export type Cell = string | number;

/** RFC 4180 rows with a header. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;

function cell(value: Cell): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  // A NUL ends the file for some readers.
  const text = wellFormed(value).replaceAll('\u0000', '');
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * Amounts in whole cents that add up to the rounded sum: the largest remainders are rounded up.
 *
 * @param amounts - not negative
 * @returns cents, in the same order
 */
export function centsThatAddUp(amounts: readonly number[]): readonly number[] {
  // Binary fractions such as 1.005 lie a hair below what they mean; the tenth digit is beyond any price.
  const exact = amounts.map((amount) => Number((amount * 100).toFixed(8)));
  const total = Math.round(exact.reduce((sum, amount) => sum + amount, 0));
  const floors = exact.map(Math.floor);
  const left = total - floors.reduce((sum, amount) => sum + amount, 0);
  const order = exact
    .map((amount, index) => ({ index, rest: amount - floors[index]! }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  const up = new Set(order.slice(0, left).map(({ index }) => index));
  return floors.map((amount, index) => (up.has(index) ? amount + 1 : amount));
}
