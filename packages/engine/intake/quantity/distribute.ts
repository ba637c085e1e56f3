import type { Mention } from './mention.ts';
import { isActor } from './nouns.ts';
import type { Token } from './tokens.ts';
import { windowWord } from './units.ts';
import { readDivisor } from './window.ts';

type Tokens = readonly Token[];

/**
 * Gives each mention what its neighbours say for it too: the head of "five million daily and 25 million monthly players",
 * the window of "ten million posts and a hundred million views each month", a window that comes later in the clause, and the
 * span of "100 million messages in one hour".
 */
export function distribute(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  const shared = shareHeads(tokens, mentions);
  const windowed = shared.map((mention, index) => laterWindow(tokens, shared, index, mention));
  return spans(tokens, shareWindows(tokens, windowed.map(withoutFanOutWindow)));
}

/** The window of "ten messages to four people each day" belongs to the messages. */
function withoutFanOutWindow(mention: Mention, index: number, all: readonly Mention[]): Mention {
  const sent = all[index - 1];
  const fansOut = mention.kind === 'rate' && mention.preposition === 'to' && sent?.kind === 'rate' && mention.first - sent.last <= 3;
  if (!fansOut) return mention;
  const { window: _window, ...rest } = mention;
  return { ...rest, kind: 'count', unit: 'count', value: mention.amount };
}

/** Tokens between two mentions, or undefined where they are far apart. */
const between = (tokens: Tokens, left: Mention, right: Mention): string | undefined =>
  right.first - left.last > 6 || right.first < left.last ? undefined : tokens.slice(left.last, right.first).map((token) => token.lower).join(' ');

function shareHeads(tokens: Tokens, mentions: readonly Mention[]): Mention[] {
  const joins = (left: Mention, right: Mention): boolean => /^(?:,|and|, and|or|\/|\+|\(|, of which|of which|with)$/.test(between(tokens, left, right) ?? '');
  return mentions.map((mention, index) => {
    if (mention.kind !== 'count' || mention.noun?.head !== '') return mention;
    const next = mentions[index + 1];
    const before = mentions[index - 1];
    const found = next?.noun?.head && next.kind === 'count' && joins(mention, next) ? next : before?.noun?.head && before.kind === 'count' && joins(before, mention) ? before : undefined;
    return found?.noun ? { ...mention, noun: { ...mention.noun, head: found.noun.head, plural: true } } : mention;
  });
}

const REACH = 8;
const countable = (mention: Mention): boolean => (mention.kind === 'count' || mention.kind === 'size') && mention.window === undefined && mention.preposition !== 'to';

/** "2 million photos are uploaded every day": a window later in the clause, before the next number, comma or clause end. */
function laterWindow(tokens: Tokens, mentions: readonly Mention[], index: number, mention: Mention): Mention {
  if (!countable(mention)) return mention;
  const noun = mention.noun ?? mention.of;
  const fanOut = mentions[index + 1]?.preposition === 'to' ? mentions[index + 1] : undefined;
  if (fanOut?.window !== undefined && fanOut.first - mention.last <= 3) return rated(mention, fanOut.window, mention.last);
  const stop = fanOut && fanOut.first - mention.last <= 3 ? fanOut.last : (mentions[index + 1]?.first ?? Infinity);
  for (let at = fanOut && stop === fanOut.last ? stop : mention.last; at < Math.min(tokens.length, mention.last + REACH) && at < Math.max(stop, mention.last + 1); at += 1) {
    const token = tokens[at]!;
    if (token.clause !== mention.clause || /^[,;]$/.test(token.text) || /^(?:and|who|which|that|each)$/.test(token.lower) && windowWord(tokens[at + 1]?.lower ?? '') === undefined) break;
    const divisor = readDivisor(tokens, at, false);
    if (divisor?.window !== undefined && !(noun && isActor(noun.head) && at > mention.last)) return rated(mention, divisor.window, mention.last);
  }
  return mention;
}

const rated = (mention: Mention, window: number, last: number): Mention => {
  const by = (value: number) => value / window;
  const { low, likely, high } = mention.amount;
  const kind = mention.kind === 'size' ? ('data-rate' as const) : ('rate' as const);
  return { ...mention, kind, unit: kind === 'rate' ? '1/s' : 'B/s', window, last, value: { low: by(low), likely: by(likely), high: by(high) } };
};

/** In a list the last window holds for the counts before it that are not people: "10M pastes and 100M views each month". */
function shareWindows(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  const result = [...mentions];
  for (let index = mentions.length - 2; index >= 0; index -= 1) {
    const [mention, next] = [result[index]!, result[index + 1]!];
    if (!countable(mention) || next.kind !== 'rate' || next.window === undefined || !mention.noun?.head || mention.kind !== 'count') continue;
    if (isActor(mention.noun.head) || next.per || next.each || mention.per || mention.each) continue;
    if (mention.noun.modifiers.includes('registered') || mention.sentence !== next.sentence) continue;
    if (/^(?:,|and|, and)$/.test(between(tokens, mention, next) ?? '')) result[index] = rated(mention, next.window, mention.last);
  }
  return result;
}

/** "100 million messages in one hour": the span becomes part of the count. */
function spans(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1];
    if (mention.kind !== 'count' || next?.kind !== 'duration' || next.window !== undefined) return mention;
    const gap = between(tokens, mention, next);
    return gap !== undefined && /^(?:in|within|over|during|for|in the space of|in about|within about|over a period of)$/.test(gap) ? { ...mention, within: next.value.likely } : mention;
  });
}
