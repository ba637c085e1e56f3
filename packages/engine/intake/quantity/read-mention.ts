import { exactly, type Interval, type Unit } from '@archwright/kernel';
import { isPeak, readComparator, readGovernor, readPercentile } from './context.ts';
import { readFrequency } from './frequency.ts';
import type { Mention, MentionKind, NounPhrase } from './mention.ts';
import { readMoney } from './money.ts';
import { readNounPhrase, readPhraseBefore } from './noun-phrase.ts';
import { isPlural } from './nouns.ts';
import { readNumeral } from './numeral.ts';
import { readProportion } from './proportion.ts';
import type { Token } from './tokens.ts';
import { timeWord, unitWord, type UnitWord } from './units.ts';
import { readDivisor } from './window.ts';

type Tokens = readonly Token[];
/** What the number itself says, before its surroundings are looked at. */
interface Core {
  readonly kind: MentionKind;
  readonly amount: Interval;
  readonly unit: Unit;
  readonly next: number;
  readonly vague: boolean;
  readonly noun?: NounPhrase;
  readonly window?: number;
}

/** The quantity that starts at token `at`, or undefined. */
export function readMention(text: string, tokens: Tokens, at: number): Mention | undefined {
  const core = readMoney(tokens, at) ?? readFrequency(tokens, at) ?? oneSpan(tokens, at) ?? proportion(tokens, at) ?? measured(tokens, at);
  if (!core) return undefined;
  const tail = readTail(tokens, core);
  const { comparator, approximate } = readComparator(tokens, at);
  const { verb, subject, verbAt } = readGovernor(tokens, at);
  const percentile = core.unit === 's' && comparator === 'at-most' ? readPercentile(tokens, at) : undefined;
  const before = phraseBefore(tokens, at);
  const preposition = /^(?:to|of|with|in|over|within|for|on|by|at|from|during|every|last|first|top)$/.exec(tokens[at - 1]?.lower ?? '')?.[0];
  const kind = finalKind(core, tail, tokens, at);
  const [start, end] = [tokens[at]!.start, tokens[tail.next - 1]!.end];
  return {
    start,
    end,
    quote: text.slice(start, end),
    amount: core.amount,
    value: tail.window && kind !== 'growth' && kind !== 'share' && kind !== 'money' ? divide(core.amount, tail.window) : moneyRate(core, tail),
    unit: finalUnit(core, kind, tail),
    kind,
    ...(tail.noun && { noun: tail.noun }),
    ...(tail.of && { of: tail.of }),
    ...(before && { before }),
    ...(tail.window !== undefined && { window: tail.window }),
    ...(tail.per && { per: tail.per }),
    each: tail.each,
    ...(comparator && { comparator }),
    approximate: approximate || core.vague,
    ...(percentile !== undefined && { percentile }),
    peak: isPeak(tokens, at, tail.next),
    ...(verb !== undefined && { verb }),
    ...(verbAt !== undefined && { verbAt }),
    ...(subject && { subject }),
    ...(preposition !== undefined && { preposition }),
    sentence: tokens[at]!.sentence,
    clause: tokens[at]!.clause,
    first: at,
    last: tail.next,
  };
}

const divide = ({ low, likely, high }: Interval, by: number): Interval => ({ low: low / by, likely: likely / by, high: high / by });
const MONTH = 2_592_000;
/** Money a year or a day as money a month. */
const moneyRate = (core: Core, tail: Tail): Interval =>
  core.kind === 'money' && tail.window !== undefined && tail.window !== MONTH
    ? tail.window === 31_536_000
      ? divide(core.amount, 12)
      : divide(core.amount, tail.window / MONTH)
    : core.amount;

function proportion(tokens: Tokens, at: number): Core | undefined {
  const read = readProportion(tokens, at);
  if (!read) return undefined;
  const spoken = tokens.slice(Math.max(0, at - 5), at).some((token) => /^(?:availability|uptime|available|slo|sla)$/.test(token.lower));
  const follows = tokens.slice(read.next, read.next + 4).some((token) => /^(?:availability|uptime|available)$/.test(token.lower));
  const available = read.kind === 'share' && read.value.likely >= 0.9 && read.value.likely < 1 && (spoken || follows);
  return { kind: available ? 'availability' : read.kind, amount: read.value, unit: 'ratio', next: read.next, vague: false, ...(read.noun && { noun: read.noun }) };
}

/** "within an hour", "up to a day", "for a week": one of a time unit, where a preposition makes it a span and not a rate. */
function oneSpan(tokens: Tokens, at: number): Core | undefined {
  if (!/^an?$/.test(tokens[at]!.lower)) return undefined;
  const seconds = timeWord(tokens[at + 1]?.lower ?? '');
  const before = tokens[at - 1]?.lower ?? '';
  const bounded = /^(?:within|for|after|under|than|lasts?|takes?)$/.test(before) || (before === 'to' && tokens[at - 2]?.lower === 'up');
  if (seconds === undefined || !bounded || isPlural(tokens[at + 1]!.lower)) return undefined;
  return { kind: 'duration', amount: exactly(seconds), unit: 's', next: at + 2, vague: false };
}

/** A number with a unit of size, time or rate, or a bare count. */
function measured(tokens: Tokens, at: number): Core | undefined {
  const read = readNumeral(tokens, at);
  if (!read) return undefined;
  let next = tokens[read.next]?.text === '-' && tokens[read.next]!.glued && tokens[read.next + 1]?.kind === 'word' ? read.next + 1 : read.next;
  const unit = unitAt(tokens, next);
  if (!unit) return countOrBusyTime(tokens, next, read.value, read.vague);
  next += 1;
  const range = unitRange(tokens, next, unit.word.unit);
  const scaled = scale(read.value, unit.word.factor);
  const amount = range && range.high >= scaled.low ? { low: scaled.low, likely: (scaled.low + range.high) / 2, high: range.high } : scaled;
  const kind: MentionKind = unit.word.unit === 'B' ? 'size' : unit.word.unit === 's' ? 'duration' : unit.word.unit === 'B/s' ? 'data-rate' : 'rate';
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
const minutes = (token: Token): { word: UnitWord } | undefined => (token.text === 'm' && token.glued ? { word: { unit: 's', factor: 60 } } : undefined);

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
  const adjective = /^(?:busy|busiest|peak|working|trading|business|calendar|full|rolling|open|opening|office|night|consecutive|additional|extra|more|average|market|rush)$/.test(tokens[at]?.lower ?? '');
  if (word?.unit === 's' && adjective) return { kind: 'duration', amount: scale(value, word.factor), unit: 's', next: at + 2, vague };
  return { kind: 'count', amount: value, unit: 'count', next: at, vague };
}

interface Tail {
  readonly next: number;
  readonly noun?: NounPhrase;
  readonly of?: NounPhrase;
  readonly window?: number;
  readonly per?: NounPhrase;
  readonly each: boolean;
}

/** Noun, "of" phrase and divisors after the number. */
function readTail(tokens: Tokens, core: Core): Tail {
  let next = core.next;
  const slash = core.kind === 'count' ? slashUnit(tokens, next) : undefined;
  if (slash) return { next: slash.next, window: slash.window, each: false, ...(slash.noun && { noun: slash.noun }) };
  const amount = core.unit === 'count' ? core.amount.likely : 1;
  const counted = core.noun ? undefined : readNounPhrase(tokens, next, core.kind === 'count' ? amount : core.unit === 's' ? 2 : 1);
  if (counted) next = counted.next;
  let of: NounPhrase | undefined;
  if (/^(?:of|from|among)$/.test(tokens[next]?.lower ?? '')) {
    const skip = /^(?:the|our|all|its|their|each|every)$/.test(tokens[next + 1]?.lower ?? '') ? 1 : 0;
    const inside = readNounPhrase(tokens, next + 1 + skip, 2);
    if (inside && !(core.kind === 'count' && counted)) [of, next] = [inside.phrase, inside.next];
  }
  const divisors = readDivisors(tokens, next, core);
  const noun = core.noun ?? counted?.phrase;
  return { ...divisors, ...(noun && { noun }), ...(of && { of }), ...(core.window !== undefined && divisors.window === undefined && { window: core.window }) };
}

/** "500/s", "500 events/s", "20 req / min". */
function slashUnit(tokens: Tokens, at: number): { next: number; window: number; noun?: NounPhrase } | undefined {
  const direct = tokens[at]?.text === '/' ? readDivisor(tokens, at, false) : undefined;
  return direct?.window !== undefined ? { next: direct.next, window: direct.window } : undefined;
}

function readDivisors(tokens: Tokens, at: number, core: Core): Omit<Tail, 'noun' | 'of'> {
  let next = at;
  let window: number | undefined;
  let per: NounPhrase | undefined;
  let each = false;
  for (let turn = 0; turn < 3; turn += 1) {
    const divisor = readDivisor(tokens, next, core.kind === 'size' || core.kind === 'count');
    if (!divisor || (core.kind === 'interval')) break;
    if (divisor.window !== undefined && window !== undefined) break;
    window ??= divisor.window;
    per ??= divisor.per;
    each ||= divisor.each ?? false;
    next = divisor.next;
  }
  return { next, each, ...(window !== undefined && { window }), ...(per && { per }) };
}

function finalKind(core: Core, tail: Tail, tokens: Tokens, at: number): MentionKind {
  if (core.kind === 'duration') return tokens[at - 1]?.lower === 'every' ? 'interval' : 'duration';
  if (core.kind === 'count' && tail.window !== undefined) return 'rate';
  if (core.kind === 'count' && !tail.noun && isRateLabel(tokens, at)) return 'rate';
  if (core.kind === 'size' && tail.window !== undefined) return 'data-rate';
  const grows = (tail.window ?? 0) >= 86_400 && core.kind === 'share';
  return grows ? 'growth' : core.kind;
}

/** "QPS: 4,000", "TPS of 500". */
const isRateLabel = (tokens: Tokens, at: number): boolean => {
  const label = /^(?::|=|of|is)$/.test(tokens[at - 1]?.lower ?? '') ? tokens[at - 2] : tokens[at - 1];
  return /^(?:qps|rps|tps|eps|iops)$/.test(label?.lower ?? '');
};

function finalUnit(core: Core, kind: MentionKind, tail: Tail): Unit {
  if (core.kind === 'money') return tail.window === undefined ? core.unit : `${core.unit}/month`;
  if (kind === 'rate') return '1/s';
  if (kind === 'data-rate') return 'B/s';
  return core.unit;
}

/** "DAU: 5M", "a session 512 bytes", "RPO 5 minutes": the phrase in front, over a colon, "of", "is" or a comparator. */
function phraseBefore(tokens: Tokens, at: number): NounPhrase | undefined {
  let { start } = readComparator(tokens, at);
  while (start > 1 && start > at - 5 && /^(?::|=|of|is|are|be|must|at|for|the|\()$/.test(tokens[start - 1]!.lower)) start -= 1;
  return start > 0 && tokens[start - 1]!.sentence === tokens[at]!.sentence ? readPhraseBefore(tokens, start) : undefined;
}
