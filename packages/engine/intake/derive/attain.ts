import type { Figure } from '@archwright/kernel';

const DAY = 86_400;
const SCALE: Readonly<Record<string, number>> = {
  '': 1,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};
const PERIODS: Readonly<Record<string, readonly number[]>> = {
  min: [60],
  h: [3600],
  hour: [3600],
  day: [DAY],
  month: [30 * DAY, 30.4375 * DAY, 2_500_000],
  year: [365 * DAY, 365.25 * DAY],
};

/** A published number: value, unit and tolerance; `exact` is the value before the source rounded it. */
export interface PublishedNumber {
  readonly value: number;
  readonly unit: string;
  readonly tolerancePct: number;
  readonly exact?: number | null;
}

/** A number as dimension and values in base units; several where the source's month or year is ambiguous. */
export function normalise(value: number, unit: string): { dimension: string; values: readonly number[] } {
  if (unit === 'USD' || unit === 'USD/month') return { dimension: unit, values: [value] };
  if (unit === 'ratio') return { dimension: 'ratio', values: [value] };
  if (unit === 'days') return { dimension: 's', values: [value * DAY] };
  if (unit === 'years') return { dimension: 's', values: [value * 365 * DAY, value * 365.25 * DAY] };
  const [head = '', per] = unit.split('/');
  const bytes = /^([KMGTPE]i?)?B$/.exec(head);
  const base = bytes ? value * SCALE[bytes[1] ?? '']! : value;
  if (per === undefined) return { dimension: bytes ? 'B' : 'count', values: [base] };
  return { dimension: bytes ? 'B/s' : '1/s', values: (PERIODS[per] ?? [1]).map((seconds) => base / seconds) };
}

/** Whether a figure of the same dimension lies within the number's tolerance. */
export function attains(figures: readonly Figure[], number: PublishedNumber): boolean {
  const targets = [number.value, number.exact].filter((target) => target !== undefined && target !== null);
  return targets.some((target) => {
    const { dimension, values } = normalise(target, number.unit);
    return values.some((value) =>
      figures.some(
        (figure) =>
          figure.unit === dimension && Math.abs(figure.likely - value) <= (Math.abs(value) * (number.tolerancePct + 0.5)) / 100,
      ),
    );
  });
}
