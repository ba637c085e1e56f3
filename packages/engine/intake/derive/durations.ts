import { verbBase, verbInNoun } from '../quantity/verbs.ts';
import { type Figure, formatQuantity, isGiven, lookUp } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { type Demand, freshId, givenOrigin, require, stated } from './demand.ts';
import { around, gapWords, phraseText, previous } from './network.ts';

/** What a retention is said about, and the figure. */
export interface Retention {
  readonly subject?: string;
  readonly modifiers: readonly string[];
  readonly figure: Figure;
  /** "one-minute averages": seconds of one summary. */
  readonly period?: number;
}

const KEEPS =
  /\b(?:keep|kept|keeps|keeping|store|stored|stores|retain|retains|retained|retention|hold|holds|held|history|archive|archived|searchable|queryable|hot|available for|live for|expire|expires|expiry|ttl|deleted after|deleted for|removed after|storage|space required|capacity for|runs? for|operates? for|for the next)\b/;
const NOT_KEPT = /^(?:inventory|calendar|availability|schedule)$/;

/** Retention periods, in the order of the brief; marks the mentions as used. */
export function readRetentions(demand: Demand): Retention[] {
  const found: Retention[] = answeredRetentions(demand);
  const answered = found.some(({ subject }) => subject === undefined);
  let last: Mention | undefined;
  for (const mention of demand.mentions) {
    if (
      demand.used.has(mention) ||
      mention.kind !== 'duration' ||
      mention.window !== undefined ||
      NOT_KEPT.test(mention.of?.head ?? '')
    )
      continue;
    if (!isRetention(demand, mention, last)) continue;
    last = mention;
    const read = retention(demand, mention);
    if (!answered && !found.some(({ subject, figure }) => isGiven(figure.origin) && subject === read.subject)) found.push(read);
  }
  return found;
}

/** Retentions that were answered outrank those of the brief. */
const answeredRetentions = (demand: Demand): Retention[] =>
  demand.answers.flatMap((answer) => {
    const { key, subject, quantity, statement } = answer;
    if (key !== 'retention' || !quantity) return [];
    const { low, likely, high } = quantity;
    const id = freshId(demand.book, subject === undefined ? 'retention' : `retention.${subject}`);
    const figure = demand.book.leaf({ id, label: statement, unit: 's', origin: givenOrigin(answer), low, likely, high });
    return [{ modifiers: [], figure, ...(subject !== undefined && { subject }) }];
  });

function isRetention(demand: Demand, mention: Mention, last: Mention | undefined): boolean {
  if (/^(?:storage|data|history|retention|logs?|records?|archive)$/.test(mention.of?.head ?? '')) return true;
  if (isSummaryPeriod(demand, mention)) return false;
  if (mention.comparator === 'at-most' && mention.value.likely < 3600) return false;
  const words = around(demand, mention, 9, 3);
  if (KEEPS.test(words) && mention.value.likely >= 3600)
    return !/\b(?:average|stay|within|delete a)\b/.test(around(demand, mention, 3, 2));
  return (
    last !== undefined && last.sentence === mention.sentence && mention.first - last.last <= 6 && mention.value.likely >= 3600
  );
}

/** "one-minute" of "one-minute averages 90 days" measures the summary, not how long it is kept. */
const isSummaryPeriod = (demand: Demand, mention: Mention): boolean => {
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  return (
    mention.noun !== undefined &&
    next !== undefined &&
    next.kind === 'duration' &&
    next.first - mention.last <= 2 &&
    mention.value.likely <= 86_400
  );
};

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: 86_400,
  minutely: 60,
  weekly: 604_800,
  monthly: 2_592_000,
};

function retention(demand: Demand, mention: Mention): Retention {
  const prior = previous(demand, mention, 2);
  const summary = prior && prior.kind === 'duration' && prior.noun && isSummaryPeriod(demand, prior) ? prior : undefined;
  const after = mention.noun?.head ? mention.noun : undefined;
  const subject =
    mention.subject && !/^(?:each|who|it|we|they|which|that|every)$/.test(mention.subject.head) ? mention.subject : undefined;
  const said = summary?.noun ?? mention.of ?? mention.before ?? (mention.verb === 'keep' ? subject : (after ?? subject));
  const period = summary?.value.likely ?? said?.modifiers.map((word) => lookUp(PERIODS, word)).find(Boolean);
  const name = summary ? `${summary.quote}` : said ? [...said.modifiers, said.head].join(' ').trim() : '';
  const clean = name.replace(/^(?:keep|store|retain|kept|stored) /, '');
  const generic = clean === '' || /^(?:storage|data|history|retention|it|everything|searchable|log)$/.test(clean);
  if (summary) demand.used.add(summary);
  const label = generic ? 'how long data is kept' : `retention: ${clean}`;
  const figure = stated(demand, mention, generic ? 'retention' : `retention.${clean.replace(/[^a-z0-9]+/g, '-')}`, label);
  require(demand, 'retention', {
    mention,
    figure,
    statement: `${generic ? 'Data' : clean} kept ${phraseText(demand, mention)}`,
    ...(!generic && { subject: clean }),
  });
  return {
    modifiers: said?.modifiers ?? [],
    figure,
    ...(said?.head && { subject: said.head }),
    ...(period !== undefined && { period }),
  };
}

/** Response times: bounded short times, and times of answering and arriving. */
export function readLatencies(demand: Demand): void {
  for (const mention of demand.mentions) {
    if (demand.used.has(mention) || mention.kind !== 'duration' || mention.window !== undefined || mention.value.likely > 600)
      continue;
    const words = around(demand, mention, 10, 4);
    const spoken =
      /\b(?:latency|respond|response|responds|answer|answers|p50|p90|p95|p99|percentile|median|load|loads|real time|ms)\b/.test(
        words,
      );
    if (
      mention.comparator !== 'at-most' &&
      !(spoken && /\b(?:latency|p\s?\d\d|percentile|respons?e? time|answers?|responds?)\b/.test(words))
    )
      continue;
    if (mention.preposition === 'every' || /\b(?:last|lasts|window)\b/.test(around(demand, mention, 2, 0))) continue;
    const named =
      mention.before?.head && !/^(?:latency|p|response|time)$/.test(mention.before.head)
        ? mention.before.head
        : mention.subject?.head;
    const subject = named !== undefined && verbBase(named) !== undefined && verbInNoun(named) === undefined ? undefined : named;
    const percentile = mention.percentile ?? (mention.comparator === 'at-most' ? undefined : 'p50');
    const figure = stated(
      demand,
      mention,
      subject ? `latency.${subject}` : 'latency',
      `response time${subject ? ` of ${subject}` : ''}`,
    );
    require(demand, 'latency', {
      mention,
      figure,
      statement: `${percentile ? `${percentile} ` : ''}${mention.comparator === 'at-most' ? 'at most ' : ''}${formatQuantity(figure.likely, 's')}: ${phraseText(demand, mention)}`,
      ...(subject && { subject }),
      ...(percentile && { detail: percentile }),
    });
  }
}

/** "10 hours a day", "35 minutes a week": the share of the time in which something happens. */
export const isActiveTime = (mention: Mention): boolean =>
  mention.kind === 'duration' &&
  mention.window !== undefined &&
  mention.window >= 86_400 &&
  mention.amount.likely < mention.window;

/** Whether the words between two mentions only join them. */
export const joined = (demand: Demand, left: Mention, right: Mention): boolean =>
  /^(?:plus|and|,|\+|with|, plus|as well as|and another)?\s?(?:about|roughly|around|another)?$/.test(
    gapWords(demand, left, right),
  );
