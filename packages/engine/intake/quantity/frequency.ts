import { exactly, type Interval, lookUp } from '@archwright/kernel';
import { readCardinal } from './numeral.ts';
import { isVerbAt } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import { windowWord } from './units.ts';
import { readDivisor } from './window.ts';

type Tokens = readonly Token[];
const TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

/** What `readFrequency` found: a frequency still to be divided by its window, or an interval in seconds. */
export interface Frequency {
  readonly kind: 'frequency' | 'interval';
  readonly amount: Interval;
  readonly unit: string;
  readonly next: number;
  readonly vague: boolean;
  readonly window?: number;
}

/** "once a day", "three times per week", "once every 30 seconds", "every minute". */
export function readFrequency(tokens: Tokens, at: number): Frequency | undefined {
  const word = tokens[at]!.lower;
  const named = lookUp(TIMES, word);
  const many = named === undefined && !/^an?$/.test(word) ? readCardinal(tokens, at) : undefined;
  const times = many && tokens[many.next]?.lower === 'times' ? many : undefined;
  if (named !== undefined || times) return occurrences(tokens, times ? times.next + 1 : at + 1, times?.value ?? exactly(named!));
  const window = word === 'every' ? windowWord(tokens[at + 1]?.lower ?? '') : undefined;
  const closes =
    !tokens[at + 2] ||
    tokens[at + 2]!.kind === 'symbol' ||
    tokens[at + 2]!.sentence !== tokens[at]!.sentence ||
    /^(?:and|for|with|from|to|on|at|during|of)$/.test(tokens[at + 2]!.lower);
  if (window === undefined || !closes) return undefined;
  return { kind: 'interval', amount: exactly(window), unit: 's', next: at + 2, vague: false };
}

/** "posts twice": the window is that of the frequency before it. */
const repeated = (tokens: Tokens, at: number, amount: Interval): Frequency | undefined =>
  tokens[at - 2] &&
  isVerbAt(tokens, at - 2) &&
  Object.hasOwn(TIMES, tokens[at - 1]!.lower) &&
  (tokens[at] === undefined || tokens[at]!.kind === 'symbol')
    ? { kind: 'frequency', amount, unit: '1/s', next: at, vague: false }
    : undefined;

function occurrences(tokens: Tokens, at: number, amount: Interval): Frequency | undefined {
  const divisor = readDivisor(tokens, at, false);
  if (divisor?.window !== undefined)
    return { kind: 'frequency', amount, unit: '1/s', next: divisor.next, vague: false, window: divisor.window };
  if (tokens[at]?.lower !== 'every') return repeated(tokens, at, amount);
  const span = readCardinal(tokens, at + 1);
  const unit = span && windowWord(tokens[span.next]?.lower ?? '');
  if (!span || unit === undefined || !(span.value.likely > 0)) return undefined;
  return {
    kind: 'interval',
    amount: exactly((span.value.likely * unit) / amount.likely),
    unit: 's',
    next: span.next + 1,
    vague: false,
  };
}
