import type { Figure } from '@archwright/kernel';
import { plural, sameThing } from '../quantity/nouns.ts';
import { assumed, computed, type Demand, require, span, stated, type Stream } from './demand.ts';
import { mainStream, phraseText, streamOf } from './network.ts';
import { kindOfVerb } from '../quantity/verbs.ts';
import { addStream } from './stream.ts';
import { duringStream, intervalNoun } from './timed-streams.ts';
import type { Retention } from './durations.ts';

/** Hot sets, summaries and things in progress: what must be held in memory or kept beside the raw data. */
export function deriveHeld(demand: Demand, retentions: readonly Retention[]): void {
  hotSet(demand);
  summaries(demand, retentions);
  inProgress(demand);
  ratioOfReads(demand);
}

/** A stated share of a day's reads, else the usual fifth of the busiest read stream. */
function hotSet(demand: Demand): void {
  const items = demand.book.get('hot-set.items');
  if (items) {
    const stream = demand.streams.find((other) => items.inputs['rate'] === other.mean.id);
    if (stream?.bytes)
      computed(demand, 'hot-set.bytes', 'memory of the hot set', 'B', 'items * bytes', { items, bytes: stream.bytes });
    return;
  }
  const busiest = demand.streams
    .filter((stream) => stream.kind === 'read' && stream.bytes)
    .toSorted((a, b) => b.mean.likely - a.mean.likely)[0];
  if (!busiest?.bytes) return;
  const share = assumed(
    demand,
    'assumed.hot-share',
    'share of a day of reads worth caching',
    'ratio',
    { low: 0.05, likely: 0.2, high: 0.3 },
    'no cache size stated: a fifth of the objects takes most of the reads',
  );
  computed(
    demand,
    'hot-set.bytes',
    `memory of the hot set: ${busiest.id.replaceAll('-', ' ')}`,
    'B',
    'rate * day * share * bytes',
    { rate: busiest.mean, day: span(demand, 'day'), share, bytes: busiest.bytes },
  );
}

/** Summary rows kept: a row for each member and period over the retention, while the members are active. */
function summaries(demand: Demand, retentions: readonly Retention[]): void {
  const stream = demand.streams.find(({ scheduled }) => scheduled);
  if (!stream?.population) return;
  for (const { period, figure, subject } of retentions) {
    if (period === undefined || !(period > 0)) continue;
    const every =
      demand.book.get(`span.summary-${period}`) ??
      demand.book.leaf({
        id: `span.summary-${period}`,
        label: 'period of one summary',
        unit: 's',
        origin: 'rule',
        reason: 'the brief names the period of the summaries',
        low: period,
        likely: period,
        high: period,
      });
    const active = demand.book.get(`${stream.id}.active-share`);
    const inputs = { members: stream.population.figure, retention: figure, period: every };
    const label = `${subject ?? 'summary'} rows of ${period} s kept`;
    if (active)
      computed(demand, `records.summary-${period}`, label, 'count', 'members * active_share * retention / period', {
        ...inputs,
        active_share: active,
      });
    else computed(demand, `records.summary-${period}`, label, 'count', 'members * retention / period', inputs);
  }
}

/** Little's law: what lasts a while is in progress at rate × duration at once. */
function inProgress(demand: Demand): void {
  for (const mention of demand.mentions) {
    if (mention.kind !== 'duration' || demand.used.has(mention) || mention.window !== undefined || mention.value.likely > 86_400)
      continue;
    const nouns = [mention.of, mention.noun, mention.before, mention.subject].flatMap((phrase) =>
      phrase?.head ? [phrase.head, ...phrase.modifiers] : [],
    );
    const stream = nouns.map((noun) => streamOf(demand, noun)).find((found): found is Stream => found !== undefined);
    if (!stream) continue;
    const length = stated(demand, mention, `duration.${stream.noun}`, `time one ${stream.noun} takes`);
    require(demand, 'duration', { mention, subject: stream.noun, figure: length, statement: phraseText(demand, mention) });
    const label = `${plural(stream.noun)} in progress at once`;
    const open = computed(demand, `${stream.id}.in-progress`, `${label}, on average`, 'count', 'rate * length', {
      rate: stream.mean,
      length,
    });
    repeatedMeanwhile(demand, stream, open);
    if (stream.peak)
      computed(demand, `${stream.id}.in-progress-peak`, `${label}, at peak`, 'count', 'rate * length', {
        rate: stream.peak,
        length,
      });
  }
}

/** "sends its position every four seconds during the ride": what is in progress ÷ the interval. */
function repeatedMeanwhile(demand: Demand, stream: Stream, open: Figure): void {
  const mention = demand.mentions.find(
    (other) =>
      other.kind === 'interval' && other.value.low > 0 && !demand.used.has(other) && duringStream(demand, other) === stream,
  );
  if (!mention) return;
  const noun = intervalNoun(demand, mention);
  const verb = mention.verb !== undefined && kindOfVerb(mention.verb) ? mention.verb : 'send';
  const interval = stated(demand, mention, `${verb}-${noun}.interval`, `time between two ${plural(noun)} of one ${stream.noun}`);
  const rate = (id: string, count: Figure, when: string) =>
    computed(demand, id, `${plural(noun)}, ${when}`, '1/s', 'open / interval', { open: count, interval });
  const added = addStream(demand, {
    name: { noun, verb, object: noun, kind: kindOfVerb(verb) ?? 'write' },
    mention,
    part: true,
    parent: stream,
    mean: (id) => rate(`${id}.rate`, open, 'on average'),
  });
  if (stream.peak)
    added.peak = computed(demand, `${added.id}.peak-rate`, `${plural(noun)}, at peak`, '1/s', 'mean * peak / whole', {
      mean: added.mean,
      peak: stream.peak,
      whole: stream.mean,
    });
}

/** Reads for each write, where the brief gives both. */
function ratioOfReads(demand: Demand): void {
  if (demand.book.get('read-write-ratio')) return;
  const whole = demand.streams.filter((stream) => !stream.part);
  const reads = whole.filter(({ kind }) => kind === 'read').toSorted((a, b) => b.mean.likely - a.mean.likely)[0];
  const main = mainStream(demand);
  const writes = main && main.kind !== 'read' ? main : undefined;
  if (!reads || !writes || !(writes.mean.low > 0) || sameThing(reads.id, writes.id)) return;
  computed(demand, 'read-write-ratio', `${plural(reads.noun)} for each ${writes.noun} written`, 'ratio', 'reads / writes', {
    reads: reads.mean,
    writes: writes.mean,
  });
}
