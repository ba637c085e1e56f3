import { exactly, formatQuantity, slug, type Figure } from '@archwright/kernel';
import type { Mention, NounPhrase } from '../quantity/mention.ts';
import { readNounPhrase } from '../quantity/noun-phrase.ts';
import { isActor, plural, sameThing, singular } from '../quantity/nouns.ts';
import { QUALIFIERS } from '../quantity/word-list.ts';
import { kindOfVerb, verbBase, verbInNoun, type ActivityKind } from '../quantity/verbs.ts';
import { around, computed, type Demand, mainStream, phraseText, placeOf, type Population, populationOf, previous, referentAt, require, stated, type Stream, streamOf } from './demand.ts';
import { isActiveTime } from './durations.ts';
import { nearestPopulation, parentOf } from './populations.ts';

/** Every rate of the brief as a stream of occurrences: totals, rates per member, intervals, frequencies, bursts. */
export function readStreams(demand: Demand): void {
  for (const mention of demand.mentions) {
    if (demand.used.has(mention)) continue;
    if (mention.kind === 'rate' && mention.peak) continue;
    if (mention.kind === 'rate') addRate(demand, mention);
    else if (mention.kind === 'frequency') addFrequency(demand, mention);
    else if (mention.kind === 'interval') addInterval(demand, mention);
    else if (mention.kind === 'count' && mention.within !== undefined) addBurst(demand, mention);
  }
}

/** What a stream is called. */
export interface Name {
  readonly noun: string;
  readonly verb: string;
  readonly object: string;
  readonly kind: ActivityKind;
}

/** Verb, object and kind from a governing verb and the noun counted; `fallback` names the object of a deverbal noun. */
export function nameOf(verb: string | undefined, noun: string, fallback: string | undefined, modifiers: readonly string[] = []): Name {
  const action = /^(?:request|operation|call|query)$/.test(noun) ? modifiers.find((word) => /^(?:read|write)$/.test(word)) : undefined;
  if (action) return { noun: `${action}-${noun}`, verb: action, object: fallback ?? 'record', kind: action as ActivityKind };
  const inside = verbInNoun(noun);
  const outer = verb !== undefined && kindOfVerb(verb) !== undefined && !(inside && kindOfVerb(inside) === 'read') ? verb : undefined;
  const chosen = outer ?? inside ?? 'create';
  const object = outer !== undefined || inside === undefined || inside === noun ? (inside === noun && outer === undefined && fallback && fallback !== noun ? fallback : noun) : noun;
  const kind = kindOfVerb(inside ?? '') ?? kindOfVerb(chosen) ?? 'write';
  return { noun, verb: chosen, object, kind };
}

export const idOf = ({ verb, object }: Name): string => slug(verb === object ? `handle ${object}` : `${verb} ${object}`);

export interface StreamInput {
  readonly name: Name;
  readonly mean: (id: string) => Figure;
  readonly mention?: Mention;
  readonly parent?: Stream;
  readonly part?: boolean;
  readonly scheduled?: boolean;
  readonly population?: Population;
  readonly peak?: Figure;
}

/** Adds a stream under a fresh activity id, and its requirement. */
export function addStream(demand: Demand, input: StreamInput): Stream {
  const base = idOf(input.name);
  const taken = demand.streams.filter(({ id }) => id === base || id.startsWith(`${base}-`)).length;
  const id = taken === 0 ? base : `${base}-${taken + 1}`;
  const mean = input.mean(id);
  const { mention, population } = input;
  const stream: Stream = {
    id,
    ...input.name,
    mean,
    part: input.part ?? false,
    scheduled: input.scheduled ?? false,
    ...(input.peak && { peak: input.peak }),
    ...(input.parent && { parent: input.parent }),
    ...(population && { population }),
    ...(population && isActor(population.noun) && { actor: population.noun }),
    ...(mention && { mention, at: placeOf(demand, mention) }),
  };
  demand.streams.push(stream);
  if (mention) demand.referents.set(mention, stream);
  const direct = mean.origin === 'stated' || mean.origin === 'answered';
  require(demand, 'volume', { subject: id, figure: mean, origin: direct ? 'stated' : 'derived', statement: direct && mention ? phraseText(demand, mention) : `${id}: ${formatQuantity(mean.likely, '1/s')}`, ...(mention && { mention }) });
  return stream;
}

function addRate(demand: Demand, mention: Mention): void {
  const noun = rateNoun(mention);
  const { population, noun: parentNoun } = parentOf(demand, mention);
  const owner = population ?? perMember(demand, mention);
  const parentStream = !owner && parentNoun !== undefined ? streamOf(demand, parentNoun) : undefined;
  if (!noun) return unnamedRate(demand, mention, owner);
  const after = verbAfter(demand, mention);
  const name = nameOf(kindOfVerb(mention.verb ?? '') ? mention.verb : (after ?? mention.verb), noun, parentNoun && !population ? parentNoun : objectOf(demand, mention), mention.noun?.modifiers);
  if (parentStream && name.noun === parentStream.noun) return;
  if (isActor(noun) && !owner && !verbInNoun(noun)) return activeUsers(demand, mention, noun);
  const fanOut = fanOutOf(demand, mention);
  if (!owner) {
    const mean = (id: string) => stated(demand, mention, `${id}.rate`, `${phraseText(demand, mention.noun ?? mention)} on average`);
    addStream(demand, { name, mention, mean: fanOut ? (id) => times(demand, id, mean(`${id}.stated`), fanOut) : mean });
    return;
  }
  memberStream(demand, mention, name, owner, fanOut);
}

/** What a deverbal noun acts on: "page views" on pages, otherwise what the design mainly handles. */
function objectOf(demand: Demand, mention: Mention): string | undefined {
  const modifier = mention.noun?.modifiers.findLast((word) => !QUALIFIERS.has(word) && kindOfVerb(word) === undefined && !/(?:ed|ing|ly|al|ive|ous|est|ful)$/.test(word));
  const alike = demand.mentions.find((other) => other !== mention && other.kind === 'count' && other.within !== undefined && other.noun && sameThing(other.noun.head, mention.noun?.head ?? ''));
  return modifier ?? alike?.noun?.head ?? mainStream(demand)?.object;
}

const times = (demand: Demand, id: string, rate: Figure, each: Figure): Figure => computed(demand, `${id}.rate`, `${id} on average`, '1/s', 'sent * recipients', { sent: rate, recipients: each });

function memberStream(demand: Demand, mention: Mention, name: Name, owner: Population, fanOut: Figure | undefined): void {
  addStream(demand, {
    name,
    mention,
    population: owner,
    mean: (id) => {
      const each = stated(demand, mention, `${id}.rate-per-${owner.noun}`, `${plural(name.noun)} per ${owner.noun}`);
      return computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`, '1/s', fanOut ? 'members * each * recipients' : 'members * each', { members: owner.figure, each, ...(fanOut && { recipients: fanOut }) });
    },
  });
}

/** "500 events/s" has its noun behind the slash form, "QPS: 500" in front, "10 GB of logs a day" after "of". */
const rateNoun = (mention: Mention): string | undefined => {
  const unitLike = /^(?:qps|rps|tps|eps|peak|average|rate|load|traffic|throughput|hz)$/;
  const head = mention.noun?.head || mention.of?.head;
  if (head && !unitLike.test(head)) return head;
  return undefined;
};

/** "500 rps", "20k/s": requests, unless what stands in front names them. */
function unnamedRate(demand: Demand, mention: Mention, owner: Population | undefined): void {
  const said = mention.before?.head && !/^(?:qps|rps|tps|eps|rate|load|traffic|throughput|average|peak|expect)$/.test(mention.before.head) ? singular(mention.before.head) : undefined;
  const usable = said !== undefined && !isActor(said) && verbBase(said) === undefined ? said : (said && verbInNoun(said) ? said : 'request');
  const unit = demand.tokens[mention.last - 1]?.lower;
  const name = nameOf(kindOfVerb(mention.verb ?? '') ? mention.verb : unit === 'tps' ? 'record' : undefined, usable === 'request' && unit === 'tps' ? 'transaction' : usable === 'request' && unit === 'eps' ? 'event' : usable, undefined);
  if (owner) return memberStream(demand, mention, name, owner, undefined);
  addStream(demand, { name, mention, mean: (id) => stated(demand, mention, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`) });
}

/** "5 million users a day": people active in the window, not occurrences. */
function activeUsers(demand: Demand, mention: Mention, noun: string): void {
  const daily = mention.window !== undefined && mention.window <= 86_400;
  if (mention.noun?.modifiers.some((word) => /^(?:new|more|additional)$/.test(word)) || (mention.window ?? 0) < 86_400) {
    addStream(demand, { name: { noun, verb: 'register', object: noun, kind: 'write' }, mention, mean: (id) => stated(demand, mention, `${id}.rate`, `new ${plural(noun)}`) });
    return;
  }
  const qualifier = daily ? ('daily' as const) : ('monthly' as const);
  const figure = stated(demand, mention, `population.${qualifier}-${noun}`, `${qualifier} ${plural(noun)}`, mention.amount, 'count');
  require(demand, `users.${qualifier}`, { mention, subject: noun, figure, statement: phraseText(demand, mention) });
  const made: Population = { noun, modifiers: [qualifier], qualifier, figure, mention };
  demand.populations.push(made);
  demand.referents.set(mention, made);
}

/**
 * "users post five photos a day": a plural subject that is a known population means each member, when the number is one that
 * a member can do; "users post two million photos a day" is a total.
 */
function perMember(demand: Demand, mention: Mention): Population | undefined {
  const subject = mention.subject;
  if (!subject?.plural || mention.amount.likely > 1000) return undefined;
  const named = referentAt(demand, mention, subject);
  const population = named && 'modifiers' in named ? named : populationOf(demand, subject.head, mention.window);
  return population && population.figure.likely >= mention.amount.likely * 10 ? population : undefined;
}

/** "ten messages to four people": each occurrence reaches several. */
function fanOutOf(demand: Demand, mention: Mention): Figure | undefined {
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  if (!next || next.kind !== 'count' || next.preposition !== 'to' || next.sentence !== mention.sentence || next.first - mention.last > 3) return undefined;
  if (demand.used.has(next) || next.amount.likely > 100_000) return undefined;
  const figure = stated(demand, next, `recipients-per-${mention.noun?.head ?? 'message'}`, `recipients of each ${mention.noun?.head ?? 'message'}`);
  require(demand, 'ratio', { mention: next, subject: `recipients-per-${mention.noun?.head ?? 'message'}`, figure, statement: `${formatQuantity(figure.likely, 'count')} recipients each` });
  return figure;
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

/** "players look at the board once a day". */
function addFrequency(demand: Demand, mention: Mention): void {
  const owner = ownerOf(demand, mention);
  if (!owner || mention.verb === undefined) return;
  const object = (mention.verbAt === undefined ? undefined : objectAfter(demand, mention.verbAt, mention.first)) ?? mention.before;
  const noun = object?.head || 'request';
  const name: Name = { noun, verb: mention.verb, object: noun, kind: kindOfVerb(mention.verb) ?? 'read' };
  memberStream(demand, mention, name, owner, undefined);
}

const ownerOf = (demand: Demand, mention: Mention): Population | undefined => {
  const named = referentAt(demand, mention, mention.subject);
  if (named && 'modifiers' in named) return named;
  const subject = mention.subject && !/^(?:each|who|they|it)$/.test(mention.subject.head) ? populationOf(demand, mention.subject.head, mention.window) : undefined;
  return subject ?? nearestPopulation(demand, mention);
};

/** "ten million devices send a reading every ten seconds": population ÷ interval, over the hours it runs. */
function addInterval(demand: Demand, mention: Mention): void {
  const owner = ownerOf(demand, mention);
  if (!owner || !(mention.value.low > 0) || mention.value.likely > 31 * 86_400) return;
  const noun = intervalNoun(demand, mention);
  const verb = mention.verb !== undefined && kindOfVerb(mention.verb) ? mention.verb : 'send';
  const name: Name = { noun, verb, object: noun, kind: kindOfVerb(verb) ?? 'write' };
  const active = demand.mentions.find((other) => isActiveTime(other) && other.sentence === mention.sentence && !demand.used.has(other));
  const id = idOf(name);
  const every = stated(demand, mention, `${id}.interval`, `time between two ${plural(noun)} of one ${owner.noun}`);
  require(demand, 'duration', { mention, subject: `${id}-interval`, figure: every, statement: `every ${formatQuantity(every.likely, 's')}` });
  const all = computed(demand, `${id}.rate-while-active`, `${id.replaceAll('-', ' ')} while all ${plural(owner.noun)} are active`, '1/s', 'members / interval', { members: owner.figure, interval: every });
  const hours = active && activeHours(demand, active, id);
  const mean = hours ? computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, mean of the day`, '1/s', 'rate * active_share', { rate: all, active_share: hours }) : all;
  addStream(demand, { name, mention, population: owner, scheduled: true, mean: () => mean, peak: all });
}

const activeHours = (demand: Demand, mention: Mention, id: string): Figure => {
  const figure = stated(demand, mention, `${id}.active-share`, 'share of the day in which it happens', exactly(mention.value.likely), 'ratio');
  require(demand, 'duration', { mention, subject: `${id}-active`, figure, statement: phraseText(demand, mention) });
  return figure;
};

/** What is sent at an interval: "a 500 byte reading", "position, speed and door state". */
function intervalNoun(demand: Demand, mention: Mention): string {
  const sized = previous(demand, mention, 2);
  if (sized?.kind === 'size' && sized.noun?.head) return sized.noun.head;
  const object = mention.verbAt === undefined ? undefined : objectAfter(demand, mention.verbAt, mention.first);
  return object?.head && !isActor(object.head) && object.head !== 'byte' ? object.head : 'reading';
}

/** "100 million messages in one hour": a rate over its own span, beside the everyday rate. */
function addBurst(demand: Demand, mention: Mention): void {
  const noun = mention.noun?.head;
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  if (!noun || !next || /\b(?:retry|retries|attempt|attempts)\b/.test(noun) || isActor(noun)) return;
  const everyday = demand.streams.find((stream) => sameThing(stream.noun, noun)) ?? demand.streams.find((stream) => stream.mention?.sentence !== undefined && sameThing(stream.object, noun));
  const bursty = everyday !== undefined || mention.within! < 86_400;
  const name = nameOf(mention.verb, noun, undefined);
  const id = bursty ? `${idOf(name)}.burst` : idOf(name);
  const total = stated(demand, mention, `${id}.count`, phraseText(demand, mention), mention.amount, 'count');
  const within = stated(demand, next, `${id}.span`, `span of ${phraseText(demand, mention)}`);
  require(demand, 'duration', { mention: next, subject: `${idOf(name)}-span`, figure: within, statement: phraseText(demand, next) });
  const rate = (figureId: string) => computed(demand, figureId, `${id.replaceAll(/[-.]/g, ' ')} rate`, '1/s', 'total / span', { total, span: within });
  if (!bursty) {
    addStream(demand, { name, mention, mean: () => rate(`${id}.rate`) }).total = total;
    return;
  }
  const figure = rate(`${id}.rate`);
  require(demand, 'volume.peak', { mention, subject: everyday?.id ?? idOf(name), figure, origin: 'derived', statement: phraseText(demand, mention) });
  if (!everyday) return;
  if (!everyday.peak || everyday.peak.likely < figure.likely) everyday.peak = figure;
}

/** Streams that happen a number of times for each occurrence of another: "a hundred redirects per link". */
export function readChildren(demand: Demand): void {
  const parts = new Map<string, { stream: Stream; each: Figure }>();
  for (let turn = 0; turn < 3; turn += 1)
    for (const mention of demand.mentions) {
      if (demand.used.has(mention) || mention.kind !== 'count' || !mention.noun?.head || mention.within !== undefined) continue;
      const { noun } = parentOf(demand, mention);
      if (noun) addChild(demand, mention, noun, parts);
    }
}

const MEASURES = /^(?:word|letter|character|char|keystroke|line|byte|token|syllable)$/;

function addChild(demand: Demand, mention: Mention, parentNoun: string, parts: Map<string, { stream: Stream; each: Figure }>): void {
  const part = parts.get(parentNoun) ?? [...parts].find(([noun]) => sameThing(noun, parentNoun))?.[1];
  const parent = part?.stream ?? streamOf(demand, parentNoun);
  if (!parent) return;
  const noun = mention.noun!.head;
  const each = stated(demand, mention, `${noun}-per-${parentNoun}`, `${plural(noun)} per ${parentNoun}`);
  require(demand, isReadPerWrite(noun, parentNoun) ? 'read-write-ratio' : 'ratio', { mention, subject: `${noun}-per-${parentNoun}`, figure: each, statement: phraseText(demand, mention) });
  if (MEASURES.test(noun)) {
    const product = part ? computed(demand, `${noun}-per-${parent.noun}`, `${plural(noun)} per ${parent.noun}`, 'count', 'parts * each', { parts: part.each, each }) : each;
    parts.set(noun, { stream: parent, each: product });
    return;
  }
  const name = nameOf(undefined, noun, parentNoun === 'letter' || MEASURES.test(parentNoun) ? parent.object : parentNoun);
  const own = verbInNoun(noun) !== undefined;
  const read = name.kind === 'read' || (own && parent.kind === 'read');
  addStream(demand, {
    name: read ? { ...name, kind: 'read' } : name,
    mention,
    parent,
    part: !own,
    mean: (id) =>
      part
        ? computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`, '1/s', 'parents * parts * each', { parents: parent.mean, parts: part.each, each })
        : computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`, '1/s', 'parents * each', { parents: parent.mean, each }),
  });
}

const isReadPerWrite = (noun: string, parent: string): boolean => kindOfVerb(verbInNoun(noun) ?? '') === 'read' && parent === 'write';

/** An event the brief names without a rate ("most logins fall in ...") happens once a day for each daily user. */
export function impliedStream(demand: Demand, noun: string): Stream | undefined {
  const verb = verbInNoun(noun);
  const population = demand.populations.find(({ qualifier }) => qualifier === 'daily');
  if (!verb || !population) return undefined;
  const name: Name = { noun, verb, object: noun === verb ? (mainStream(demand)?.object ?? noun) : population.noun, kind: kindOfVerb(verb) ?? 'write' };
  const id = idOf(name);
  const each = demand.book.leaf({ id: `assumed.${id}-per-${population.noun}`, label: `${plural(noun)} of a daily ${population.noun}`, unit: '1/s', origin: 'assumed', low: 0.5 / 86_400, likely: 1 / 86_400, high: 3 / 86_400, reason: `no rate of ${plural(noun)} stated: once a day for each daily ${population.noun}` });
  return addStream(demand, { name, population, mean: () => computed(demand, `${id}.rate`, `${plural(noun)}, on average`, '1/s', 'members * each', { members: population.figure, each }) });
}

/** Words around a mention that say reads or writes; used by ratios. */
export const saysReadWrite = (demand: Demand, mention: Mention): boolean => /\b(?:reads?|writes?|read-heavy|write-heavy|views?|viewed|uploads?|downloads?|posts?|searches|queries|read-write|read-to-write)\b/.test(around(demand, mention, 6, 6));
