import { type Figure } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { plural, sameThing } from '../quantity/nouns.ts';
import { kindOfVerb, verbInNoun } from '../quantity/verbs.ts';
import { around, computed, type Demand, mainStream, nearestReferent, phraseText, type Population, populationOf, previous, require, stated, type Stream, streamOf } from './demand.ts';
import { addStream, nameOf } from './streams.ts';

/** Parts of populations, before the rates that speak of them: "10 % of users upload one video a day". */
export function readPopulationShares(demand: Demand): void {
  for (const mention of demand.mentions) {
    if (!isOpen(demand, mention)) continue;
    const whole = wholeOf(demand, mention);
    if (whole?.population) shareOfPopulation(demand, mention, whole.population);
  }
}

/** Shares of streams: attachments, new items, hot sets, channels. */
export function readShares(demand: Demand): void {
  readChannels(demand);
  let last: { mention: Mention; stream: Stream } | undefined;
  for (const mention of demand.mentions) {
    if (!isOpen(demand, mention)) continue;
    const near = last && last.mention.sentence === mention.sentence && !mention.noun && !mention.of ? last.stream : undefined;
    const stream = wholeOf(demand, mention)?.stream ?? near;
    if (!stream) continue;
    shareOfStream(demand, mention, stream);
    last = { mention, stream };
  }
}

const isOpen = (demand: Demand, mention: Mention): boolean =>
  mention.kind === 'share' &&
  !demand.used.has(mention) &&
  !isDiskShare(demand, mention) &&
  !isOccupancy(mention) &&
  !isOverbooking(mention) &&
  !isFunnel(demand, mention) &&
  !isConcentration(demand, mention);

/** "70 % of them in three hours": when a day's volume happens, not what it is made of. */
export function isConcentration(demand: Demand, mention: Mention): boolean {
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  return next?.kind === 'duration' && next.sentence === mention.sentence && next.first - mention.last <= 6 && next.amount.likely >= 600 && next.amount.likely <= 43_200 && /^(?:in|within|during)$/.test(next.preposition ?? '');
}

export const isDiskShare = (demand: Demand, mention: Mention): boolean => /\b(?:overhead|reserve|reserves|reserved|disk|disks|headroom|free space|compress|compression|compressed)\b/.test(around(demand, mention, 6, 4));
export const isOccupancy = (mention: Mention): boolean => /^(?:occupied|occupancy|full|utilised|utilized|utilisation|utilization|booked|filled|load)$/.test(mention.noun?.head ?? mention.before?.head ?? '');
export const isOverbooking = (mention: Mention): boolean => /^(?:overbooking|overbooked|oversell|overselling)$/.test(mention.noun?.head ?? mention.before?.head ?? '');
export const isFunnel = (demand: Demand, mention: Mention): boolean => /\b(?:steps?|funnel|conversion|convert|converts|proceed|proceeds)\b/.test(around(demand, mention, 4, 8));

/** "one message in twenty", "a fifth of the daily queries", "10 % of users". */
function wholeOf(demand: Demand, mention: Mention): { stream?: Stream; population?: Population } | undefined {
  const pronoun = demand.tokens.slice(mention.last, mention.last + 2).map((token) => token.lower).join(' ');
  if (/^of (?:them|these|those|which)$/.test(pronoun)) {
    const near = nearestReferent(demand, mention);
    return near && ('verb' in near ? { stream: near } : { population: near });
  }
  const noun = mention.of?.head || mention.noun?.head;
  if (!noun) return undefined;
  const phrase = mention.of ?? mention.noun!;
  const stream = streamOf(demand, noun) ?? (/^(?:traffic|request|call|volume|load)$/.test(noun) ? mainStream(demand) : undefined);
  const population = populationOf(demand, noun, phrase.modifiers.includes('daily') ? 86_400 : undefined);
  return stream && !(population && population.noun === noun) ? { stream } : population ? { population } : stream ? { stream } : undefined;
}

function shareFigure(demand: Demand, mention: Mention, subject: string): Figure {
  const figure = stated(demand, mention, `share.${subject}`, `share: ${phraseText(demand, mention)}`);
  require(demand, 'share', { mention, subject, figure, statement: phraseText(demand, mention) });
  return figure;
}

/** What a share carries: the noun of the size or count that follows, or the phrase after the verb. */
function carried(demand: Demand, mention: Mention): string | undefined {
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  if (next && next.sentence === mention.sentence && next.first - mention.last <= 6 && next.noun?.head && (next.kind === 'size' || next.kind === 'count')) return next.noun.head;
  const words = demand.tokens.slice(mention.last, mention.last + 5).filter((token) => token.sentence === mention.sentence);
  const at = words.findIndex((token) => /^(?:carr(?:y|ies)|has|have|contains?|includes?|with|in|to|become|becomes|an?)$/.test(token.lower));
  const noun = at >= 0 ? words.slice(at + 1).find((token) => token.kind === 'word' && !/^(?:an?|the)$/.test(token.lower)) : undefined;
  return noun?.lower.replace(/s$/, '');
}

function shareOfStream(demand: Demand, mention: Mention, whole: Stream): void {
  const held = /\b(?:cache|caching|cached|memory|hot|holds?|holding)\b/.test(around(demand, mention, 6, 4));
  const words = demand.tokens.slice(mention.last, mention.last + 3).map((token) => token.lower).join(' ');
  const fresh = /\bnew\b/.test(words) || (mention.of?.modifiers.includes('new') ?? false);
  if (held) return hotShare(demand, mention, whole);
  const noun = fresh ? `new-${whole.noun}` : (carried(demand, mention) ?? describedShare(demand, mention, whole));
  const share = shareFigure(demand, mention, noun);
  const kind = whole.kind === 'read' && fresh ? ('write' as const) : whole.kind;
  addStream(demand, {
    name: { noun, verb: fresh ? 'record' : whole.verb, object: noun, kind },
    parent: whole,
    part: true,
    mean: (id) => computed(demand, `${id}.rate`, `${plural(noun.replaceAll('-', ' '))}, on average`, '1/s', 'whole * share', { whole: whole.mean, share }),
  });
  demand.referents.set(mention, demand.streams.at(-1)!);
}

const describedShare = (demand: Demand, mention: Mention, whole: Stream): string => {
  const next = demand.tokens.slice(mention.last, mention.last + 3).filter((token) => token.kind === 'word' && token.sentence === mention.sentence && !/^(?:is|are|go|goes|will|be|the|an?|to|of|by)$/.test(token.lower));
  return next[0] ? `${next[0].lower}-${whole.noun}` : `some-${whole.noun}`;
};

/** "a cache holding a fifth of the daily redirects": how many are held, and later their bytes. */
function hotShare(demand: Demand, mention: Mention, whole: Stream): void {
  const share = shareFigure(demand, mention, `hot-${whole.noun}`);
  demand.book.compute('hot-set.items', `${plural(whole.noun)} of a day that the hot set holds`, 'count', 'rate * day * share', { rate: whole.mean, day: dayOf(demand), share });
  demand.referents.set(mention, whole);
}

const dayOf = (demand: Demand): Figure => demand.book.get('span.day') ?? demand.book.leaf({ id: 'span.day', label: 'a day', unit: 's', origin: 'rule', low: 86_400, likely: 86_400, high: 86_400, reason: '24 hours' });

function shareOfPopulation(demand: Demand, mention: Mention, whole: Population): void {
  const words = demand.tokens.slice(mention.first, mention.last + 7).filter((token) => token.sentence === mention.sentence).map((token) => token.lower).join(' ');
  const concurrent = /\b(?:online|concurrent|concurrently|simultaneously|connected|at once|at the same time|at any (?:one )?time)\b/.test(words);
  const daily = /\b(?:active (?:each|every|per|a)|daily|each day|every day|a day)\b/.test(words) && !whole.qualifier;
  const word = concurrent ? 'concurrent' : (carriedState(demand, mention) ?? 'some');
  const share = shareFigure(demand, mention, `${word}-${whole.noun}`);
  const qualifier = concurrent ? ('concurrent' as const) : daily ? ('daily' as const) : undefined;
  const figure = computed(demand, `population.${word}-${whole.noun}`, `${word} ${plural(whole.noun)}`, 'count', 'all * share', { all: whole.figure, share });
  const made: Population = { noun: whole.noun, modifiers: [word], figure, parent: whole, mention, ...(qualifier && { qualifier }) };
  demand.populations.push(made);
  demand.referents.set(mention, made);
  if (concurrent) require(demand, 'users.concurrent', { subject: whole.noun, figure, origin: 'derived', statement: phraseText(demand, mention) });
}

const carriedState = (demand: Demand, mention: Mention): string | undefined =>
  demand.tokens.slice(mention.last, mention.last + 4).find((token) => token.kind === 'word' && token.sentence === mention.sentence && !/^(?:is|are|who|of|the|an?|will|to)$/.test(token.lower))?.lower;

/** A list of shares after a total splits it: "a billion sends a day (half e-mail, 35 percent push, rest in-app)". */
function readChannels(demand: Demand): void {
  const runs: Mention[][] = [];
  for (const mention of demand.mentions) {
    if (mention.kind !== 'share' || demand.used.has(mention) || !mention.noun?.head || mention.of) continue;
    const prior = previous(demand, mention, 3);
    const run = runs.at(-1);
    if (prior && run?.at(-1) === prior) run.push(mention);
    else runs.push([mention]);
  }
  for (const run of runs) if (run.length >= 2 && !run.some((mention) => isDiskShare(demand, mention) || isOccupancy(mention))) splitChannels(demand, run);
}

function splitChannels(demand: Demand, run: readonly Mention[]): void {
  const order = demand.order.get(run[0]!) ?? 0;
  const whole = demand.mentions.slice(0, order).map((mention) => demand.referents.get(mention)).findLast((referent): referent is Stream => referent !== undefined && 'verb' in referent);
  const total = run.reduce((sum, mention) => sum + mention.value.likely, 0);
  if (!whole || total > 1.0001) return;
  const shares = run.map((mention) => ({ noun: mention.noun!.head, share: shareFigure(demand, mention, mention.noun!.head) }));
  for (const { noun, share } of shares) channel(demand, whole, noun, share);
  const rest = restWord(demand, run.at(-1)!);
  if (!rest || total >= 1) return;
  const names = Object.fromEntries(shares.map(({ share }, index) => [`part${index}`, share]));
  const share = computed(demand, `share.${rest}`, `share: the rest, ${rest}`, 'ratio', `1 - ${Object.keys(names).join(' - ')}`, names);
  channel(demand, whole, rest, share);
}

function channel(demand: Demand, whole: Stream, noun: string, share: Figure): void {
  const name = nameOf(whole.verb, noun, undefined);
  const verb = kindOfVerb(verbInNoun(noun) ?? '') ? whole.verb : name.verb;
  addStream(demand, { name: { ...name, verb, object: noun, kind: whole.kind }, parent: whole, part: true, mean: (id) => computed(demand, `${id}.rate`, `${noun}, on average`, '1/s', 'whole * share', { whole: whole.mean, share }) });
}

/** "rest in-app", "the remainder by SMS". */
function restWord(demand: Demand, last: Mention): string | undefined {
  const words = demand.tokens.slice(last.last, last.last + 7).filter((token) => token.sentence === last.sentence);
  const at = words.findIndex((token) => /^(?:rest|remainder|others?)$/.test(token.lower));
  const found = at < 0 ? undefined : words.slice(at + 1).find((token) => token.kind === 'word' && !/^(?:is|are|by|via|goes|go|through|in|as)$/.test(token.lower));
  return found?.lower;
}

/** Whether a stream is a share of another by name; used when sizes look for their owner. */
export const isNewPart = (stream: Stream, noun: string): boolean => stream.noun === `new-${noun}` || sameThing(stream.noun.replace(/^new-/, ''), noun);
