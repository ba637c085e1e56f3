import { between, countable, rated } from './mention-window.ts';
import type { Mention, NounPhrase } from './mention.ts';
import { isActor } from './nouns.ts';
import { moveWindows, shareHeads, shareObjects } from './share-phrases.ts';
import type { Token } from './tokens.ts';
import { windowWord } from './units.ts';
import { verbInNoun } from './verbs.ts';
import { readDivisor } from './window.ts';
import { PERIOD_ADVERBS } from './word-list.ts';

export type Tokens = readonly Token[];

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

const REACH = 8;

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
      verbInNoun(mention.noun.head) !== undefined ||
      SENT.test(mention.noun.head) ||
      mention.noun.modifiers.includes('new') ||
      isParallel(mention, next);
    if (!happens || mention.sentence !== next.sentence) continue;
    if (/^(?:,|and|, and)$/.test(between(tokens, mention, next) ?? '')) result[index] = rated(mention, next.window, mention.last);
  }
  return result;
}

/** What is sent, whatever it is called. */
const SENT = /^(?:push|mail|email|e-mail|sms|text|message|notification|letter|fax)$/;

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
      /^(?:(?:is|are|must be|to be|arrive|arrives|come|comes|join|start|open|connect|return|rush|log in|log on|sign in|show up|happen|[a-z]{2,12}ed|sent|sold|try|to|buy) ){0,3}(?:in|within|over|during|for|in the space of|in about|within about|over a period of)$/.test(
        gap,
      )
      ? { ...mention, within: next.value.likely }
      : mention;
  });
}
