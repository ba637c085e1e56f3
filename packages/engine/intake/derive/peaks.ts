import { formatQuantity, type Figure } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { singular } from '../quantity/nouns.ts';
import { assumed, computed, type Demand, placeOf, require, span, stated, type Stream } from './demand.ts';
import { crowdFactor } from './crowd.ts';
import { around, mainStream, nearestReferent, phraseText, streamOf } from './network.ts';
import { isConcentration } from './share-kinds.ts';
import { impliedStream } from './implied-streams.ts';

/** Peak rates: stated, from busy hours, by a stated factor, else by the assumed one. Every stream ends with a peak. */
export function readPeaks(demand: Demand): void {
  for (const mention of demand.mentions)
    if (mention.kind === 'rate' && mention.peak && !demand.used.has(mention)) statedPeak(demand, mention);
  for (const mention of demand.mentions) if (mention.kind === 'duration' && !demand.used.has(mention)) busyHours(demand, mention);
  const factor = statedFactor(demand) ?? crowdFactor(demand) ?? weeklySlot(demand);
  for (const stream of demand.streams) {
    if (stream.peak && (stream.scheduled || !factor)) continue;
    if (stream.peak && stream.peak.origin !== 'computed') continue;
    stream.peak = fromWhole(demand, stream) ?? peakOf(demand, stream, factor ?? assumedFactor(demand));
  }
}

/** "All on Friday morning": a week's volume goes through in one part of one day. */
const WEEKLY_SLOT =
  /\ball (?:[a-z]{1,20} ){0,3}on (?:every |a )?(?:mon|tues|wednes|thurs|fri|satur|sun)days? (?:morning|afternoon|evening|night)s?\b/;
const SLOT_HOURS = 4;

function weeklySlot(demand: Demand): Figure | undefined {
  const said = WEEKLY_SLOT.exec(demand.tokens.map(({ lower }) => lower).join(' '))?.[0];
  const factor = (7 * 24) / SLOT_HOURS;
  return said === undefined
    ? undefined
    : assumed(
        demand,
        'assumed.peak-factor',
        'peak ÷ mean of a week',
        'ratio',
        { low: factor / 2, likely: factor, high: factor * 2 },
        `“${said}”: a week’s volume in about ${SLOT_HOURS} of its 168 hours`,
      );
}

const assumedFactor = (demand: Demand): Figure =>
  assumed(
    demand,
    'assumed.peak-factor',
    'peak ÷ mean of a day',
    'ratio',
    { low: 2, likely: 2, high: 3 },
    'no peak stated: published sizing exercises take 2, the planning default is 3',
  );

/** A peak that is all the brief gives of a load in bursts says little about its mean. */
const burstFactor = (demand: Demand): Figure =>
  assumed(
    demand,
    'assumed.burst-factor',
    'peak ÷ mean of load in bursts',
    'ratio',
    { low: 5, likely: 10, high: 50 },
    'the brief gives the burst and calls the load uneven: busy a tenth of the time',
  );

function peakOf(demand: Demand, stream: Stream, factor: Figure): Figure {
  const base = stream.peak ?? stream.mean;
  return computed(demand, `${stream.id}.peak-rate`, `${stream.id.replaceAll('-', ' ')}, at peak`, '1/s', 'mean * factor', {
    mean: base,
    factor,
  });
}

/** A part of a scheduled stream peaks with it. */
function fromWhole(demand: Demand, stream: Stream): Figure | undefined {
  const whole = stream.parent;
  if (!whole?.scheduled || !whole.peak) return undefined;
  return computed(
    demand,
    `${stream.id}.peak-rate`,
    `${stream.id.replaceAll('-', ' ')}, at peak`,
    '1/s',
    'mean * whole_peak / whole_mean',
    { mean: stream.mean, whole_peak: whole.peak, whole_mean: whole.mean },
  );
}

/** "20k rps at peak", "a peak of 5,000 orders a minute". */
function statedPeak(demand: Demand, mention: Mention): void {
  const noun = mention.noun?.head ?? (mention.before && mention.before.head !== 'peak' ? mention.before.head : undefined);
  const stream = (noun ? streamOf(demand, singular(noun)) : undefined) ?? mainStream(demand);
  const name = stream?.id ?? `handle-${noun ?? 'request'}`;
  const figure = stated(demand, mention, `${name}.peak-rate`, `${name.replaceAll('-', ' ')}, at peak`);
  require(demand, 'volume.peak', { mention, subject: name, figure, statement: `${phraseText(demand, mention)} at peak` });
  if (stream) {
    if (!stream.peak || stream.peak.likely < figure.likely) stream.peak = figure;
    return;
  }
  const mean = computed(demand, `${name}.rate`, `${name.replaceAll('-', ' ')}, on average`, '1/s', 'peak / factor', {
    peak: figure,
    factor: statedFactor(demand) ?? (demand.inBursts ? burstFactor(demand) : assumedFactor(demand)),
  });
  demand.streams.push({
    id: name,
    noun: noun ?? 'request',
    verb: 'handle',
    object: noun ?? 'request',
    kind: 'write',
    mean,
    peak: figure,
    part: false,
    scheduled: false,
    mention,
    at: placeOf(demand, mention),
  });
}

/** The stated peak factor: "traffic peaks at five times the average", "peak 3x". */
export function statedFactor(demand: Demand): Figure | undefined {
  const known = demand.book.get('peak-factor');
  if (known) return known;
  const answered = demand.answers.find(({ key, quantity }) => key === 'peak-factor' && quantity);
  if (answered?.quantity)
    return demand.book.leaf({
      id: 'peak-factor',
      label: 'peak ÷ mean',
      unit: 'ratio',
      origin: 'answered',
      low: answered.quantity.low,
      likely: answered.quantity.likely,
      high: answered.quantity.high,
    });
  const mention = demand.mentions.find(
    (other) =>
      !demand.used.has(other) &&
      (other.kind === 'multiple' || other.kind === 'ratio') &&
      // "5x per month" is a rate, not a factor.
      other.value.low >= 1 &&
      (other.peak ||
        /\b(?:peak|peaks|spike|spikes|burst|bursts|average|normal|usual|mean|busier)\b/.test(around(demand, other, 5, 5))),
  );
  if (!mention) return undefined;
  const figure = stated(demand, mention, 'peak-factor', 'peak ÷ mean');
  require(demand, 'peak-factor', { mention, figure, statement: `Peak ${formatQuantity(figure.likely, 'ratio')} the mean` });
  return figure;
}

const BUSY = /\b(?:busy|busiest|peak|rush)\b/;
const OPEN = /\b(?:trading|working|business|opening|open|market|office)\b/;

/** "most logins fall in four busy hours", "80 percent of orders in 3 hours", "during 6.5 trading hours". */
function busyHours(demand: Demand, mention: Mention): void {
  const words = demand.tokens
    .slice(Math.max(0, mention.first - 1), mention.last)
    .map((token) => token.lower)
    .join(' ');
  const whole = around(demand, mention, 8, 0);
  const open = OPEN.test(words) || (mention.preposition === 'of' && mention.before?.head === 'day');
  const fall = /\b(?:fall|falls|happen|happens|come|comes|concentrated|arrive|arrives|occur|occurs|within|during|in)\b/.test(
    whole,
  );
  const daily = mention.window === undefined || mention.window === 86_400;
  const seconds = mention.amount.likely;
  const prior = demand.mentions[(demand.order.get(mention) ?? 0) - 1];
  const concentrated = prior !== undefined && prior.kind === 'share' && isConcentration(demand, prior);
  if (!daily || seconds < 600 || seconds > 43_200 || !(concentrated || open || (BUSY.test(words) && fall))) return;
  const share = concentration(demand, mention);
  if (share && share.likely * 86_400 <= seconds) return;
  const divided = concentrated ? ((prior.of && streamOf(demand, prior.of.head)) ?? nearestReferent(demand, prior)) : undefined;
  const named = mention.subject?.head;
  const streams =
    (divided && 'verb' in divided && [divided]) ||
    (named && [streamOf(demand, named) ?? impliedStream(demand, named)].filter((stream) => stream !== undefined)) ||
    [];
  const affected = streams.length > 0 ? streams : demand.streams.filter((stream) => !stream.scheduled && !stream.part);
  if (affected.length === 0) return;
  const subject = open ? 'open-hours' : 'busy-hours';
  const length = stated(
    demand,
    mention,
    `duration.${subject}`,
    open ? 'hours of a day that are open' : 'busy hours of a day',
    mention.amount,
    's',
  );
  require(demand, 'duration', { mention, subject, figure: length, statement: phraseText(demand, mention) });
  for (const stream of affected) {
    const label = `${stream.id.replaceAll('-', ' ')}, ${open ? 'while open' : 'in the busy hours'}`;
    const inputs = { mean: stream.mean, day: span(demand, 'day'), length };
    stream.peak = share
      ? computed(demand, `${stream.id}.${subject}-rate`, label, '1/s', 'mean * day * share / length', { ...inputs, share })
      : computed(demand, `${stream.id}.${subject}-rate`, label, '1/s', 'mean * day / length', inputs);
  }
}

/** "80 percent of", "most": the share of a day's volume inside the busy hours; undefined where it is all of it. */
function concentration(demand: Demand, mention: Mention): Figure | undefined {
  const said = demand.mentions.find(
    (other) =>
      other.kind === 'share' &&
      other.sentence === mention.sentence &&
      other.first < mention.first &&
      mention.first - other.last <= 8,
  );
  if (said) {
    const known = [...demand.requirements].find(({ at, key }) => key === 'share' && at?.start === said.start)?.figure;
    if (known) return demand.book.need(known);
    const figure = stated(demand, said, 'share.busy-hours', 'share of a day inside the busy hours');
    require(demand, 'share', { mention: said, subject: 'busy-hours', figure, statement: phraseText(demand, said) });
    return figure;
  }
  if (!/\bmost\b/.test(around(demand, mention, 8, 0))) return undefined;
  return assumed(
    demand,
    'assumed.busy-share',
    'share of a day inside the busy hours',
    'ratio',
    { low: 0.8, likely: 1, high: 1 },
    '"most" without a number: sized as if all of it',
  );
}
