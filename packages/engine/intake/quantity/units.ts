/** A unit word: factor to the base unit and what it measures. */
export interface UnitWord {
  readonly unit: 'B' | 's' | 'B/s' | '1/s';
  readonly factor: number;
}

const BYTE_POWERS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12, p: 1e15, e: 1e18 };
const WORD_POWERS: Readonly<Record<string, number>> = {
  '': 1,
  kilo: 1e3,
  mega: 1e6,
  giga: 1e9,
  tera: 1e12,
  peta: 1e15,
  exa: 1e18,
  kibi: 2 ** 10,
  mebi: 2 ** 20,
  gibi: 2 ** 30,
  tebi: 2 ** 40,
  pebi: 2 ** 50,
};
const BINARY = 'kmgtpe';

const YEAR = 31_536_000;
/** Seconds. A month as a span is a twelfth of a year; as the window of a rate it is 30 days. */
export const TIME_WORDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  nanosecond: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  microsecond: 1e-6,
  ms: 1e-3,
  msec: 1e-3,
  millisecond: 1e-3,
  millis: 1e-3,
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
  weekday: 86_400,
  workday: 86_400,
  night: 86_400,
  wk: 604_800,
  week: 604_800,
  fortnight: 1_209_600,
  mo: YEAR / 12,
  month: YEAR / 12,
  quarter: YEAR / 4,
  y: YEAR,
  yr: YEAR,
  year: YEAR,
  decade: 10 * YEAR,
};
const RATE_WORDS = new Set(['rps', 'qps', 'tps', 'eps', 'iops', 'ops', 'hz', 'wps', 'cps']);

/** Seconds of a time word in singular or plural, as a span. */
export function timeWord(word: string): number | undefined {
  if (word === 'US') return undefined;
  const lower = word.toLowerCase();
  return own(TIME_WORDS, lower) ?? (lower.length > 2 && lower.endsWith('s') ? own(TIME_WORDS, lower.slice(0, -1)) : undefined);
}

/** Seconds of a time word as the window of a rate: a month is 30 days. */
export function windowWord(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (/^(?:mo|months?)$/.test(lower)) return 2_592_000;
  // There is one a week.
  if (/^weekends?$/.test(lower)) return 604_800;
  const found = timeWord(lower);
  return found !== undefined && found >= 1e-3 ? found : undefined;
}

const own = (table: Readonly<Record<string, number>>, key: string): number | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Reads `kB`, `GiB`, `bytes`, `Mbit`, `Gbps`; lower-case `b` alone after a prefix counts as bytes unless it is a rate. */
export function byteWord(word: string): UnitWord | undefined {
  const spelled = /^(kilo|mega|giga|tera|peta|exa|kibi|mebi|gibi|tebi|pebi)?(byte|bit)s?$/i.exec(word);
  if (spelled)
    return { unit: 'B', factor: WORD_POWERS[(spelled[1] ?? '').toLowerCase()]! / (spelled[2]!.toLowerCase() === 'bit' ? 8 : 1) };
  const rate = /^([kmgt]?)(b|bit)ps$/i.exec(word);
  if (rate && word !== 'bps') {
    const bits = rate[2] === 'B' ? 1 : 8;
    return { unit: 'B/s', factor: BYTE_POWERS[rate[1]!.toLowerCase()]! / bits };
  }
  if (word === 'bps') return { unit: 'B/s', factor: 1 / 8 };
  const bit = /^([kmgt])bit$/i.exec(word);
  if (bit) return { unit: 'B', factor: BYTE_POWERS[bit[1]!.toLowerCase()]! / 8 };
  const binary = /^([kmgtpe])i[bB]$/i.exec(word);
  if (binary) return { unit: 'B', factor: 2 ** (10 * (BINARY.indexOf(binary[1]!.toLowerCase()) + 1)) };
  const decimal = /^([kmgtpe])b$/i.exec(word);
  if (decimal) return { unit: 'B', factor: BYTE_POWERS[decimal[1]!.toLowerCase()]! };
  return word === 'B' ? { unit: 'B', factor: 1 } : undefined;
}

/** A unit word of any kind: size, time, rate. */
export function unitWord(word: string): UnitWord | undefined {
  const bytes = byteWord(word);
  if (bytes) return bytes;
  if (RATE_WORDS.has(word.toLowerCase())) return { unit: '1/s', factor: 1 };
  const time = timeWord(word);
  return time === undefined ? undefined : { unit: 's', factor: time };
}
