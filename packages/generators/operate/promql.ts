import { oneLine } from '../escape/plain.ts';

/** A PromQL string literal. */
export const promString = (text: string): string => `"${oneLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** `{unit="api",code=~"5.."}`; matchers are `[label, operator, value]`. Nothing for no matchers. */
export type Matcher = readonly [label: string, operator: '=' | '=~' | '!=', value: string];
export const selector = (metric: string, ...matchers: readonly Matcher[]): string =>
  matchers.length === 0
    ? metric
    : `${metric}{${matchers.map(([label, operator, value]) => `${label}${operator}${promString(value)}`).join(',')}}`;

/** A number as PromQL reads it back: at most six significant digits, no exponent in the range alerts use. */
export const promNumber = (value: number): string => String(Number(value.toPrecision(6)));

/** `90 s` → `90s`, `3600 s` → `1h`: the largest unit that divides it. */
export function promDuration(seconds: number): string {
  const [size, unit] = (
    [
      [86_400, 'd'],
      [3_600, 'h'],
      [60, 'm'],
    ] as const
  ).find(([size]) => seconds % size === 0) ?? [1, 's'];
  return `${Math.round(seconds / size)}${unit}`;
}

/**
 * Matcher for a histogram bound. A server from 3.0 on writes `45` as `45.0` when it ingests the text format, so both are
 * accepted; the bound itself must be one of the buckets that the services declare.
 */
export const bucket = (seconds: number): Matcher => {
  const text = promNumber(seconds);
  return Number.isInteger(seconds) ? ['le', '=~', `${text}([.]0)?`] : ['le', '=', text];
};

/** Text of an annotation: `{{` would start a template and stop the rule file from loading. */
export const annotation = (text: string): string => oneLine(text).replace(/\{(?=\{)/g, '{ ');
