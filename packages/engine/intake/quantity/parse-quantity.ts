import { exactly, type Interval, type Unit } from '@archwright/kernel';
import { readQuantities } from './read-quantities.ts';

/** An interval in base units of `unit`. */
export interface ParsedQuantity {
  readonly interval: Interval;
  readonly unit: Unit;
}

const CANONICAL =
  /^\s{0,4}(-?\d{1,24}(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?) ((?:work-hours|1|count|ratio|USD|month|B|s)(?:[*/](?:1|s|B|USD|month|h)){0,3})\s{0,4}$/;
const MONTH = 2_592_000;

/**
 * A single quantity: what a person answers ("$20k a month", "four nines", "200-300 GB"), what `formatQuantity` prints and what
 * `writeQuantity` writes.
 *
 * @param expected - the unit asked for: decides between readings (`3 h` as hours of work, `5/month` as a rate)
 * @returns undefined where the text is not one quantity
 */
export function parseQuantity(text: string, expected?: Unit): ParsedQuantity | undefined {
  if (text.length > 200) return undefined;
  const canonical = CANONICAL.exec(text);
  if (canonical) return canonicalQuantity(Number(canonical[1]), canonical[2]!);
  const work = /^(-?[\d,.e+-]{1,30}) h(\/month)?$/.exec(text.trim());
  if (work && (work[2] || expected === 'h')) {
    const hours = Number(work[1]!.replaceAll(',', ''));
    return Number.isFinite(hours) ? { interval: exactly(hours), unit: `h${work[2] ?? ''}` } : undefined;
  }
  const negative = /^\s*-(?=[\d$])/.test(text);
  const parsed = single(negative ? text.replace('-', '') : text, expected);
  if (!parsed || !negative) return parsed;
  const { low, likely, high } = parsed.interval;
  return { ...parsed, interval: { low: -high, likely: -likely, high: -low } };
}

const canonicalQuantity = (value: number, unit: string): ParsedQuantity | undefined =>
  Number.isFinite(value) ? { interval: exactly(value), unit: unit.replace('work-hours', 'h') } : undefined;

function single(text: string, expected: Unit | undefined): ParsedQuantity | undefined {
  const mark = /^\s*([\d.,e+-]{1,40}) ×\s*$/.exec(text);
  if (mark) return { interval: exactly(Number(mark[1]!.replaceAll(',', ''))), unit: 'ratio' };
  const [mention, ...more] = readQuantities(`${text} `).value.length
    ? readQuantities(text).value
    : readQuantities(`${text} things`).value;
  if (!mention || more.some((other) => other.kind !== mention.kind)) return undefined;
  if (expected === undefined || expected === mention.unit || mention.window === undefined)
    return { interval: mention.value, unit: mention.unit };
  const [, per] = expected.split('/');
  const factor = per === 'month' ? MONTH : 1;
  const { low, likely, high } = mention.value;
  return { interval: { low: low * factor, likely: likely * factor, high: high * factor }, unit: expected };
}
