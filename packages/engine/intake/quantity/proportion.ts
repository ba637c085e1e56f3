import { exactly, type Interval, lookUp } from '@archwright/kernel';
import type { MentionKind, NounPhrase } from './mention.ts';
import { readNounPhrase } from './noun-phrase.ts';
import { FRACTIONS, SMALL } from './number-words.ts';
import { readCardinal, readNumeral } from './numeral.ts';
import type { Token } from './tokens.ts';

const MULTIPLES = { twice: 2, double: 2, thrice: 3, triple: 3 };

/** A number that is a proportion by its form: percentage, fraction, nines, multiple, ratio. */
export interface Proportion {
  readonly kind: MentionKind;
  readonly value: Interval;
  readonly next: number;
  /** "one *message* in twenty". */
  readonly noun?: NounPhrase;
  /** "one or two", "a few": true where the number itself is vague. */
  readonly vague?: boolean;
}

type Tokens = readonly Token[];
const scaleBy = ({ low, likely, high }: Interval, factor: number): Interval => {
  const by = (value: number) => Number((value * factor).toPrecision(15));
  return { low: by(low), likely: by(likely), high: by(high) };
};

/** Reads the proportion that starts at a token, if one does. */
export function readProportion(tokens: Tokens, at: number): Proportion | undefined {
  return (
    readRatio(tokens, at) ??
    readNines(tokens, at) ??
    readFractionWord(tokens, at) ??
    readOneIn(tokens, at) ??
    readMultiple(tokens, at) ??
    readPercent(tokens, at)
  );
}

const isPercent = (token: Token | undefined): boolean => token !== undefined && /^(?:%|percent|pct)$/.test(token.lower);

function readPercent(tokens: Tokens, at: number): Proportion | undefined {
  if (tokens[at]?.kind === 'word' && /^an?$/.test(tokens[at]!.lower)) return undefined;
  const first = readNumeral(tokens, at);
  if (!first) return undefined;
  let { next, value } = first;
  if (isPercent(tokens[next]) && /^[-–—]$|^to$/.test(tokens[next + 1]?.lower ?? '')) {
    const second = readCardinal(tokens, next + 2);
    if (second && isPercent(tokens[second.next]) && second.value.likely >= value.low) {
      value = { low: value.low, likely: (value.low + second.value.high) / 2, high: second.value.high };
      next = second.next;
    }
  }
  const perCent = tokens[next]?.lower === 'per' && tokens[next + 1]?.lower === 'cent';
  if (!isPercent(tokens[next]) && !perCent) return undefined;
  return { kind: 'share', value: scaleBy(value, 0.01), next: next + (perCent ? 2 : 1) };
}

/** "a fifth", "two thirds", "half"; an ordinal without "of" or a number in front is a rank, not a share. */
function readFractionWord(tokens: Tokens, at: number): Proportion | undefined {
  const word = tokens[at]!.lower;
  const article = /^(?:an?|the)$/.test(word);
  if (word === 'half' && !/^an?$/.test(tokens[at + 1]?.lower ?? '')) return { kind: 'share', value: exactly(0.5), next: at + 1 };
  const many = lookUp(SMALL, word);
  const name = tokens[at + 1]?.lower ?? '';
  const next = tokens[at + 1]?.text === '-' ? at + 3 : at + 2;
  const read = tokens[at + 1]?.text === '-' ? (tokens[at + 2]?.lower ?? '') : name;
  const share = lookUp(FRACTIONS, read) ?? (many !== undefined ? lookUp(FRACTIONS, read.replace(/s$/, '')) : undefined);
  if (share === undefined || read === 'second') return undefined;
  if (word === 'the' && tokens[next]?.lower !== 'of') return undefined;
  if (article && (read === 'quarter' || read === 'third') && tokens[next]?.lower !== 'of') return undefined;
  if (article) return { kind: 'share', value: exactly(share), next };
  return many === undefined || many * share > 1 ? undefined : { kind: 'share', value: exactly(many * share), next };
}

/** "one in twenty", "1 out of 10", "one viewer in ten". */
function readOneIn(tokens: Tokens, at: number): Proportion | undefined {
  const first = readCardinal(tokens, at);
  if (!first || first.value.likely > 10 || /^an?$/.test(tokens[at]!.lower)) return undefined;
  const noun = readNounPhrase(tokens, first.next, first.value.likely === 1 ? 1 : 2);
  let next = noun ? noun.next : first.next;
  if (tokens[next]?.lower === 'out' && tokens[next + 1]?.lower === 'of') next += 2;
  else if (/^(?:in|of)$/.test(tokens[next]?.lower ?? '') && (tokens[next]!.lower === 'in' || !noun)) next += 1;
  else return undefined;
  if (tokens[next]?.lower === 'every') next += 1;
  const whole = readCardinal(tokens, next);
  if (!whole || whole.value.likely <= first.value.likely || /^an?$/.test(tokens[next]!.lower)) return undefined;
  const after = tokens[whole.next];
  const follows = after?.kind === 'word' ? readNounPhrase(tokens, whole.next, 1) : undefined;
  if (noun && follows && after!.lower.endsWith('s') && !isVerbAfter(tokens, whole.next)) return undefined;
  return {
    kind: 'share',
    value: exactly(first.value.likely / whole.value.likely),
    next: whole.next,
    ...(noun && { noun: noun.phrase }),
  };
}

/** "in one hour" holds a time; "one in twenty carries" a verb: only a third-person verb may follow the whole. */
const isVerbAfter = (tokens: Tokens, at: number): boolean => {
  const next = tokens[at + 1]?.lower ?? '';
  return /^(?:a|an|the|at|to|no|\d.*)$/.test(next) || next in SMALL;
};

/** "four nines", "three and a half nines": 1 − 10^−n, with a half nine ending in 5. */
function readNines(tokens: Tokens, at: number): Proportion | undefined {
  const many = readCardinal(tokens, at);
  if (!many || many.value.likely < 1 || many.value.likely > 12) return undefined;
  const next = tokens[many.next]?.text === '-' ? many.next + 1 : many.next;
  if (!/^(?:nines|9s)$/.test(tokens[next]?.lower ?? '') && !(tokens[next]?.lower === 'nine' && next > many.next))
    return undefined;
  const whole = Math.floor(many.value.likely);
  const half = many.value.likely > whole;
  const text = `0.${'9'.repeat(whole)}${half ? '5' : ''}`;
  return { kind: 'availability', value: exactly(Number(text)), next: next + 1 };
}

/** "five times the average", "10x", "tenfold", "twice the usual", "double". */
function readMultiple(tokens: Tokens, at: number): Proportion | undefined {
  const word = tokens[at]!.lower;
  const named = lookUp(MULTIPLES, word);
  const after = tokens[at + 1]?.lower ?? '';
  if (named !== undefined)
    return /^(?:the|that|as|our|its|average|normal|usual)$/.test(after)
      ? { kind: 'multiple', value: exactly(named), next: at + 1 }
      : undefined;
  const fold = /^([a-z]{3,8})fold$/.exec(word);
  const folds = fold ? lookUp(SMALL, fold[1]!) : undefined;
  if (folds) return { kind: 'multiple', value: exactly(folds), next: at + 1 };
  const many = readNumeral(tokens, at);
  if (!many) return undefined;
  const next = tokens[many.next];
  const mark =
    next &&
    ((/^[xX×]$/.test(next.text) && tokens[many.next + 1]?.kind !== 'number') ||
      next.lower === 'fold' ||
      (next.text === '-' && tokens[many.next + 1]?.lower === 'fold'));
  if (mark) return { kind: 'multiple', value: many.value, next: many.next + (next.text === '-' ? 2 : 1) };
  const compared = /^(?:the|that|as|our|its|more|higher|busier|average|normal|usual|of|mean)$/.test(
    tokens[many.next + 1]?.lower ?? '',
  );
  return next?.lower === 'times' && compared ? { kind: 'multiple', value: many.value, next: many.next + 1 } : undefined;
}

/** "100:1", "80/20", "100 to 1", "ten to one"; a time of day, a date or a path is none. */
function readRatio(tokens: Tokens, at: number): Proportion | undefined {
  const left = readCardinal(tokens, at);
  const link = left && tokens[left.next];
  if (!left || !link) return undefined;
  const right = readCardinal(tokens, left.next + 1);
  if (!right || !(right.value.likely > 0)) return undefined;
  const [a, b] = [left.value.likely, right.value.likely];
  const digits = tokens[at]!.kind === 'number' && tokens[left.next + 1]!.kind === 'number';
  const colon =
    link.text === ':' &&
    link.glued &&
    digits &&
    !/^0|^\d\d$/.test(tokens[left.next + 1]!.text) &&
    tokens[right.next]?.text !== ':';
  const slash = link.text === '/' && link.glued && digits && a + b === 100;
  const words = link.lower === 'to' && b === 1 && a >= 1 && !unitFollows(tokens, right.next);
  if (!colon && !slash && !words) return undefined;
  return { kind: 'ratio', value: exactly(a / b), next: right.next };
}

const unitFollows = (tokens: Tokens, at: number): boolean =>
  /^(?:second|minute|hour|day|week|month|year|ms|s|min|h|%|percent|[kmgtp]?b)$/.test(tokens[at]?.lower ?? '');
