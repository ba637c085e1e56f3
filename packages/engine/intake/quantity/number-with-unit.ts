import { isVerbAt, readNounPhrase } from './noun-phrase.ts';
import { readDivisor } from './window.ts';
import { exactly, type Interval, type Unit } from '@archwright/kernel';
import type { MentionKind, NounPhrase } from './mention.ts';
import { isPlural } from './nouns.ts';
import { readNumeral } from './numeral.ts';
import { readProportion } from './proportion.ts';
import type { Tokens } from './read-mention.ts';
import type { Token } from './tokens.ts';
import { timeWord, type UnitWord, unitWord } from './units.ts';

/** What the number itself says, before its surroundings are looked at. */
export interface Core {
  readonly kind: MentionKind;
  readonly amount: Interval;
  readonly unit: Unit;
  readonly next: number;
  readonly vague: boolean;
  readonly noun?: NounPhrase;
  readonly window?: number;
}

export function proportion(tokens: Tokens, at: number): Core | undefined {
  const read = readProportion(tokens, at);
  if (!read) return undefined;
  const spoken = tokens
    .slice(Math.max(0, at - 5), at)
    .some((token) => /^(?:availability|uptime|available|slo|sla)$/.test(token.lower));
  const follows = tokens.slice(read.next, read.next + 4).some((token) => /^(?:availability|uptime|available)$/.test(token.lower));
  const available = read.kind === 'share' && read.value.likely >= 0.9 && read.value.likely < 1 && (spoken || follows);
  return {
    kind: available ? 'availability' : read.kind,
    amount: read.value,
    unit: 'ratio',
    next: read.next,
    vague: false,
    ...(read.noun && { noun: read.noun }),
  };
}

/** "within an hour", "up to a day", "for a week": one of a time unit, where a preposition makes it a span and not a rate. */
export function oneSpan(tokens: Tokens, at: number): Core | undefined {
  if (!/^an?$/.test(tokens[at]!.lower)) return undefined;
  const seconds = timeWord(tokens[at + 1]?.lower ?? '');
  const before = tokens[at - 1]?.lower ?? '';
  const bounded =
    /^(?:within|for|after|under|than|lasts?|takes?)$/.test(before) || (before === 'to' && tokens[at - 2]?.lower === 'up');
  if (seconds === undefined || !bounded || isPlural(tokens[at + 1]!.lower)) return undefined;
  return { kind: 'duration', amount: exactly(seconds), unit: 's', next: at + 2, vague: false };
}

/** "uploads a video a day": one, where a verb stands before and a window behind. */
export function oneThing(tokens: Tokens, at: number): Core | undefined {
  if (!/^an?$/.test(tokens[at]!.lower) || at === 0 || !isVerbAt(tokens, at - 1)) return undefined;
  const phrase = readNounPhrase(tokens, at + 1, 1);
  const divisor = phrase && readDivisor(tokens, phrase.next, false);
  return divisor?.window !== undefined
    ? { kind: 'count', amount: exactly(1), unit: 'count', next: at + 1, vague: false }
    : undefined;
}

/** A number with a unit of size, time or rate, or a bare count. */
export function measured(tokens: Tokens, at: number): Core | undefined {
  const read = readNumeral(tokens, at);
  if (!read) return undefined;
  let next =
    tokens[read.next]?.text === '-' && tokens[read.next]!.glued && tokens[read.next + 1]?.kind === 'word'
      ? read.next + 1
      : read.next;
  const unit = unitAt(tokens, next);
  if (!unit) return countOrBusyTime(tokens, next, read.value, read.vague);
  next += 1;
  const range = unitRange(tokens, next, unit.word.unit);
  const scaled = scale(read.value, unit.word.factor);
  const amount =
    range && range.high >= scaled.low ? { low: scaled.low, likely: (scaled.low + range.high) / 2, high: range.high } : scaled;
  const kind: MentionKind =
    unit.word.unit === 'B' ? 'size' : unit.word.unit === 's' ? 'duration' : unit.word.unit === 'B/s' ? 'data-rate' : 'rate';
  return { kind, amount, unit: unit.word.unit, next: range && amount !== scaled ? range.next : next, vague: read.vague };
}

const scale = ({ low, likely, high }: Interval, factor: number): Interval => {
  const by = (value: number) => (Number.isInteger(factor) ? value * factor : Number((value * factor).toPrecision(15)));
  return { low: by(low), likely: by(likely), high: by(high) };
};

function unitAt(tokens: Tokens, at: number): { word: UnitWord } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const word = unitWord(token.text);
  return word && !(token.text.length === 1 && /[dym]/i.test(token.text) && !token.glued) ? { word } : minutes(token);
}

const minutes = (token: Token): { word: UnitWord } | undefined =>
  token.text === 'm' && token.glued ? { word: { unit: 's', factor: 60 } } : undefined;

/** "200 GB to 300 GB", "2 days - 1 week". */
function unitRange(tokens: Tokens, at: number, unit: string): { high: number; next: number } | undefined {
  if (!/^(?:to|-|–|—)$/.test(tokens[at]?.lower ?? '')) return undefined;
  const second = readNumeral(tokens, at + 1);
  const word = second && unitAt(tokens, second.next)?.word;
  return second && word?.unit === unit ? { high: scale(second.value, word.factor).high, next: second.next + 1 } : undefined;
}

/** "four busy hours", "three working days": words between the number and a time unit. */
function countOrBusyTime(tokens: Tokens, at: number, value: Interval, vague: boolean): Core {
  const word = unitWord(tokens[at + 1]?.text ?? '');
  const adjective =
    /^(?:busy|busiest|peak|working|trading|business|calendar|full|rolling|open|opening|office|night|consecutive|additional|extra|more|average|market|rush)$/.test(
      tokens[at]?.lower ?? '',
    );
  if (word?.unit === 's' && adjective)
    return { kind: 'duration', amount: scale(value, word.factor), unit: 's', next: at + 2, vague };
  return { kind: 'count', amount: value, unit: 'count', next: at, vague };
}
