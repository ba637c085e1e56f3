import { exactly, type Figure, formatQuantity } from '@archwright/kernel';
import type { Mention, NounPhrase } from '../quantity/mention.ts';
import { isActor, plural, singular } from '../quantity/nouns.ts';
import { unitWord } from '../quantity/units.ts';
import { kindOfVerb, verbInNoun } from '../quantity/verbs.ts';
import { computed, type Demand, type Population, require, stated, type Stream } from './demand.ts';
import { isActiveTime } from './durations.ts';
import { memberStream, objectAfter } from './member-stream.ts';
import { phraseText, populationFor, populationOf, previous, referentAt, streamOf } from './network.ts';
import { nearestPopulation } from './populations.ts';
import { addStream, idOf, type Name } from './stream.ts';

/** "players look at the board once a day". */
export function addFrequency(demand: Demand, mention: Mention): void {
  const owner = ownerOf(demand, mention);
  if (!owner || mention.verb === undefined) return;
  const object =
    (mention.verbAt === undefined ? undefined : objectAfter(demand, mention.verbAt, mention.first)) ?? mention.before;
  const noun =
    object?.head === 'byte'
      ? intervalNoun(demand, mention)
      : object?.head && !unitWord(object.head)
        ? object.head
        : verbInNoun(mention.verb)
          ? mention.verb
          : owner.noun;
  const name: Name = { noun, verb: mention.verb, object: noun, kind: kindOfVerb(mention.verb) ?? 'read' };
  // "Customers change flags 20,000 times a day" is more than one of them does: the number is that of all together.
  if (mention.subject?.plural && mention.amount.likely > MOST_TIMES_A_PERSON && isActor(owner.noun))
    addStream(demand, {
      name,
      mention,
      mean: (id) => stated(demand, mention, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`),
    });
  else memberStream(demand, mention, name, owner, undefined);
}

/** Times a window that one person does the same thing at most. */
const MOST_TIMES_A_PERSON = 1_000;

const ownerOf = (demand: Demand, mention: Mention): Population | undefined => {
  const named = referentAt(demand, mention, mention.subject);
  if (named && 'modifiers' in named) return named;
  const subject =
    mention.subject && !/^(?:each|who|they|it)$/.test(mention.subject.head)
      ? populationFor(demand, mention.subject, mention.window)
      : undefined;
  return subject ?? nearestPopulation(demand, mention);
};

/** "ten million devices send a reading every ten seconds": population ÷ interval, over the hours it runs. */
export function addInterval(demand: Demand, mention: Mention): void {
  if (duringStream(demand, mention) || isUpkeep(demand, mention)) return;
  const owner = ownerOf(demand, mention);
  if (!owner || !(mention.value.low > 0) || mention.value.likely > 31 * 86_400) return;
  const noun = intervalNoun(demand, mention);
  const verb = mention.verb !== undefined && kindOfVerb(mention.verb) ? mention.verb : 'send';
  const name: Name = { noun, verb, object: noun, kind: kindOfVerb(verb) ?? 'write' };
  const active = demand.mentions.find(
    (other) => isActiveTime(other) && other.sentence === mention.sentence && !demand.used.has(other),
  );
  const id = idOf(name);
  const every = stated(demand, mention, `${id}.interval`, `time between two ${plural(noun)} of one ${owner.noun}`);
  require(demand, 'duration', {
    mention,
    subject: `${id}-interval`,
    figure: every,
    statement: `every ${formatQuantity(every.likely, 's')}`,
  });
  const all = computed(
    demand,
    `${id}.rate-while-active`,
    `${id.replaceAll('-', ' ')} while all ${plural(owner.noun)} are active`,
    '1/s',
    'members / interval',
    { members: owner.figure, interval: every },
  );
  const hours = active && activeHours(demand, active, id);
  const mean = hours
    ? computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, mean of the day`, '1/s', 'rate * active_share', {
        rate: all,
        active_share: hours,
      })
    : all;
  const people = hours !== undefined && isActor(owner.noun);
  if (people) {
    const users = computed(
      demand,
      `population.active-${owner.noun}`,
      `${plural(owner.noun)} active at once`,
      'count',
      'members * active_share',
      { members: owner.figure, active_share: hours },
    );
    require(demand, 'users.concurrent', {
      subject: owner.noun,
      figure: users,
      origin: 'derived',
      statement: `${plural(owner.noun)} active at once`,
    });
  }
  addStream(demand, { name, mention, population: owner, scheduled: !people, mean: () => mean, ...(!people && { peak: all }) });
}

/** "every four seconds during the ride": the stream whose occurrences last a while and repeat something meanwhile. */
export function duringStream(demand: Demand, mention: Mention): Stream | undefined {
  const words = demand.tokens.slice(mention.last, mention.last + 5).filter((token) => token.sentence === mention.sentence);
  const at = words.findIndex((token) => /^(?:during|throughout)$/.test(token.lower));
  const noun = at < 0 ? undefined : words.slice(at + 1).find((token) => !/^(?:the|a|an|each|every|its|their)$/.test(token.lower));
  return noun && streamOf(demand, singular(noun.lower));
}

const activeHours = (demand: Demand, mention: Mention, id: string): Figure => {
  const figure = stated(
    demand,
    mention,
    `${id}.active-share`,
    'share of the day in which it happens',
    exactly(mention.value.likely),
    'ratio',
  );
  require(demand, 'duration', { mention, subject: `${id}-active`, figure, statement: phraseText(demand, mention) });
  return figure;
};

/** What is sent at an interval: "a 500 byte reading", "position, speed and door state". */
export function intervalNoun(demand: Demand, mention: Mention): string {
  const sized = previous(demand, mention, 2);
  if (sized?.kind === 'size' && sized.noun?.head) return sized.noun.head;
  const object = mention.verbAt === undefined ? undefined : objectAfter(demand, mention.verbAt, mention.first);
  const done = object ?? undergoing(demand, mention);
  return done?.head && !isActor(done.head) && done.head !== 'byte' ? done.head : 'reading';
}

/** `answers are saved every ten seconds`: the subject of a passive is what it is done to. */
const undergoing = (demand: Demand, { subject, verbAt }: Mention): NounPhrase | undefined =>
  subject && verbAt !== undefined && /^(?:is|are|be|being|gets?)$/.test(demand.tokens[verbAt - 1]?.lower ?? '')
    ? subject
    : undefined;

/** What a system does by itself to all of something: `forecasts are refreshed every ten minutes` is one job, whoever looks at them. */
const BY_ITSELF =
  /^(?:refresh|rebuild|recompute|recalculate|regenerate|sync|synchroni[sz]e|import|crawl|scrape|reindex|rotate|back|recycle)$/;
const isUpkeep = (demand: Demand, mention: Mention): boolean =>
  mention.verb !== undefined &&
  BY_ITSELF.test(mention.verb) &&
  (undergoing(demand, mention) !== undefined ||
    (mention.subject !== undefined &&
      !isActor(mention.subject.head) &&
      populationOf(demand, mention.subject.head) === undefined));
