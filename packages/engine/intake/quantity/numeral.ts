import { exactly, type Interval, lookUp } from '@archwright/kernel';
import { MAGNITUDES, PLURAL_MAGNITUDES, SMALL, SUFFIXES, VAGUE } from './number-words.ts';
import type { Token } from './tokens.ts';
import { isActor, isPlural, singular } from './nouns.ts';
import { timeWord, unitWord } from './units.ts';

/** A number read at a token: value, the token after it, whether the words themselves are vague. */
export interface Numeral {
  readonly value: Interval;
  readonly next: number;
  readonly vague: boolean;
  /** Multiplied by a magnitude word or suffix: "10k", "two million". */
  readonly scaled: number;
}

type Tokens = readonly Token[];

/** A number or a range at token `at`: "5-10k", "between 2 and 3", "one or two", "a few thousand", "half a million". */
export function readNumeral(tokens: Tokens, at: number): Numeral | undefined {
  const between = tokens[at]?.lower === 'between';
  const first = readCardinal(tokens, between ? at + 1 : at);
  if (!first) return undefined;
  const connector = tokens[first.next];
  const joins = connector && (between ? connector.lower === 'and' : joinsRange(tokens, first.next));
  const second = joins ? readCardinal(tokens, first.next + 1) : undefined;
  if (!second || second.value.likely === 1) return between ? undefined : first;
  return joinRange(first, second) ?? (between ? undefined : first);
}

const joinsRange = (tokens: Tokens, at: number): boolean => {
  const token = tokens[at]!;
  if (token.lower === 'to') return true;
  if (token.lower === 'or') return lookUp(SMALL, tokens[at - 1]!.lower) !== undefined || tokens[at - 1]!.kind === 'number';
  return /^[-–—]$/.test(token.text) && tokens[at + 1] !== undefined;
};

function joinRange(first: Numeral, second: Numeral): Numeral | undefined {
  const shared = first.scaled === 1 && second.scaled > 1 && first.value.likely * second.scaled <= second.value.likely;
  const low = first.value.low * (shared ? second.scaled : 1);
  const high = second.value.high;
  if (!(low <= high)) return undefined;
  return {
    value: { low, likely: (low + high) / 2, high },
    next: second.next,
    vague: first.vague || second.vague,
    scaled: second.scaled,
  };
}

/** A single number, in digits or words, with its magnitude. */
export function readCardinal(tokens: Tokens, at: number): Numeral | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') return readDigits(tokens, at);
  return readVague(tokens, at) ?? readHalf(tokens, at) ?? readWords(tokens, at);
}

/** Beyond this a number measures nothing that a system holds, and products overflow. */
const LARGEST = 1e24;

function readDigits(tokens: Tokens, at: number): Numeral | undefined {
  let value = Number(tokens[at]!.text.replaceAll(',', ''));
  if (!(value <= LARGEST)) return undefined;
  let next = at + 1;
  const power = readPower(tokens, next);
  if (power) {
    value = tokens[next]?.text === '^' ? value ** power.exponent : value * power.base ** power.exponent;
    next = power.next;
    if (!(value <= LARGEST)) return undefined;
    return { value: exactly(value), next, vague: false, scaled: 1 };
  }
  const scale = readScale(tokens, next);
  return {
    value: exactly(times(value, scale?.factor ?? 1)),
    next: scale?.next ?? next,
    vague: false,
    scaled: scale?.factor ?? 1,
  };
}

/** "2.3M" is 2300000 and not 2299999.9999999995. */
const times = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)));

function readPower(tokens: Tokens, at: number): { base: number; exponent: number; next: number } | undefined {
  const bare = tokens[at]?.text === '^' && tokens[at + 1]?.kind === 'number';
  if (bare) return { base: 1, exponent: Number(tokens[at + 1]!.text), next: at + 2 };
  const product = /^[x×*·]$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === '10' && tokens[at + 2]?.text === '^';
  if (!product || tokens[at + 3]?.kind !== 'number') return undefined;
  return { base: 10, exponent: Number(tokens[at + 3]!.text), next: at + 4 };
}

/** The magnitude after digits: a word ("million"), a suffix ("k", "bn"), or `m` and `B` where a counted noun follows. */
function readScale(tokens: Tokens, at: number): { factor: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const word = lookUp(MAGNITUDES, token.lower);
  if (word !== undefined && !(token.lower === 'dozen' && token.glued)) {
    const again = lookUp(MAGNITUDES, tokens[at + 1]?.lower ?? '');
    return again && again > word ? { factor: word * again, next: at + 2 } : { factor: word, next: at + 1 };
  }
  const suffix = lookUp(SUFFIXES, token.text) ?? (token.text.length > 1 ? lookUp(SUFFIXES, token.lower) : undefined);
  if (suffix !== undefined && (token.glued || token.text !== 'mm')) return { factor: suffix, next: at + 1 };
  if (!token.glued || !/^[mbBT]$/.test(token.text)) return undefined;
  return isCounted(tokens, at + 1)
    ? { factor: token.text === 'm' ? 1e6 : token.text === 'T' ? 1e12 : 1e9, next: at + 1 }
    : undefined;
}

/** Whether a counted noun starts here, so that "5m users" is millions and "5m" is minutes. */
function isCounted(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.text === '/') return !/^(?:s|sec|second)$/.test(tokens[at + 1]?.lower ?? '');
  for (let index = at; index < at + 4; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') return false;
    if (isPlural(token.lower) || isActor(singular(token.lower)) || /^(?:dau|mau|qps|rps|tps)$/.test(token.lower))
      return timeWord(token.lower) === undefined;
  }
  return false;
}

function readVague(tokens: Tokens, at: number): Numeral | undefined {
  const skip = /^an?$/.test(tokens[at]!.lower) ? 1 : 0;
  const word = tokens[at + skip]?.lower ?? '';
  const many = skip ? undefined : lookUp(PLURAL_MAGNITUDES, word);
  if (many) return scaleVague(tokens, many, tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1, at + 1);
  const few = lookUp(VAGUE, word);
  if (!few || (word !== 'several' && !skip)) return undefined;
  const after = at + skip + 1;
  const joined = tokens[after]?.lower === 'of' ? after + 1 : after;
  return scaleVague(tokens, few, joined, joined);
}

function scaleVague(tokens: Tokens, base: readonly [number, number, number], at: number, otherwise: number): Numeral {
  const word = tokens[at]?.lower ?? '';
  const factor = lookUp(MAGNITUDES, word) ?? lookUp(MAGNITUDES, word.replace(/s$/, ''));
  const scaled = factor ?? 1;
  const next = factor === undefined ? otherwise : at + 1;
  return { value: { low: base[0] * scaled, likely: base[1] * scaled, high: base[2] * scaled }, next, vague: true, scaled };
}

const PARTS = { half: 0.5, quarter: 0.25 };

/** "half a million", "a quarter of a million". */
function readHalf(tokens: Tokens, at: number): Numeral | undefined {
  const start = tokens[at]!.lower === 'a' && tokens[at + 1]?.lower === 'quarter' ? at + 1 : at;
  const share = lookUp(PARTS, tokens[start]!.lower);
  if (share === undefined) return undefined;
  const article = tokens[start + 1]?.lower === 'of' ? start + 2 : start + 1;
  if (!/^an?$/.test(tokens[article]?.lower ?? '')) return undefined;
  const factor = lookUp(MAGNITUDES, tokens[article + 1]?.lower ?? '');
  if (factor === undefined) {
    const unit = tokens[start]!.lower === 'half' ? unitWord(tokens[article + 1]?.lower ?? '') : undefined;
    return unit ? { value: exactly(share), next: article + 1, vague: false, scaled: 1 } : undefined;
  }
  return { value: exactly(share * factor), next: article + 2, vague: false, scaled: factor };
}

/** Numbers in words, with "and" and hyphens inside: "a hundred and twenty", "two and a half million", "twenty-five". */
function readWords(tokens: Tokens, start: number): Numeral | undefined {
  const article = /^an?$/.test(tokens[start]!.lower);
  let at = article ? start + 1 : start;
  let [total, current, scaled, read] = [0, 0, 1, 0];
  for (; ; at += 1) {
    const word = tokens[at]?.lower ?? '';
    const small = lookUp(SMALL, word);
    const magnitude = lookUp(MAGNITUDES, word);
    if (small !== undefined && !(read === 0 && article) && (read === 0 || fits(current, small, tokens, at))) current += small;
    else if (magnitude !== undefined && (read > 0 || article)) {
      current = Math.max(1, current) * magnitude;
      if (magnitude >= 1000) [total, current, scaled] = [total + current, 0, magnitude];
    } else if (read > 0 && word === 'and' && isHalf(tokens, at)) {
      current += tokens[at + 2]!.lower === 'half' ? 0.5 : 0.25;
      at += 2;
    } else if (read > 0 && joinsWords(tokens, at, current, total)) continue;
    else break;
    read += 1;
  }
  return read === 0 ? undefined : { value: exactly(total + current), next: at, vague: false, scaled };
}

const isHalf = (tokens: Tokens, at: number): boolean =>
  /^an?$/.test(tokens[at + 1]?.lower ?? '') && /^(?:half|quarter)$/.test(tokens[at + 2]?.lower ?? '');

/** "twenty five", "hundred twenty"; but "five six" are two numbers. */
const fits = (current: number, small: number, tokens: Tokens, at: number): boolean => {
  const before = lookUp(SMALL, tokens[at - 1]?.lower ?? '');
  if (before === undefined && tokens[at - 1]?.text !== '-') return current === 0 || (current % 100 === 0 && small < 100);
  return current % 100 >= 20 && current % 10 === 0 && small < 10;
};

const joinsWords = (tokens: Tokens, at: number, current: number, total: number): boolean => {
  const next = lookUp(SMALL, tokens[at + 1]?.lower ?? '');
  if (next === undefined) return false;
  const hyphen = tokens[at]!.text === '-' && tokens[at]!.glued && current % 100 >= 20 && current % 10 === 0 && next < 10;
  const afterMagnitude = lookUp(MAGNITUDES, tokens[at - 1]!.lower) === 100 || (current === 0 && total > 0 && next < 100);
  return hyphen || (tokens[at]!.lower === 'and' && afterMagnitude && tokens[at - 1]!.lower === 'hundred');
};
