import type { Mention } from '../quantity/mention.ts';
import { isActor, plural, sameThing } from '../quantity/nouns.ts';
import { verbBase } from '../quantity/verbs.ts';
import { computed, type Demand, require, span, stated } from './demand.ts';
import { objectAfter, perMember } from './member-stream.ts';
import { phraseText } from './network.ts';
import { nearestPopulation } from './populations.ts';
import { addStream, idOf, nameOf } from './stream.ts';

/** "100 million users a day load 30 tiles each": what each visitor does happens in the visitors' own window. */
export function addVisit(demand: Demand, mention: Mention): void {
  const owner = nearestPopulation(demand, mention);
  const window = owner?.mention?.kind === 'rate' ? owner.mention.window : undefined;
  const noun = mention.noun?.head;
  if (!owner || window === undefined || !noun) return;
  const by = (value: number) => value / window;
  const { low, likely, high } = mention.amount;
  const rated = { low: by(low), likely: by(likely), high: by(high) };
  const before = demand.tokens[mention.first - 1]?.lower ?? '';
  const verb = mention.verb ?? verbBase(before);
  addStream(demand, {
    name: nameOf(verb, noun, undefined),
    mention,
    population: owner,
    mean: (id) =>
      computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`, '1/s', 'members * each', {
        members: owner.figure,
        each: stated(demand, mention, `${id}.rate-per-${owner.noun}`, `${plural(noun)} per ${owner.noun}`, rated, '1/s'),
      }),
  });
}

const ARRIVES = new Set([
  'arrive',
  'come',
  'log',
  'sign',
  'join',
  'open',
  'start',
  'rush',
  'hit',
  'visit',
  'return',
  'connect',
  'show',
  'enter',
]);
const LONGEST_RUSH = 3_600;

/** "500,000 people arrive within one minute": those of a whole day come at once, and bring the day's requests with them. */
function addRush(demand: Demand, mention: Mention, next: Mention): void {
  if (
    mention.within! > LONGEST_RUSH ||
    !ARRIVES.has(mention.verb ?? verbAfter(demand, mention)) ||
    demand.book.get('peak-factor')
  )
    return;
  const within = stated(demand, next, 'rush.span', `span of ${phraseText(demand, mention)}`);
  const figure = computed(demand, 'peak-factor', 'peak ÷ mean: all visitors of a day within the span', 'ratio', 'day / span', {
    day: span(demand, 'day'),
    span: within,
  });
  require(demand, 'peak-factor', {
    mention: next,
    figure,
    origin: 'derived',
    statement: `all of a day’s visitors come ${phraseText(demand, next)}`,
  });
}

/** The verb right behind what is counted. */
const verbAfter = (demand: Demand, mention: Mention): string => verbBase(demand.tokens[mention.last]?.lower ?? '') ?? '';

/** "100 million messages in one hour": a rate over its own span, beside the everyday rate. */
export function addBurst(demand: Demand, mention: Mention): void {
  const noun = mention.noun?.head;
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  if (!noun || !next || !(next.value.low > 0) || /\b(?:retry|retries|attempt|attempts)\b/.test(noun)) return;
  const sent =
    isActor(noun) && mention.preposition === 'to' && mention.verbAt !== undefined
      ? objectAfter(demand, mention.verbAt, mention.first)?.head
      : noun;
  if (sent === undefined) return;
  if (isActor(noun) && sent === noun) return addRush(demand, mention, next);
  const everyday =
    demand.streams.find((stream) => sameThing(stream.noun, sent)) ??
    demand.streams.find((stream) => sameThing(stream.object, sent));
  const bursty = everyday !== undefined || mention.within! < 86_400;
  const name = nameOf(mention.verb, sent, undefined);
  const id = bursty ? `${idOf(name)}.burst` : idOf(name);
  const members = perMember(demand, mention);
  const each = stated(demand, mention, `${id}.count`, phraseText(demand, mention), mention.amount, 'count');
  const total = members
    ? computed(demand, `${id}.total`, `${plural(sent)} of all ${plural(members.noun)}`, 'count', 'members * each', {
        members: members.figure,
        each,
      })
    : each;
  const within = stated(demand, next, `${id}.span`, `span of ${phraseText(demand, mention)}`);
  require(demand, 'duration', {
    mention: next,
    subject: `${idOf(name)}-span`,
    figure: within,
    statement: phraseText(demand, next),
  });
  const rate = (figureId: string) =>
    computed(demand, figureId, `${id.replaceAll(/[-.]/g, ' ')} rate`, '1/s', 'total / span', { total, span: within });
  if (!bursty) {
    addStream(demand, { name, mention, mean: () => rate(`${id}.rate`) }).total = total;
    return;
  }
  const figure = rate(`${id}.rate`);
  require(demand, 'volume.peak', {
    mention,
    subject: everyday?.id ?? idOf(name),
    figure,
    origin: 'derived',
    statement: phraseText(demand, mention),
  });
  if (!everyday) {
    // How often it comes is not said: once a day at the most.
    const mean = () =>
      computed(demand, `${id}.mean`, `${id.replaceAll(/[-.]/g, ' ')}, once a day at the most`, '1/s', 'total / day', {
        total,
        day: span(demand, 'day'),
      });
    addStream(demand, { name, mention, mean, peak: figure });
    return;
  }
  if (figure.likely < everyday.mean.likely) return;
  if (!everyday.peak || everyday.peak.likely < figure.likely) everyday.peak = figure;
}
