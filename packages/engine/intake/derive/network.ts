import type { Mention, NounPhrase } from '../quantity/mention.ts';
import { sameThing } from '../quantity/nouns.ts';
import type { Demand, Population, Stream } from './demand.ts';

/** The words around a mention in its sentence, lower case, the mention's own words included. */
export function around(demand: Demand, mention: Mention, back: number, ahead: number): string {
  const from = Math.max(0, mention.first - back);
  return demand.tokens
    .slice(from, mention.last + ahead)
    .filter((token) => token.sentence === mention.sentence)
    .map((token) => token.lower)
    .join(' ');
}

/** The mention directly before, when at most `gap` tokens lie between. */
export function previous(demand: Demand, mention: Mention, gap: number): Mention | undefined {
  const before = demand.mentions[(demand.order.get(mention) ?? 0) - 1];
  return before && before.sentence === mention.sentence && mention.first - before.last <= gap ? before : undefined;
}

/** Words between two mentions. */
export const gapWords = (demand: Demand, left: Mention, right: Mention): string =>
  demand.tokens
    .slice(left.last, right.first)
    .map((token) => token.lower)
    .join(' ');

export const streamOf = (demand: Demand, noun: string): Stream | undefined =>
  largest(demand.streams.filter((stream) => stream.noun === noun && stream.kind !== 'read' && !stream.part)) ??
  largest(demand.streams.filter((stream) => stream.object === noun && stream.kind !== 'read' && !stream.part)) ??
  demand.streams.find((stream) => stream.noun === noun) ??
  demand.streams.find((stream) => sameThing(stream.noun, noun)) ??
  byKind(demand, noun);

const largest = (streams: readonly Stream[]): Stream | undefined => streams.toSorted((a, b) => b.mean.likely - a.mean.likely)[0];

/** "read", "write" and "view" name whatever is read or written, where one stream does. */
function byKind(demand: Demand, noun: string): Stream | undefined {
  if (noun === 'write') return demand.streams.find(({ kind, part }) => kind === 'write' && !part);
  return noun === 'read' || noun === 'view' ? demand.streams.find(({ kind, part }) => kind === 'read' && !part) : undefined;
}

/** The stream that carries the design's data: the first write that is no part of another, or else the first. */
export const mainStream = (demand: Demand): Stream | undefined =>
  demand.streams.find((stream) => stream.kind !== 'read' && !stream.part && !stream.parent) ??
  demand.streams.find((stream) => !stream.part) ??
  demand.streams[0];

/**
 * The population a noun means. Where several share the noun, the window picks: daily actives for anything per day or
 * shorter, monthly actives for a month, otherwise the largest.
 */
export function populationOf(demand: Demand, noun: string, window?: number): Population | undefined {
  const exact = demand.populations.filter((population) => population.noun === noun);
  const named = exact.length > 0 ? exact : demand.populations.filter((population) => sameThing(population.noun, noun));
  const wanted = window === undefined ? undefined : window <= 604_800 ? 'daily' : 'monthly';
  const byQualifier = named.find((population) => population.qualifier !== undefined && population.qualifier === wanted);
  const largest = named.toSorted((a, b) => b.figure.likely - a.figure.likely)[0];
  return byQualifier ?? largest;
}

/** The population a phrase means, its modifiers included: the active drivers and not all of them. */
export function populationFor(demand: Demand, phrase: NounPhrase, window?: number): Population | undefined {
  const alike = demand.populations.find(
    (population) => population.noun === phrase.head && phrase.modifiers.some((word) => population.modifiers.includes(word)),
  );
  return alike ?? populationOf(demand, phrase.head, window);
}

/** What a phrase refers to, when it is part of a mention that was understood: the "daily drivers" of "500K daily drivers". */
export function referentAt(
  demand: Demand,
  mention: Mention,
  phrase: { readonly end: number } | undefined,
): Population | Stream | undefined {
  if (!phrase) return undefined;
  const order = demand.order.get(mention) ?? 0;
  for (let index = order - 1; index >= Math.max(0, order - 8); index -= 1) {
    const other = demand.mentions[index]!;
    if (other.start < phrase.end && phrase.end <= other.end) return demand.referents.get(other);
  }
  return undefined;
}

/** The population or stream mentioned last before. */
export function nearestReferent(demand: Demand, mention: Mention): Population | Stream | undefined {
  const order = demand.order.get(mention) ?? 0;
  for (let index = order - 1; index >= Math.max(0, order - 4); index -= 1) {
    const found = demand.referents.get(demand.mentions[index]!);
    if (found) return found;
  }
  return undefined;
}

/** A phrase as words for a label: "new short links". */
export const phraseText = (demand: Demand, phrase: { readonly start: number; readonly end: number }): string =>
  demand.text.slice(phrase.start, phrase.end).replace(/\s+/g, ' ').toLowerCase();
