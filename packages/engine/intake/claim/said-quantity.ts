import { parseQuantity } from '../quantity/parse-quantity.ts';
import { readQuantities } from '../quantity/read-quantities.ts';
import { isSameKind } from '../quantity/same-kind.ts';
import type { ParsedInterval } from '../specification/quantity-text.ts';

/** Writing a decimal and reading it back may cost the last digits. */
const TOLERANCE = 1e-6;
const near = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));

/**
 * Whether the text between `start` and `end` says this quantity. Its numbers are read in the whole text, where a quote cut short
 * cannot change what they mean; where the reader saw none, the quote by itself may be one quantity ("four nines").
 */
export function saidIn(text: string, start: number, end: number, wanted: ParsedInterval): boolean {
  const mentions = readQuantities(text).value.filter((mention) => start <= mention.start && mention.end <= end);
  const isSaid = mentions.some(
    ({ value, unit: of }) => isSameKind(of, wanted.unit) && near(value.low, wanted.low) && near(value.high, wanted.high),
  );
  if (isSaid || mentions.length > 0) return isSaid;
  const whole = parseQuantity(text.slice(start, end), wanted.unit);
  return (
    whole !== undefined &&
    isSameKind(whole.unit, wanted.unit) &&
    near(whole.interval.low, wanted.low) &&
    near(whole.interval.high, wanted.high)
  );
}
