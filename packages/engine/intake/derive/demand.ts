import {
  positionAt,
  type Diagnostic,
  type Figure,
  type FigureBook,
  type FigureOrigin,
  type Interval,
  type Place,
  slug,
  type Unit,
} from '@archwright/kernel';
import type { Requirement, RequirementKey } from '@archwright/model';
import type { Mention } from '../quantity/mention.ts';
import type { Token } from '../quantity/tokens.ts';
import type { ActivityKind } from '../quantity/verbs.ts';

/** Whatever was given outranks the brief; what is only assumed stays assumed, and what a model found says so. */
export const givenOrigin = ({ origin }: Requirement): FigureOrigin =>
  origin === 'assumed' || origin === 'read-by-model' ? origin : 'answered';

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
  /** The load comes in bursts, with little between them. */
  readonly inBursts: boolean;
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
export function stated(
  demand: Demand,
  mention: Mention,
  id: string,
  label: string,
  value: Interval = mention.value,
  unit: Unit = mention.unit,
): Figure {
  const { low, likely, high } = value;
  return demand.book.leaf({
    id: freshId(demand.book, id),
    label,
    unit,
    origin: 'stated',
    low,
    likely,
    high,
    at: placeOf(demand, mention),
  });
}

/** A figure computed from others, under a fresh id. */
export function computed(
  demand: Demand,
  id: string,
  label: string,
  unit: Unit,
  text: string,
  inputs: Readonly<Record<string, Figure>>,
): Figure {
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
