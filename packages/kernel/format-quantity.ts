import { SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_MINUTE, SECONDS_PER_YEAR } from './quantity.ts';
import type { Unit } from './unit.ts';

const BYTE_STEPS: readonly (readonly [number, string])[] = [
  [1e18, 'EB'],
  [1e15, 'PB'],
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
  [0, 'B'],
];
const TIME_STEPS: readonly (readonly [number, string])[] = [
  [SECONDS_PER_YEAR, 'years'],
  [SECONDS_PER_DAY, 'days'],
  [SECONDS_PER_HOUR, 'hours'],
  [SECONDS_PER_MINUTE, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
  [0, 'µs'],
];
const COUNT_STEPS: readonly (readonly [number, string])[] = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
  [0, ''],
];

const THOUSANDS = /\B(?=(?:\d{3})+$)/g;
/** Beyond it digits become a power of ten. */
const WRITTEN_OUT = 1e21;
/** A whole number with its thousands separated. `Intl` would load its data for that, which takes longer than a design's numbers do. */
const grouped = (whole: number): string =>
  Math.abs(whole) < 1000
    ? String(whole)
    : Math.abs(whole) < WRITTEN_OUT
      ? String(whole).replace(THOUSANDS, ',')
      : whole.toLocaleString('en-US');

/** Three significant digits, thousands separated: 1,234 · 12.3 · 0.0123. Integers below 100,000 stay whole. */
export function formatNumber(given: number): string {
  // Arithmetic on bounds can leave a negative zero.
  const value = given === 0 ? 0 : given;
  if (!Number.isFinite(value)) return value > 0 ? 'unbounded' : 'unknown';
  const size = Math.abs(value);
  if (size >= 100 || (Number.isInteger(value) && size < 100_000)) return grouped(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

function stepped(
  value: number,
  steps: readonly (readonly [number, string])[],
  smallest: number,
): { number: string; suffix: string } {
  const rounded = Math.max(Math.abs(value), Math.abs(Number(value.toPrecision(3))));
  const [size, suffix] = steps.find(([from]) => rounded >= from) ?? steps.at(-1)!;
  return { number: formatNumber(value / (size || smallest)), suffix };
}

const money = (value: number): string => {
  const size = Math.abs(value);
  const digits =
    size >= 100 || Number.isInteger(value)
      ? formatNumber(Math.round(value))
      : size >= 0.01
        ? value.toFixed(2)
        : String(Number(value.toPrecision(2)));
  return value < 0 ? `-$${digits.replace('-', '')}` : `$${digits}`;
};

/** Below a tenth a second nobody can picture a rate: 0.00606/s is 21.8 an hour. */
const SLOWEST_PER_SECOND = 0.1;
const RARE_STEPS: readonly (readonly [seconds: number, per: string])[] = [
  [SECONDS_PER_MINUTE, 'min'],
  [SECONDS_PER_HOUR, 'h'],
  [SECONDS_PER_DAY, 'day'],
  [SECONDS_PER_YEAR, 'year'],
];

/** A rate in the shortest time in which it happens at least once; by the year where it does not happen in a day. */
function rare(value: number): string {
  const [seconds, per] = RARE_STEPS.find(([length]) => Math.abs(value) * length >= 0.9995) ?? RARE_STEPS.at(-1)!;
  return `${formatNumber(value * seconds)}/${per}`;
}

/**
 * A quantity in base units as a person reads it. The unit chooses the scale: bytes are decimal, times go from µs to years,
 * ratios up to 1 are percentages and above it multiples.
 */
export function formatQuantity(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return 'unbounded';
  if (unit === 'USD') return money(value);
  if (unit.startsWith('USD/')) return `${money(value)}/${unit.slice(4)}`;
  if (unit === 'ratio') return Math.abs(value) <= 1 ? `${formatNumber(value * 100)} %` : `${formatNumber(value)} ×`;
  if (unit === 'h') return `${formatNumber(value)} h`;
  if (unit === 'h/month') return `${formatNumber(value)} h/month`;
  if (unit === 's') {
    const { number, suffix } = stepped(value, TIME_STEPS, 1e-6);
    const singular = number === '1' && suffix.length > 3 ? suffix.replace(/s$/, '') : suffix;
    return value === 0 ? '0 s' : `${number} ${singular}`;
  }
  if (unit === 'B' || unit.startsWith('B/')) {
    const { number, suffix } = stepped(value, BYTE_STEPS, 1);
    return `${number} ${suffix}${unit.slice(1)}`;
  }
  if (unit === '1/s' && value !== 0 && Math.abs(value) < SLOWEST_PER_SECOND) return rare(value);
  const per = unit.startsWith('1/') ? unit.slice(1) : '';
  const { number, suffix } = stepped(value, COUNT_STEPS, 1);
  return `${number}${suffix}${per}`;
}
