import type { Diagnostic, Figure, FigureBook, Interval, Place, Unit } from '@archwright/kernel';
import { positionAt, slug } from '@archwright/kernel';
import type { Requirement, RequirementKey } from '@archwright/model';
import type { Mention } from '../quantity/mention.ts';
import { sameThing } from '../quantity/nouns.ts';
import type { Token } from '../quantity/tokens.ts';
import type { ActivityKind } from '../quantity/verbs.ts';

/** Things or people that exist, with how many. */
export interface Population {
  /** Singular head noun. */
  readonly noun: string;
  readonly modifiers: readonly string[];
  readonly qualifier?: 'daily' | 'monthly' | 'concurrent';
  readonly figure: Figure;
  readonly parent?: Population;
  readonly mention?: Mention;
  readonly at?: Place;
}

/** Occurrences in time: what is sent, viewed, ordered; rates in 1/s. */
export interface Stream {
  readonly id: string;
  readonly noun: string;
  readonly verb: string;
  readonly object: string;
  readonly kind: ActivityKind;
  readonly actor?: string;
  readonly mean: Figure;
  /** Set by a schedule, a stated peak or a peak factor. */
  peak?: Figure;
  bytes?: Figure;
  /** Bytes of the answer, where they differ from what came in. */
  answer?: Figure;
  /** Occurrences in all, for work that ends. */
  total?: Figure;
  retention?: Figure;
  /** The stream it is a multiple or a part of. */
  readonly parent?: Stream;
  /** Part of another stream's occurrences: left out of totals of requests. */
  readonly part: boolean;
  /** Driven by a clock, not by people: no peak above the schedule. */
  readonly scheduled: boolean;
  readonly population?: Population;
  readonly mention?: Mention;
  readonly at?: Place;
}

/** Bytes arriving at a rate, with or without a known number of occurrences. */
export interface Flow {
  readonly id: string;
  readonly noun: string;
  readonly label: string;
  readonly rate: Figure;
  readonly stream?: Stream;
}

/** The network being built from one brief: mutable inside the stage, never outside. */
export interface Demand {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Position of each mention in `mentions`. */
  readonly order: ReadonlyMap<Mention, number>;
  readonly book: FigureBook;
  readonly populations: Population[];
  readonly streams: Stream[];
  readonly flows: Flow[];
  readonly requirements: Requirement[];
  readonly diagnostics: Diagnostic[];
  /** Mentions that have a role. */
  readonly used: Set<Mention>;
  /** What a mention turned out to be. */
  readonly referents: Map<Mention, Population | Stream>;
  readonly answers: readonly Requirement[];
}

export const placeOf = (demand: Demand, mention: Mention): Place => ({
  source: 'brief',
  start: mention.start,
  end: mention.end,
  quote: mention.quote,
  ...positionAt(demand.text, mention.start),
});

/** An id no figure of the book has yet: `id`, `id-2`, ... */
export function freshId(book: FigureBook, id: string): string {
  if (!book.get(id)) return id;
  let number = 2;
  while (book.get(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** A figure that the brief states. */
export function stated(demand: Demand, mention: Mention, id: string, label: string, value: Interval = mention.value, unit: Unit = mention.unit): Figure {
  const { low, likely, high } = value;
  return demand.book.leaf({ id: freshId(demand.book, id), label, unit, origin: 'stated', low, likely, high, at: placeOf(demand, mention) });
}

/** A figure computed from others, under a fresh id. */
export function computed(demand: Demand, id: string, label: string, unit: Unit, text: string, inputs: Readonly<Record<string, Figure>>): Figure {
  return demand.book.compute(freshId(demand.book, id), label, unit, text, inputs);
}

/** An assumption of ours with its reason; the same id is the same assumption. */
export function assumed(demand: Demand, id: string, label: string, unit: Unit, value: Interval, reason: string): Figure {
  return demand.book.get(id) ?? demand.book.leaf({ id, label, unit, origin: 'assumed', ...value, reason });
}

const SPANS = { day: 86_400, month: 2_592_000, year: 31_536_000 } as const;
/** A day, a 30-day month or a 365-day year in seconds, as a figure. */
export const span = (demand: Demand, name: keyof typeof SPANS): Figure =>
  demand.book.get(`span.${name}`) ??
  demand.book.leaf({
    id: `span.${name}`,
    label: `a ${name}`,
    unit: 's',
    origin: 'rule',
    low: SPANS[name],
    likely: SPANS[name],
    high: SPANS[name],
    reason: name === 'month' ? '30 days: the month of a stated rate' : name === 'year' ? '365 days' : '24 hours',
  });

/** Records a requirement under `key.subject`, numbered where the pair repeats; an answer to the same question replaces it. */
export function require(
  demand: Demand,
  key: RequirementKey,
  given: {
    readonly mention?: Mention;
    readonly subject?: string;
    readonly detail?: string;
    readonly figure?: Figure;
    readonly value?: string;
    readonly statement: string;
    readonly origin?: Requirement['origin'];
  },
): void {
  const { mention, subject, figure } = given;
  if (mention) demand.used.add(mention);
  const base = subject ? `${key}.${slug(subject)}` : key;
  const repeats = demand.requirements.filter(({ id }) => id === base || id.startsWith(`${base}-`)).length;
  const taken = demand.requirements.some(({ id }) => id === base);
  const quantity = figure && { low: figure.low, likely: figure.likely, high: figure.high, unit: figure.unit };
  demand.requirements.push({
    id: taken ? `${base}-${repeats + 1}` : base,
    key,
    ...(subject !== undefined && { subject: slug(subject) }),
    ...(given.detail !== undefined && { detail: given.detail }),
    ...(quantity && { quantity }),
    ...(given.value !== undefined && { value: given.value }),
    origin: given.origin ?? 'stated',
    ...(mention && { at: placeOf(demand, mention) }),
    statement: given.statement,
    ...(figure && { figure: figure.id }),
  });
}

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
  demand.tokens.slice(left.last, right.first).map((token) => token.lower).join(' ');

export const streamOf = (demand: Demand, noun: string): Stream | undefined =>
  demand.streams.find((stream) => stream.noun === noun || stream.object === noun && stream.kind !== 'read') ??
  demand.streams.find((stream) => sameThing(stream.noun, noun));

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

/** What a phrase refers to, when it is part of a mention that was understood: the "daily drivers" of "500K daily drivers". */
export function referentAt(demand: Demand, mention: Mention, phrase: { readonly end: number } | undefined): Population | Stream | undefined {
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
