import type { Mention, NounPhrase } from './mention.ts';
import { isActor } from './nouns.ts';
import { verbInNoun } from './verbs.ts';
import type { Token } from './tokens.ts';
import { PERIOD_ADVERBS, QUALIFIERS } from './word-list.ts';
import { windowWord } from './units.ts';
import { readDivisor } from './window.ts';

type Tokens = readonly Token[];

/**
 * Gives each mention what its neighbours say for it too: the head of "five million daily and 25 million monthly players",
 * the window of "ten million posts and a hundred million views each month", a window that comes later in the clause, and the
 * span of "100 million messages in one hour".
 */
export function distribute(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  const shared = shareHeads(tokens, moveWindows(tokens, mentions));
  const opening = openings(tokens);
  const objects = shareObjects(tokens, shared);
  const windowed = objects.map((mention, index) => fromOpening(opening, laterWindow(tokens, objects, index, mention)));
  const counted = joinIntervals(tokens, windowed.map(withoutFanOutWindow));
  return spans(tokens, shareWindows(tokens, counted));
}

/** "2 million photos are uploaded every minute", "three readings every ten seconds": the interval is the window of the count. */
function joinIntervals(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  const result: Mention[] = [];
  for (const mention of mentions) {
    const last = result.at(-1);
    const gap =
      last &&
      mention.kind === 'interval' &&
      mention.value.likely > 0 &&
      (last.kind === 'count' || last.kind === 'duration') &&
      countable(last)
        ? between(tokens, last, mention)
        : undefined;
    if (last && gap !== undefined && PASSIVE.test(gap)) result[result.length - 1] = rated(last, mention.value.likely, last.last);
    else result.push(mention);
  }
  return result;
}
const PASSIVE = /^(?:(?:is|are|get|gets) )?(?:[a-z]{2,12}ed|sent|sold|arrive|arrives|come in)?\s?(?:every)?$/;

/** The window of "ten messages to four people each day" belongs to the messages. */
function withoutFanOutWindow(mention: Mention, index: number, all: readonly Mention[]): Mention {
  const sent = all[index - 1];
  const fansOut =
    mention.kind === 'rate' && mention.preposition === 'to' && sent?.kind === 'rate' && mention.first - sent.last <= 3;
  if (!fansOut) return mention;
  const { window: _window, ...rest } = mention;
  return { ...rest, kind: 'count', unit: 'count', value: mention.amount };
}

/** "two million photos of 200 KB a day" counts photos a day; "opens ten times a day and posts twice" means twice a day. */
function moveWindows(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  const result = [...mentions];
  result.forEach((mention, index) => {
    const [before, next] = [result[index - 1], result[index + 1]];
    if (mention.kind === 'count' && mention.noun?.head && mention.window === undefined && next?.kind === 'data-rate' && next.window !== undefined && next.preposition === 'of' && !next.each && between(tokens, mention, next) === 'of') {
      result[index] = rated(mention, next.window, mention.last);
      const { window: _window, ...size } = next;
      result[index + 1] = { ...size, kind: 'size', unit: 'B', value: next.amount };
    }
    if (mention.kind === 'frequency' && mention.window === undefined && before?.window !== undefined && before.sentence === mention.sentence) result[index] = { ...rated(mention, before.window, mention.last), kind: 'frequency', unit: '1/s' };
  });
  return result.filter((mention) => mention.kind !== 'frequency' || mention.window !== undefined);
}

/** Tokens between two mentions, or undefined where they are far apart. */
const between = (tokens: Tokens, left: Mention, right: Mention): string | undefined =>
  right.first - left.last > 6 || right.first < left.last
    ? undefined
    : tokens
        .slice(left.last, right.first)
        .map((token) => token.lower)
        .join(' ');

function shareHeads(tokens: Tokens, mentions: readonly Mention[]): Mention[] {
  const joins = (left: Mention, right: Mention): boolean =>
    /^(?:,|and|, and|or|\/|\+|\(|, of which|of which|with)$/.test(between(tokens, left, right) ?? '');
  return mentions.map((mention, index) => {
    if (mention.kind === 'count' && !mention.noun) return pronoun(tokens, mentions, index, mention);
    if (mention.kind !== 'count' || mention.noun?.head !== '') return mention;
    const next = mentions[index + 1];
    const before = mentions[index - 1];
    const found =
      next?.noun?.head && next.kind === 'count' && joins(mention, next)
        ? next
        : before?.noun?.head && before.kind === 'count' && joins(before, mention)
          ? before
          : undefined;
    return found?.noun ? { ...mention, noun: { ...mention.noun, head: found.noun.head, plural: true } } : mention;
  });
}

/** "Every day brings two million pictures", "Per month: ...": the window that opens a clause. */
function openings(tokens: Tokens): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  tokens.forEach((token, index) => {
    if (index > 0 && tokens[index - 1]!.clause === token.clause) return;
    const divisor =
      /^(?:every|each|per|in|on)$/.test(token.lower) && tokens[index + 1]?.kind === 'word'
        ? readDivisor(tokens, /^(?:in|on)$/.test(token.lower) ? index + 1 : index, false)
        : undefined;
    const adverb =
      /^(?:daily|monthly|weekly|hourly)$/.test(token.lower) && /^(?::|,)$/.test(tokens[index + 1]?.text ?? '')
        ? PERIOD_ADVERBS[token.lower]
        : undefined;
    const window = adverb ?? divisor?.window;
    if (window !== undefined)
      found.set(token.clause, window).set(token.clause + (tokens[divisor?.next ?? index + 1]?.text === ':' ? 1 : 0), window);
  });
  return found;
}

const fromOpening = (opening: ReadonlyMap<number, number>, mention: Mention): Mention => {
  const window = opening.get(mention.clause);
  const fits =
    window !== undefined &&
    countable(mention) &&
    mention.kind === 'count' &&
    mention.noun?.head &&
    !isActor(mention.noun.head) &&
    !mention.per &&
    !mention.each;
  return fits ? rated(mention, window, mention.last) : mention;
};

/** "1.5 billion users, 800 million of whom are active daily": the pronoun stands for what was counted before. */
function pronoun(tokens: Tokens, mentions: readonly Mention[], index: number, mention: Mention): Mention {
  const words = tokens.slice(mention.last, mention.last + 7).filter((token) => token.clause === mention.clause);
  if (words[0]?.lower !== 'of' || !/^(?:whom|which|them|these|those)$/.test(words[1]?.lower ?? '')) return mention;
  const counted = mentions.slice(Math.max(0, index - 3), index).findLast((other) => other.kind === 'count' && other.noun?.head);
  if (!counted?.noun) return mention;
  const modifiers = words.map((token) => token.lower).filter((word) => QUALIFIERS.has(word));
  if (modifiers.includes('active') && words.some((token) => token.lower === 'day')) modifiers.push('daily');
  return { ...mention, noun: { ...counted.noun, modifiers } };
}

/** "sends ten and receives forty mails a day", "sends ten mails a day and receives forty": the object of two verbs. */
function shareObjects(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((mention, index) => {
    if (mention.kind !== 'count' || mention.noun || mention.verb === undefined) return mention;
    const [before, next] = [mentions[index - 1], mentions[index + 1]];
    const linked = (left: Mention, right: Mention): boolean => /^,? ?and (?:\S{1,20} )?[a-z]{2,20}$/.test(between(tokens, left, right) ?? '') && left.verb !== right.verb;
    const source = next?.kind === 'rate' && next.noun && linked(mention, next) ? next : before?.kind === 'rate' && before.noun && linked(before, mention) ? before : undefined;
    if (source?.window === undefined) return mention;
    return { ...rated(mention, source.window, mention.last), noun: source.noun!, ...(source.per && { per: source.per }), each: source.each };
  });
}

const REACH = 8;
const countable = (mention: Mention): boolean =>
  (mention.kind === 'count' ||
    mention.kind === 'size' ||
    (mention.kind === 'duration' && /^(?:video|audio|music|footage|speech|content)$/.test(mention.of?.head ?? ''))) &&
  mention.window === undefined &&
  mention.preposition !== 'to';

/** "2 million photos are uploaded every day": a window later in the clause, before the next number, comma or clause end. */
function laterWindow(tokens: Tokens, mentions: readonly Mention[], index: number, mention: Mention): Mention {
  if (!countable(mention)) return mention;
  const noun = mention.noun ?? mention.of;
  let per: NounPhrase | undefined;
  const fanOut = mentions[index + 1]?.preposition === 'to' ? mentions[index + 1] : undefined;
  if (fanOut?.window !== undefined && fanOut.first - mention.last <= 3) return rated(mention, fanOut.window, mention.last);
  const stop = fanOut && fanOut.first - mention.last <= 3 ? fanOut.last : (mentions[index + 1]?.first ?? Infinity);
  for (
    let at = fanOut && stop === fanOut.last ? stop : mention.last;
    at < Math.min(tokens.length, mention.last + REACH) && at < Math.max(stop, mention.last + 1);
    at += 1
  ) {
    const token = tokens[at]!;
    if (
      token.clause !== mention.clause ||
      /^[,;]$/.test(token.text) ||
      (/^(?:and|who|which|that|each)$/.test(token.lower) && windowWord(tokens[at + 1]?.lower ?? '') === undefined)
    )
      break;
    const divisor = readDivisor(tokens, at, false);
    if (divisor?.per && divisor.window === undefined) {
      per = divisor.per;
      at = divisor.next - 1;
    }
    if (divisor?.window !== undefined && !(noun && isActor(noun.head) && at > mention.last))
      return { ...rated(mention, divisor.window, divisor.next), ...(per && !mention.per && { per }) };
  }
  return mention;
}

const rated = (mention: Mention, window: number, last: number): Mention => {
  const by = (value: number) => value / window;
  const { low, likely, high } = mention.amount;
  const kind = mention.kind === 'size' ? ('data-rate' as const) : mention.kind === 'duration' ? mention.kind : ('rate' as const);
  return {
    ...mention,
    kind,
    unit: kind === 'rate' ? '1/s' : kind === 'duration' ? 's' : 'B/s',
    window,
    last,
    value: { low: by(low), likely: by(likely), high: by(high) },
  };
};

/** In a list the last window holds for the counts before it that are not people: "10M pastes and 100M views each month". */
function shareWindows(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  const result = [...mentions];
  for (let index = mentions.length - 2; index >= 0; index -= 1) {
    const [mention, next] = [result[index]!, result[index + 1]!];
    if (
      !countable(mention) ||
      next.kind !== 'rate' ||
      next.window === undefined ||
      !mention.noun?.head ||
      mention.kind !== 'count'
    )
      continue;
    if (isActor(mention.noun.head) || next.per || next.each || mention.per || mention.each) continue;
    const happens =
      verbInNoun(mention.noun.head) !== undefined || mention.noun.modifiers.includes('new') || isParallel(mention, next);
    if (!happens || mention.sentence !== next.sentence) continue;
    if (/^(?:,|and|, and)$/.test(between(tokens, mention, next) ?? '')) result[index] = rated(mention, next.window, mention.last);
  }
  return result;
}

/** "photos and videos uploaded a day": two counts under one new verb read alike when both are large and of a size. */
const isParallel = (mention: Mention, next: Mention): boolean =>
  next.noun?.modifiers.includes('new') === true && mention.amount.likely >= 1000;

/** "100 million messages in one hour": the span becomes part of the count. */
function spans(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1];
    if (mention.kind !== 'count' || next?.kind !== 'duration' || next.window !== undefined) return mention;
    const gap = between(tokens, mention, next);
    return gap !== undefined &&
      /^(?:(?:is|are|must be|to be|arrive|arrives|come|happen|[a-z]{2,12}ed|sent|sold|try|to|buy) ){0,3}(?:in|within|over|during|for|in the space of|in about|within about|over a period of)$/.test(
        gap,
      )
      ? { ...mention, within: next.value.likely }
      : mention;
  });
}
