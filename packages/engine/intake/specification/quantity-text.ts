import { dimensionOf, type Interval, isExact, sameDimension, type Unit } from '@archwright/kernel';
import type { RequirementKey } from '@archwright/model';
import { parseQuantity, writeQuantity } from '../quantity/index.ts';

export type QuantityText = string | { readonly low: string; readonly likely: string; readonly high: string };
export type ParsedInterval = Interval & { readonly unit: Unit };

/** Unit of each key that takes a quantity; keys without one take what is written. */
const KEY_UNITS: Readonly<Partial<Record<RequirementKey, Unit>>> = {
  users: 'count',
  'users.daily': 'count',
  'users.monthly': 'count',
  'users.concurrent': 'count',
  population: 'count',
  volume: '1/s',
  'volume.peak': '1/s',
  'data.rate': 'B/s',
  'data.total': 'B',
  size: 'B',
  share: 'ratio',
  'peak-factor': 'ratio',
  growth: 'ratio',
  'read-write-ratio': 'ratio',
  replicas: 'count',
  retention: 's',
  latency: 's',
  availability: 'ratio',
  rpo: 's',
  rto: 's',
  budget: 'USD/month',
  'team.size': 'count',
  timeline: 's',
  'hourly-rate': 'USD/h',
};

export const unitOfKey = (key: RequirementKey): Unit | undefined => KEY_UNITS[key];

/** Shortest text that reads back to the same numbers. */
export const writeInterval = ({ low, likely, high, unit }: ParsedInterval): QuantityText =>
  isExact({ low, likely, high })
    ? writeQuantity(likely, unit)
    : { low: writeQuantity(low, unit), likely: writeQuantity(likely, unit), high: writeQuantity(high, unit) };

/**
 * Reads a quantity of the file.
 *
 * @returns the problem as a sentence where it is none, or of another dimension than `expected`
 */
export function readInterval(written: QuantityText, expected?: Unit): ParsedInterval | string {
  if (typeof written === 'string') return readOne(written, expected);
  const [low, likely, high] = [
    readOne(written.low, expected),
    readOne(written.likely, expected),
    readOne(written.high, expected),
  ];
  for (const part of [low, likely, high]) if (typeof part === 'string') return part;
  const [a, b, c] = [low, likely, high] as readonly ParsedInterval[] as readonly [ParsedInterval, ParsedInterval, ParsedInterval];
  if (a.unit !== b.unit || b.unit !== c.unit) return 'low, likely and high are not in the same kind of unit';
  if (!(a.low <= b.likely && b.likely <= c.high)) return 'low, likely and high are not in this order';
  return { low: a.low, likely: b.likely, high: c.high, unit: b.unit };
}

function readOne(text: string, expected: Unit | undefined): ParsedInterval | string {
  const parsed = parseQuantity(text.replaceAll(' / ', '/'), expected);
  if (!parsed) return `"${text.slice(0, 60)}" is not a quantity`;
  if (expected !== undefined && !sameDimension(dimensionOf(parsed.unit), dimensionOf(expected)))
    return `"${text.slice(0, 60)}" is in ${parsed.unit}, not in ${expected}`;
  return { ...parsed.interval, unit: parsed.unit };
}
