import type { Interval, Unit } from '@archwright/kernel';
import { isPeak, readComparator, readGovernor, readPercentile } from './context.ts';
import { readFrequency } from './frequency.ts';
import type { Mention, MentionKind, NounPhrase } from './mention.ts';
import { CURRENCIES, readMoney } from './money.ts';
import { readPhraseBefore } from './noun-phrase.ts';
import { type Core, measured, oneSpan, oneThing, proportion } from './number-with-unit.ts';
import { FRACTIONS, MAGNITUDES, PLURAL_MAGNITUDES, SMALL, VAGUE } from './number-words.ts';
import { readTail, type Tail } from './tail.ts';
import type { Token } from './tokens.ts';

export type Tokens = readonly Token[];

/** The quantity that starts at token `at`, or undefined. */
export function readMention(text: string, tokens: Tokens, at: number): Mention | undefined {
  if (!canStart(tokens[at]!)) return undefined;
  const core =
    readMoney(tokens, at) ??
    readFrequency(tokens, at) ??
    oneSpan(tokens, at) ??
    oneThing(tokens, at) ??
    proportion(tokens, at) ??
    measured(tokens, at);
  if (!core) return undefined;
  const tail = readTail(tokens, core);
  const { comparator, approximate } = readComparator(tokens, at);
  const { verb, verbAt, ...governor } = readGovernor(tokens, at);
  const subject = withEach(tokens, at) ?? governor.subject;
  const percentile = core.unit === 's' && comparator === 'at-most' ? readPercentile(tokens, at) : undefined;
  const before = phraseBefore(tokens, at);
  const preposition = /^(?:to|of|with|in|over|within|for|on|by|at|from|during|every|last|first|top)$/.exec(
    tokens[at - 1]?.lower ?? '',
  )?.[0];
  const kind = finalKind(core, tail, tokens, at);
  const [start, end] = [tokens[at]!.start, tokens[tail.next - 1]!.end];
  return {
    start,
    end,
    quote: text.slice(start, end),
    amount: core.amount,
    value:
      tail.window && kind !== 'growth' && kind !== 'share' && kind !== 'money'
        ? divide(core.amount, tail.window)
        : moneyRate(core, tail),
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

/** "500 cities, each with ten cinemas". */
const withEach = (tokens: Tokens, at: number): NounPhrase | undefined => {
  const [each, link] = [tokens[at - 2], tokens[at - 1]];
  if (each?.lower !== 'each' || !/^(?:with|having|of)$/.test(link?.lower ?? '')) return undefined;
  return { head: 'each', modifiers: [], plural: false, start: each.start, end: each.end };
};

const STARTS: ReadonlySet<string> = new Set([
  ...[SMALL, MAGNITUDES, VAGUE, PLURAL_MAGNITUDES, FRACTIONS, CURRENCIES].flatMap((table) => Object.keys(table)),
  ...'a an the every once twice thrice double triple between us'.split(' '),
]);

/** Whether a quantity may begin with this token: most words are passed over at once. */
const canStart = (token: Token): boolean =>
  token.kind === 'word'
    ? STARTS.has(token.lower) || token.lower.endsWith('fold')
    : token.kind === 'number' || Object.hasOwn(CURRENCIES, token.text);

const divide = ({ low, likely, high }: Interval, by: number): Interval => ({
  low: low / by,
  likely: likely / by,
  high: high / by,
});

const MONTH = 2_592_000;

/** Money a year or a day as money a month. */
const moneyRate = (core: Core, tail: Tail): Interval =>
  core.kind === 'money' && tail.window !== undefined && tail.window !== MONTH
    ? tail.window === 31_536_000
      ? divide(core.amount, 12)
      : divide(core.amount, tail.window / MONTH)
    : core.amount;

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
