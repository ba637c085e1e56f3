import { type Figure, formatQuantity, SECONDS_PER_DAY } from '@archwright/kernel';
import type { Mention, NounPhrase } from '../quantity/mention.ts';
import { readNounPhrase } from '../quantity/noun-phrase.ts';
import { isMachineNoun } from '../words/index.ts';
import { isActor, plural, singular } from '../quantity/nouns.ts';
import { computed, type Demand, type Population, require, stated } from './demand.ts';
import { around, populationOf, previous, referentAt, streamOf } from './network.ts';
import { addStream, type Name } from './stream.ts';

export function memberStream(demand: Demand, mention: Mention, name: Name, owner: Population, fanOut: Figure | undefined): void {
  const looks = name.verb === 'refresh' && isActor(owner.noun);
  addStream(demand, {
    name: looks ? { ...name, kind: 'read' } : name,
    mention,
    population: owner,
    mean: (id) => {
      const each = stated(demand, mention, `${id}.rate-per-${owner.noun}`, `${plural(name.noun)} per ${owner.noun}`);
      return computed(
        demand,
        `${id}.rate`,
        `${id.replaceAll('-', ' ')}, on average`,
        '1/s',
        fanOut ? 'members * each * recipients' : 'members * each',
        { members: owner.figure, each, ...(fanOut && { recipients: fanOut }) },
      );
    },
  });
}

/**
 * "users post five photos a day": a plural subject that is a known population means each member, when the number is one that
 * a member can do; "users post two million photos a day" is a total.
 */
export function perMember(demand: Demand, mention: Mention): Population | undefined {
  const subject = mention.subject;
  const prior = subject ? undefined : previous(demand, mention, 2);
  const part = prior?.kind === 'share' ? demand.referents.get(prior) : undefined;
  if (part && 'modifiers' in part) return part;
  if (!subject?.plural || mention.amount.likely > 1000) return undefined;
  const named = referentAt(demand, mention, subject);
  const population =
    named && 'modifiers' in named ? named : (populationOf(demand, subject.head, mention.window) ?? onlyUsers(demand, subject));
  return population && population.figure.likely >= mention.amount.likely * 10 ? population : undefined;
}

const USERS = /^(?:user|customer|member|person|account)$/;
/** "Learners do 20 exercises a day" where the brief counts only users: the learners are the users. */
function onlyUsers(demand: Demand, { head }: NounPhrase): Population | undefined {
  const people = demand.populations.filter(({ noun }) => isActor(noun));
  const daily = people.find(({ qualifier }) => qualifier === 'daily') ?? people[0];
  return isActor(head) && daily !== undefined && people.every(({ noun }) => USERS.test(noun)) ? daily : undefined;
}

/** "A mailbox receives forty mails a day", where nothing counts mailboxes: one for each person. */
export function oneEach(demand: Demand, mention: Mention): Population | undefined {
  const subject = mention.subject;
  const one = subject !== undefined && /^(?:an?|each|every)$/.test(subject.determiner ?? '') && mention.amount.likely <= 1000;
  if (
    !one ||
    streamOf(demand, subject.head) ||
    !/^(?:mailbox|inbox|account|profile|wallet|client|phone|device|app|session|cart|feed|person|individual|user|member)$/.test(
      subject.head,
    )
  )
    return undefined;
  return demand.populations
    .filter(({ noun, qualifier }) => isActor(noun) && qualifier !== 'concurrent')
    .toSorted((a, b) => b.figure.likely - a.figure.likely)[0];
}

/** "500 growers, 40 sensors each, one reading a minute": a small number right behind what is counted is that of each. */
export function ofEachListed(demand: Demand, mention: Mention): Population | undefined {
  const prior = previous(demand, mention, 1);
  // "900,000 subscribers, one mail a week": one is each one's.
  const isEach = prior?.each === true || (mention.amount.likely === 1 && isActor(prior?.noun?.head ?? ''));
  const isListed = prior?.kind === 'count' && isEach && mention.subject === undefined && mention.verb === undefined;
  if (!isListed || mention.amount.likely > MOST_OF_EACH || !prior.noun) return undefined;
  const known = demand.referents.get(prior);
  if (known && 'modifiers' in known) return known;
  const owner = previous(demand, prior, 1);
  const wholes = owner && demand.referents.get(owner);
  if (!wholes || !('modifiers' in wholes)) return undefined;
  const noun = prior.noun.head;
  const figure = computed(
    demand,
    `population.${noun}`,
    `${plural(noun)} of all ${plural(wholes.noun)}`,
    'count',
    'wholes * each',
    {
      wholes: wholes.figure,
      each: stated(demand, prior, `${noun}-of-each-${wholes.noun}`, `${plural(noun)} of one ${wholes.noun}`),
    },
  );
  const made: Population = { noun, modifiers: [], figure, mention: prior };
  demand.populations.push(made);
  return made;
}

const MOST_OF_EACH = 1_000;

/** Longer than this and one of something may well be one of all of them: one report a day. */
const OFTEN = 3_600;

/**
 * "200,000 cars, a trip of 25 minutes twice a day, one record per second while driving": one a second is what each machine sends;
 * while it does something that lasts a while some times a day, in that share of the day.
 */
export function ofEachMachine(demand: Demand, mention: Mention): Population | undefined {
  if (mention.amount.likely !== 1 || mention.window === undefined || mention.window > OFTEN || mention.subject) return undefined;
  const near = demand.populations.filter(({ mention: from }) => from !== undefined && mention.sentence - from.sentence <= 1);
  // `500,000 households, one meter value every 15 minutes`: there is a meter in each.
  const ofMachines = mention.noun?.modifiers.some(isMachineNoun) === true && near.length === 1;
  const machines = ofMachines ? near : near.filter(({ noun }) => isMachineNoun(noun));
  const owner = machines.at(-1);
  if (!owner || machines.length !== 1) return undefined;
  const share = /\b(?:while|when|during)\b/.test(around(demand, mention, 0, 3)) ? activeShare(demand, mention) : undefined;
  if (!share) return owner;
  const figure = computed(
    demand,
    `population.active-${owner.noun}`,
    `${plural(owner.noun)} active at once`,
    'count',
    'members * share',
    {
      members: owner.figure,
      share,
    },
  );
  return { noun: owner.noun, modifiers: ['active'], figure };
}

/** The share of a day that something takes which lasts a while and happens some times a day. */
function activeShare(demand: Demand, { sentence }: Mention): Figure | undefined {
  const here = demand.mentions.filter((other) => other.sentence === sentence);
  const lasts = here.find(({ kind, window }) => kind === 'duration' && window === undefined);
  const times = here.find(({ kind, window }) => kind === 'frequency' && window === SECONDS_PER_DAY);
  if (!lasts || !times || lasts.value.likely * times.amount.likely > SECONDS_PER_DAY) return undefined;
  return computed(demand, 'active-share', 'share of the day in which it happens', 'ratio', 'length * often', {
    length: stated(demand, lasts, 'active-length', 'how long it lasts each time'),
    often: stated(demand, times, 'active-times', 'how often it happens'),
  });
}

/** "30 files changed a day per user": whose they are stands behind the window. */
export function perBehind(demand: Demand, mention: Mention): Population | undefined {
  const behind = demand.tokens.slice(mention.last, mention.last + 6).filter(({ sentence }) => sentence === mention.sentence);
  const at = behind.findIndex(({ lower, kind }) => lower === 'per' || kind !== 'word');
  const noun = at >= 0 && behind[at]!.lower === 'per' ? behind[at + 1]?.lower : undefined;
  return noun === undefined ? undefined : populationOf(demand, singular(noun), mention.window);
}

/** "ten messages to four people": each occurrence reaches several. */
export function fanOutOf(demand: Demand, mention: Mention): Figure | undefined {
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  if (
    !next ||
    next.kind !== 'count' ||
    next.preposition !== 'to' ||
    next.sentence !== mention.sentence ||
    next.first - mention.last > 3
  )
    return undefined;
  if (demand.used.has(next) || next.amount.likely > 100_000) return undefined;
  const figure = stated(
    demand,
    next,
    `recipients-per-${mention.noun?.head ?? 'message'}`,
    `recipients of each ${mention.noun?.head ?? 'message'}`,
  );
  require(demand, 'ratio', {
    mention: next,
    subject: `recipients-per-${mention.noun?.head ?? 'message'}`,
    figure,
    statement: `${formatQuantity(figure.likely, 'count')} recipients each`,
  });
  return figure;
}

/** The phrase a verb acts on: the first noun phrase after it. */
export function objectAfter(demand: Demand, verbAt: number, until: number): NounPhrase | undefined {
  for (let at = verbAt + 1; at < Math.min(until, verbAt + 6); at += 1) {
    const token = demand.tokens[at]!;
    if (token.kind !== 'word') continue;
    const read = readNounPhrase(demand.tokens, at, 2);
    if (read?.phrase.head) return read.phrase;
  }
  return undefined;
}
