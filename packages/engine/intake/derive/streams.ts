import type { Figure } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { isActor, plural, sameThing, singular } from '../quantity/nouns.ts';
import { kindOfVerb, verbBase, verbInNoun } from '../quantity/verbs.ts';
import { QUALIFIERS } from '../quantity/word-list.ts';
import { addBurst, addVisit } from './bursts.ts';
import { computed, type Demand, type Population, require, stated } from './demand.ts';
import { fanOutOf, memberStream, ofEachListed, ofEachMachine, oneEach, perBehind, perMember } from './member-stream.ts';
import { around, gapWords, mainStream, phraseText, populationOf, previous, streamOf } from './network.ts';
import { nearestPopulation, parentOf } from './populations.ts';
import { addStream, nameOf } from './stream.ts';
import { addFrequency, addInterval } from './timed-streams.ts';

/** Every rate of the brief as a stream of occurrences: totals, rates per member, intervals, frequencies, bursts. */
export function readStreams(demand: Demand): void {
  for (const mention of demand.mentions) {
    if (demand.used.has(mention)) continue;
    if (mention.kind === 'rate' && mention.peak) continue;
    if (mention.kind === 'rate') addRate(demand, mention);
    else if (mention.kind === 'frequency') addFrequency(demand, mention);
    else if (mention.kind === 'interval') addInterval(demand, mention);
    else if (mention.kind === 'count' && mention.within !== undefined) addBurst(demand, mention);
    else if (mention.kind === 'count' && mention.each) addVisit(demand, mention);
  }
}

function addRate(demand: Demand, mention: Mention): void {
  if (nodeCapacity(demand, mention)) return;
  const noun = rateNoun(mention);
  const { population, noun: parentNoun } = parentOf(demand, mention);
  const owner =
    population ??
    perMember(demand, mention) ??
    oneEach(demand, mention) ??
    perBehind(demand, mention) ??
    ofEachListed(demand, mention) ??
    ofEachMachine(demand, mention);
  const parentStream = !owner && parentNoun !== undefined ? streamOf(demand, parentNoun) : undefined;
  const active =
    !noun && (mention.window ?? 0) >= 86_400 && /\bactive\b/.test(around(demand, mention, 0, 5))
      ? nearestPopulation(demand, mention)
      : undefined;
  if (active) return activeUsers(demand, mention, active.noun);
  const coming = noun && isComing(mention) ? nearestPopulation(demand, mention) : undefined;
  if (coming && isActor(coming.noun)) return activeUsers(demand, mention, coming.noun);
  const same = !noun && restated(demand, mention);
  if (same) return;
  if (!noun) return unnamedRate(demand, mention, owner);
  const after = verbAfter(demand, mention);
  const verb = governing(demand, mention);
  const name = nameOf(
    kindOfVerb(verb ?? '') ? verb : (after ?? verb),
    noun,
    parentNoun && !population ? parentNoun : objectOf(demand, mention),
    mention.noun?.modifiers,
  );
  if (parentStream && name.noun === parentStream.noun) return;
  if (isActor(noun) && !owner && !verbInNoun(noun)) return activeUsers(demand, mention, noun);
  const fanOut = fanOutOf(demand, mention);
  if (!owner) {
    const mean = (id: string) =>
      stated(demand, mention, `${id}.rate`, `${phraseText(demand, mention.noun ?? mention)} on average`);
    addStream(demand, { name, mention, mean: fanOut ? (id) => times(demand, id, mean(`${id}.stated`), fanOut) : mean });
    return;
  }
  memberStream(demand, mention, name, owner, fanOut);
}

/** "1.2 million log in daily": a word in the singular behind a large number is what so many do. */
const isComing = ({ noun, amount, window = 0 }: Mention): boolean =>
  noun !== undefined &&
  !noun.plural &&
  amount.likely > 1 &&
  window >= 86_400 &&
  /^(?:log|sign|use|open|visit|come|return|play|join)$/.test(noun.head);

/** What a deverbal noun acts on: "page views" on pages, otherwise what the design mainly handles. */
function objectOf(demand: Demand, mention: Mention): string | undefined {
  const modifier = mention.noun?.modifiers.findLast(
    (word) => !QUALIFIERS.has(word) && kindOfVerb(word) === undefined && !/(?:ed|ing|ly|al|ive|ous|est|ful)$/.test(word),
  );
  const alike = demand.mentions.find(
    (other) =>
      other !== mention &&
      other.kind === 'count' &&
      other.within !== undefined &&
      other.noun &&
      sameThing(other.noun.head, mention.noun?.head ?? ''),
  );
  return modifier ?? alike?.noun?.head ?? mainStream(demand)?.object;
}

const times = (demand: Demand, id: string, rate: Figure, each: Figure): Figure =>
  computed(demand, `${id}.rate`, `${id} on average`, '1/s', 'sent * recipients', { sent: rate, recipients: each });

/** "500 events/s" has its noun behind the slash form, "QPS: 500" in front, "10 GB of logs a day" after "of". */
const rateNoun = (mention: Mention): string | undefined => {
  const unitLike = /^(?:qps|rps|tps|eps|peak|average|rate|load|traffic|throughput|hz)$/;
  const head = mention.noun?.head || mention.of?.head;
  // "5,000 loads a day" are cargo, "a load of 5,000 a second" is not.
  if (head && (!unitLike.test(head) || (head === 'load' && mention.noun?.plural))) return head;
  return undefined;
};

/** "500 rps", "20k/s": requests, unless what stands in front names them. */
function unnamedRate(demand: Demand, mention: Mention, owner: Population | undefined): void {
  const said =
    mention.before?.head && !/^(?:qps|rps|tps|eps|rate|load|traffic|throughput|average|peak|expect)$/.test(mention.before.head)
      ? singular(mention.before.head)
      : undefined;
  const usable =
    said !== undefined && !isActor(said) && verbBase(said) === undefined ? said : said && verbInNoun(said) ? said : 'request';
  const unit = demand.tokens[mention.last - 1]?.lower;
  const name = nameOf(
    kindOfVerb(mention.verb ?? '') ? mention.verb : unit === 'tps' ? 'record' : undefined,
    usable === 'request' && unit === 'tps' ? 'transaction' : usable === 'request' && unit === 'eps' ? 'event' : usable,
    undefined,
  );
  if (owner) return memberStream(demand, mention, name, owner, undefined);
  addStream(demand, {
    name,
    mention,
    mean: (id) => stated(demand, mention, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`),
  });
}

/** "5 million users a day": people active in the window, not occurrences. */
function activeUsers(demand: Demand, mention: Mention, noun: string): void {
  const daily = mention.window !== undefined && mention.window <= 86_400;
  if (mention.noun?.modifiers.some((word) => /^(?:new|more|additional)$/.test(word)) || (mention.window ?? 0) < 86_400) {
    addStream(demand, {
      name: { noun, verb: 'register', object: noun, kind: 'write' },
      mention,
      mean: (id) => stated(demand, mention, `${id}.rate`, `new ${plural(noun)}`),
    });
    return;
  }
  const qualifier = daily ? ('daily' as const) : ('monthly' as const);
  const figure = stated(
    demand,
    mention,
    `population.${qualifier}-${noun}`,
    `${qualifier} ${plural(noun)}`,
    mention.amount,
    'count',
  );
  require(demand, `users.${qualifier}`, { mention, subject: noun, figure, statement: phraseText(demand, mention) });
  const made: Population = { noun, modifiers: [qualifier], qualifier, figure, mention };
  demand.populations.push(made);
  demand.referents.set(mention, made);
}

/** "20M photos are uploaded per day": the participle after the noun. */
function verbAfter(demand: Demand, mention: Mention): string | undefined {
  for (let at = mention.last; at < mention.last + 4; at += 1) {
    const token = demand.tokens[at];
    if (!token || token.kind !== 'word' || token.sentence !== mention.sentence) return undefined;
    if (/ed$|^(?:sent|bought|sold|written|paid|made|read)$/.test(token.lower)) return verbBase(token.lower);
  }
  return undefined;
}

/** Words around a mention that say reads or writes; used by ratios. */
export const saysReadWrite = (demand: Demand, mention: Mention): boolean =>
  /\b(?:reads?|writes?|read-heavy|write-heavy|views?|viewed|uploads?|downloads?|posts?|searches|queries|read-write|read-to-write)\b/.test(
    around(demand, mention, 6, 6),
  );

/** "2M photos a day (23 per second)": the same rate in other words. */
function restated(demand: Demand, mention: Mention): boolean {
  const prior = previous(demand, mention, 2);
  const stream = prior && demand.referents.get(prior);
  if (
    !prior ||
    !stream ||
    !('verb' in stream) ||
    !/^(?:\(|=|~|≈|, or|or|i e)\s?(?:about|~|roughly)?$/.test(gapWords(demand, prior, mention))
  )
    return false;
  const figure = stated(demand, mention, `${stream.id}.rate-restated`, `${stream.id.replaceAll('-', ' ')}, as restated`);
  require(demand, 'volume', { mention, subject: stream.id, figure, statement: phraseText(demand, mention), detail: 'restated' });
  return true;
}

const NODES = /^(?:node|server|instance|machine|shard|broker|worker|core|partition|replica|database|host|container|pod)$/;

/** "a node handles 1,000 requests a second": what one of the design's own parts carries, no demand. */
function nodeCapacity(demand: Demand, mention: Mention): boolean {
  const subject = mention.subject ?? mention.per;
  const one =
    subject !== undefined &&
    NODES.test(subject.head) &&
    (mention.per === subject || /^(?:an?|each|every|one)$/.test(subject.determiner ?? ''));
  if (!one || populationOf(demand, subject.head)) return false;
  const figure = stated(demand, mention, `capacity.${subject.head}`, `what one ${subject.head} carries`);
  require(demand, 'ratio', { mention, subject: `capacity-per-${subject.head}`, figure, statement: phraseText(demand, mention) });
  return true;
}

/** The verb in front, unless a comma ends what it governs: "customers open a map, two million deliveries a day". */
const governing = (demand: Demand, mention: Mention): string | undefined =>
  mention.verbAt !== undefined && demand.tokens.slice(mention.verbAt, mention.first).some((token) => token.text === ',')
    ? undefined
    : mention.verb;
