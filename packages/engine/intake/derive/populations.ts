import { formatQuantity, isGiven } from '@archwright/kernel';
import type { RequirementKey } from '@archwright/model';
import type { Mention, NounPhrase } from '../quantity/mention.ts';
import { isActor, plural, sameThing } from '../quantity/nouns.ts';
import { computed, type Demand, placeOf, type Population, require, stated } from './demand.ts';
import { gapWords, around, nearestReferent, phraseText, populationOf, streamOf } from './network.ts';

const RANKED = /^(?:top|first|last|latest|nearest|best|most|closest)$/;

/** Counts of the brief that are no part of something else: "50 million daily users", "5,000 hotels". */
export function readPopulations(demand: Demand): void {
  for (const mention of demand.mentions)
    if (!demand.used.has(mention) && mention.kind === 'count' && isStandalone(demand, mention)) addPopulation(demand, mention);
  addTotals(demand);
}

function isStandalone(demand: Demand, mention: Mention): boolean {
  const noun = countedNoun(mention);
  if (!noun?.head || mention.per || mention.each || mention.within !== undefined) return false;
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  if (next?.preposition === 'every' && next.kind === 'count' && next.first - mention.last <= 3) return false;
  if (mention.preposition === 'every') return false;
  if (!mention.noun && mention.preposition === 'of' && mention.before?.plural) return false;
  if (/^(?:limit|maximum|max|cap)$/.test(mention.before?.head ?? '')) return false;
  if (mention.preposition === 'top' || noun.modifiers.some((word) => RANKED.test(word))) return false;
  if (isLimit(mention) || isMember(demand, mention)) return false;
  return !/\b(?:retry|retries|attempt|attempts|times?)$/.test(noun.head);
}

/** "groups up to 100 people": a bound on each of what stands in front. */
export const isLimit = (mention: Mention): boolean =>
  mention.comparator === 'at-most' &&
  mention.before !== undefined &&
  mention.before.plural &&
  mention.noun !== undefined &&
  mention.subject === undefined;

/** "ten searches" of "each runs ten searches", "four words of five letters", "to four people": belongs to one of another. */
export function isMember(demand: Demand, mention: Mention): boolean {
  const prior = demand.mentions[(demand.order.get(mention) ?? 0) - 1];
  const touching = prior !== undefined && prior.sentence === mention.sentence && mention.first - prior.last <= 1;
  if (mention.preposition === 'of' && touching && prior.kind === 'count') return true;
  if (isAverage(demand, mention, prior)) return true;
  if (
    mention.preposition === 'to' &&
    prior?.sentence === mention.sentence &&
    mention.first - prior.last <= 3 &&
    (prior.kind === 'rate' || prior.kind === 'count')
  )
    return true;
  const subject = mention.subject;
  if (!subject) return false;
  if (/^(?:each|who|every)$/.test(subject.head)) return true;
  const one = /^(?:an?|each|every|per)$/.test(subject.determiner ?? '') && mention.verb !== undefined;
  return one && (mention.amount.likely <= 1000 || isCounted(demand, subject.head));
}

/** "220 hotels, average 140 rooms": so many of each of what was counted before. */
const isAverage = (demand: Demand, mention: Mention, prior: Mention | undefined): boolean =>
  prior?.kind === 'count' &&
  prior.sentence === mention.sentence &&
  mention.first - prior.last <= 4 &&
  /^[,(]?\s?(?:of |with |at )?(?:an |on )?(?:average|avg)(?: of)?$/.test(gapWords(demand, prior, mention).trim());

/** Whether something else in the brief counts this noun, so that "a" of it is one of many. */
const isCounted = (demand: Demand, noun: string): boolean =>
  demand.mentions.some((other) => other.noun !== undefined && sameThing(other.noun.head, noun));

/** The noun a count counts: after the number, or as a label in front ("DAU: 5M"). */
export const countedNoun = (mention: Mention): NounPhrase | undefined =>
  mention.noun?.head ? mention.noun : (mention.of ?? mention.before);

export function qualifierOf(noun: NounPhrase, words: string): Population['qualifier'] {
  const has = (pattern: RegExp) => noun.modifiers.some((word) => pattern.test(word));
  if (has(/^daily$/)) return 'daily';
  if (has(/^monthly$/)) return 'monthly';
  if (
    has(/^(?:concurrent|simultaneous|online|connected)$/) ||
    /\b(?:online|concurrently|at once|at the same time|simultaneously|connected)\b/.test(words)
  )
    return 'concurrent';
  return undefined;
}

export function addPopulation(demand: Demand, mention: Mention): Population {
  const noun = countedNoun(mention)!;
  const { head } = noun;
  const qualifiers = [...noun.modifiers, ...(mention.noun?.modifiers ?? [])];
  const qualifier = qualifierOf({ ...noun, modifiers: qualifiers }, around(demand, mention, 0, 3));
  const answered = demand.populations.find(
    (other) => other.noun === head && other.qualifier === qualifier && isGiven(other.figure.origin),
  );
  if (answered) {
    demand.used.add(mention);
    demand.referents.set(mention, answered);
    return answered;
  }
  const name = [...(qualifier ? [qualifier] : []), head].join('-');
  const figure = stated(demand, mention, `population.${name}`, [...noun.modifiers, plural(head)].join(' '));
  const actor = isActor(head);
  const key: RequirementKey = actor
    ? qualifier
      ? `users.${qualifier}`
      : 'users'
    : qualifier === 'concurrent'
      ? 'users.concurrent'
      : 'population';
  require(demand, key, {
    mention,
    subject: head,
    figure,
    statement: phraseText(demand, mention),
    ...(mention.comparator && { detail: mention.comparator }),
  });
  const made: Population = {
    noun: head,
    modifiers: noun.modifiers,
    figure,
    mention,
    at: placeOf(demand, mention),
    ...(qualifier && { qualifier }),
  };
  demand.populations.push(made);
  demand.referents.set(mention, made);
  return made;
}

/** Two populations of one noun told apart by a modifier ("self-service tenants", "enterprise tenants") have a total. */
function addTotals(demand: Demand): void {
  const nouns = new Set(demand.populations.map(({ noun }) => noun));
  for (const noun of nouns) {
    const parts = demand.populations.filter(
      (population) => population.noun === noun && !population.qualifier && population.modifiers.length > 0,
    );
    if (parts.length !== 2 || demand.populations.some((population) => population.noun === noun && !parts.includes(population)))
      continue;
    const [a, b] = parts as [Population, Population];
    if (a.modifiers.join() === b.modifiers.join() || a.modifiers.includes('new') || b.modifiers.includes('new')) continue;
    const figure = computed(demand, `population.${noun}.total`, `${plural(noun)} of both kinds`, 'count', 'first + second', {
      first: a.figure,
      second: b.figure,
    });
    demand.populations.push({ noun, modifiers: ['total'], figure });
  }
}

/** The population or stream a member count belongs to: "per link", "each", "a user has ...". */
export function parentOf(demand: Demand, mention: Mention): { population?: Population; noun?: string } {
  const byNoun = (noun: string): { population?: Population; noun: string } => {
    const population = populationOf(demand, noun, mention.window) ?? onlyPlaces(demand, noun);
    return { noun, ...(population && { population }) };
  };
  if (mention.per) return byNoun(mention.per.head);
  if (mention.each || /^(?:each|who|every|they)$/.test(mention.subject?.head ?? '')) {
    const nearest = nearestPopulation(demand, mention);
    const referent = nearest ? undefined : nearestReferent(demand, mention);
    if (referent) return { noun: referent.noun };
    return nearest ? { population: preferred(demand, nearest, mention.window), noun: nearest.noun } : {};
  }
  const prior = demand.mentions[(demand.order.get(mention) ?? 0) - 1];
  if (mention.preposition === 'of' && prior && mention.first - prior.last <= 1 && prior.kind === 'count')
    return byNoun(prior.noun?.head ?? '');
  if (isAverage(demand, mention, prior)) return byNoun(prior?.noun?.head ?? '');
  if (mention.subject && /^(?:an?|each|every|per)$/.test(mention.subject.determiner ?? '')) return byNoun(mention.subject.head);
  return {};
}

const PLACE = /^(?:site|location|branch|outlet|place|facility|premises|house)$/;
/** "14 quarries, 350 lorries per site": the only things counted that are no people are the sites. */
function onlyPlaces(demand: Demand, noun: string): Population | undefined {
  const counted = demand.populations.filter((population) => !isActor(population.noun));
  return PLACE.test(noun) && counted.length === 1 ? counted[0] : undefined;
}

/** The same noun may be counted by day and by month: the window decides which is meant. */
const preferred = (demand: Demand, population: Population, window: number | undefined): Population =>
  window === undefined || population.parent ? population : (populationOf(demand, population.noun, window) ?? population);

/** The population mentioned last before, in this sentence or the one before it. */
export function nearestPopulation(demand: Demand, mention: Mention): Population | undefined {
  const order = demand.order.get(mention) ?? 0;
  for (let index = order - 1; index >= 0 && index >= order - 6; index -= 1) {
    const other = demand.mentions[index]!;
    if (mention.sentence - other.sentence > 1) return undefined;
    const referent = demand.referents.get(other);
    if (referent && 'modifiers' in referent && !/^(?:replica|retry)$/.test(referent.noun)) return referent;
  }
  return undefined;
}

/**
 * Counts inside a population: tenants × users each, hotels × room types. Works through nested parents in the order of the
 * brief, twice, so that a child may be named before its parent.
 */
export function readMembers(demand: Demand): void {
  for (let turn = 0; turn < 2; turn += 1)
    for (const mention of demand.mentions) {
      if (demand.used.has(mention) || mention.kind !== 'count' || !countedNoun(mention)?.head || mention.within !== undefined)
        continue;
      const { population, noun } = parentOf(demand, mention);
      if (!population || (noun !== undefined && streamOf(demand, noun))) continue;
      addMember(demand, mention, population);
    }
}

function addMember(demand: Demand, mention: Mention, parent: Population): void {
  const noun = countedNoun(mention)!;
  const per = stated(
    demand,
    mention,
    `${noun.head}-per-${parent.noun}`,
    `${[...noun.modifiers, noun.head].join(' ')} per ${parent.noun}`,
  );
  require(demand, 'ratio', {
    mention,
    subject: `${noun.head}-per-${parent.noun}`,
    figure: per,
    statement: `${formatQuantity(per.likely, 'count')} ${[...noun.modifiers, noun.head].join(' ')} per ${parent.noun}`,
  });
  const figure = computed(
    demand,
    `population.${[...noun.modifiers, noun.head].join('-')}`,
    `${[...noun.modifiers, plural(noun.head)].join(' ')}, of all ${plural(parent.noun)}`,
    'count',
    'parents * each',
    { parents: parent.figure, each: per },
  );
  const made: Population = { noun: noun.head, modifiers: noun.modifiers, figure, parent, mention };
  demand.populations.push(made);
  demand.referents.set(mention, made);
}
