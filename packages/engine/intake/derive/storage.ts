import type { Figure } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { plural, sameThing } from '../quantity/nouns.ts';
import { computed, type Demand, type Flow, require, span, stated, type Stream } from './demand.ts';
import { around, mainStream, phraseText } from './network.ts';
import { horizon } from './constraints.ts';
import type { Retention } from './durations.ts';

/** Bandwidth, bytes a day, month and year, what retention keeps, copies and overheads. */
export function deriveStorage(demand: Demand, retentions: readonly Retention[]): void {
  for (const stream of demand.streams) {
    if (stream.bytes) bandwidth(demand, stream);
    if (stream.answer) answers(demand, stream, stream.answer);
  }
  if (demand.flows.length === 0 && retentions.length > 0) keepWhatIsFetched(demand);
  const kept: { id: string; figure: Figure }[] = [];
  for (const flow of demand.flows) kept.push({ id: flow.id, figure: stored(demand, flow, retentions) });
  for (const stream of demand.streams)
    if (!stream.bytes && keepsRecords(stream))
      records(
        demand,
        stream,
        retentionFor(demand, stream.noun, stream, retentions) ?? horizon(demand),
        retentionFor(demand, stream.noun, stream, retentions) !== undefined,
      );
  const total = totalOf(demand, kept);
  if (total) disk(demand, total);
  totals(demand);
  partsNeeded(demand);
  deliveryCost(demand);
}

/** Occurrences that leave no record worth counting. */
const FLEETING = /^(?:request|call|login|logon|hit|operation|connection)$/;
const keepsRecords = (stream: Stream): boolean =>
  !FLEETING.test(stream.noun) && stream.kind !== 'read' && !stream.part && stream.kind !== 'job';

/** "fetch a billion pages a month, kept five years": what the system itself reads is what it stores. */
function keepWhatIsFetched(demand: Demand): void {
  const stream = demand.streams.find(({ bytes, kind, actor }) => bytes && kind === 'read' && actor === undefined);
  const rate = stream && demand.book.get(`${stream.id}.bandwidth-out`);
  if (stream && rate)
    demand.flows.push({ id: stream.id, noun: stream.noun, label: stream.id.replaceAll('-', ' '), rate, stream });
}

/** Bytes in or out of one stream; written streams become flows that are stored. */
function bandwidth(demand: Demand, stream: Stream): void {
  const bytes = stream.bytes!;
  const out = stream.kind === 'read';
  const word = out ? 'out' : 'in';
  const text = `${stream.id.replaceAll('-', ' ')}: bytes ${word}`;
  const rate = computed(demand, `${stream.id}.bandwidth-${word}`, `${text}, on average`, 'B/s', 'rate * bytes', {
    rate: stream.mean,
    bytes,
  });
  if (stream.total)
    computed(demand, `data-held.${stream.noun}`, `${stream.noun}: bytes in all`, 'B', 'total * bytes', {
      total: stream.total,
      bytes,
    });
  if (stream.peak)
    computed(demand, `${stream.id}.peak-bandwidth-${word}`, `${text}, at peak`, 'B/s', 'rate * bytes', {
      rate: stream.peak,
      bytes,
    });
  if (!out) demand.flows.push({ id: stream.id, noun: stream.noun, label: stream.id.replaceAll('-', ' '), rate, stream });
}

function answers(demand: Demand, stream: Stream, bytes: Figure): void {
  const text = `${stream.id.replaceAll('-', ' ')}: bytes answered`;
  computed(demand, `${stream.id}.bandwidth-out`, `${text}, on average`, 'B/s', 'rate * bytes', { rate: stream.mean, bytes });
  if (stream.peak)
    computed(demand, `${stream.id}.peak-bandwidth-out`, `${text}, at peak`, 'B/s', 'rate * bytes', { rate: stream.peak, bytes });
}

/** The retention said of this thing, else the one said of everything. */
export function retentionFor(
  demand: Demand,
  noun: string,
  stream: Stream | undefined,
  retentions: readonly Retention[],
): Figure | undefined {
  const full = retentions.filter(({ period }) => period === undefined);
  const named = full.find(
    ({ subject }) =>
      subject !== undefined && (sameThing(subject, noun) || (stream !== undefined && sameThing(subject, stream.object))),
  );
  const raw = full.find(({ modifiers }) => modifiers.some((word) => /^(?:raw|full|original)$/.test(word)));
  const general = full.find(
    ({ subject }) =>
      subject === undefined ||
      /^(?:data|history|storage|everything|log|record|searchable|archive|it|event|retention|searche?able)$/.test(subject),
  );
  const only =
    full.length === 1 && (stream === undefined || stream === mainStream(demand) || demand.flows.length === 1)
      ? full[0]
      : undefined;
  const main = stream === undefined || stream.scheduled || stream === mainStream(demand);
  return (named ?? (main ? raw : undefined) ?? general ?? only)?.figure;
}

/** Stored a day, month and year, and over the retention; returns what is kept in the end. */
function stored(demand: Demand, flow: Flow, retentions: readonly Retention[]): Figure {
  const { rate } = flow;
  const per = (name: 'day' | 'month' | 'year') =>
    computed(demand, `${flow.id}.stored-per-${name}`, `${flow.label}: stored a ${name}`, 'B', `rate * ${name}`, {
      rate,
      [name]: span(demand, name),
    });
  per('day');
  per('month');
  per('year');
  const retention = retentionFor(demand, flow.noun, flow.stream, retentions);
  if (flow.stream && retention) flow.stream.retention = retention;
  if (flow.stream && flow.stream.mean) records(demand, flow.stream, retention ?? horizon(demand), retention !== undefined);
  const label = retention ? `${flow.label}: stored over the retention` : `${flow.label}: stored over the planning horizon`;
  return computed(demand, `${flow.id}.stored`, label, 'B', 'rate * retention', { rate, retention: retention ?? horizon(demand) });
}

function records(demand: Demand, stream: Stream, retention: Figure, isStated: boolean): void {
  if (isStated) stream.retention ??= retention;
  computed(
    demand,
    `${stream.id}.records`,
    `${plural(stream.noun)} kept over the ${isStated ? 'retention' : 'planning horizon'}`,
    'count',
    'rate * retention',
    { rate: stream.mean, retention },
  );
}

function totalOf(demand: Demand, kept: readonly { figure: Figure }[]): Figure | undefined {
  if (kept.length < 2) return kept[0]?.figure;
  const inputs = Object.fromEntries(kept.map(({ figure }, index) => [`part${index}`, figure]));
  return computed(demand, 'stored.total', 'stored in all, without copies', 'B', Object.keys(inputs).join(' + '), inputs);
}

/** Copies, overheads and reserved shares: stored × (1 + copies) × (1 + overhead) ÷ (1 − reserved) for each reserve. */
function disk(demand: Demand, total: Figure): void {
  const inputs: Record<string, Figure> = { stored: total };
  let text = 'stored';
  const copies = demand.book.get('replicas');
  if (copies) {
    inputs['replicas'] = copies;
    text += ' * (1 + replicas)';
  }
  let number = 0;
  let last: Mention | undefined;
  for (const mention of demand.mentions) {
    if (mention.kind !== 'share' || demand.used.has(mention)) continue;
    const said = diskRole(around(demand, mention, 6, 5), around(demand, mention, 3, 1));
    const role: DiskRole | undefined =
      said ?? (last && mention.sentence === last.sentence && mention.first - last.last <= 6 ? 'reserved' : undefined);
    const possible = role === 'overhead' || (role === 'fill' ? mention.value.low > 0 : mention.value.high < 1);
    if (!role || !possible) continue;
    last = mention;
    number += 1;
    const name = `${role}${number}`;
    inputs[name] = stated(
      demand,
      mention,
      `share.disk-${role}`,
      role === 'overhead'
        ? 'overhead on stored bytes'
        : role === 'fill'
          ? 'share of a disk that may be filled'
          : 'share of a disk held back',
    );
    require(demand, 'share', { mention, subject: `disk-${role}`, figure: inputs[name], statement: phraseText(demand, mention) });
    text += role === 'overhead' ? ` * (1 + ${name})` : role === 'fill' ? ` / ${name}` : ` / (1 - ${name})`;
  }
  if (text !== 'stored')
    computed(demand, 'disk.total', 'disk needed: copies, overheads and reserves included', 'B', text, inputs);
}

type DiskRole = 'overhead' | 'reserved' | 'fill';

function diskRole(wide: string, near: string): DiskRole | undefined {
  if (/\boverhead\b/.test(near)) return 'overhead';
  if (/\b(?:fill|filled|full|utilisation|utilization|at most)\b/.test(near) && /\b(?:disk|disks|capacity|storage)\b/.test(wide))
    return 'fill';
  return /\b(?:reserve|reserves|reserved|headroom|keeps?|free)\b/.test(wide) ? 'reserved' : undefined;
}

/** Parts needed where the brief says what one carries: rate ÷ capacity, without headroom. */
function partsNeeded(demand: Demand): void {
  const main = demand.streams.filter((stream) => !stream.part).toSorted((a, b) => b.mean.likely - a.mean.likely)[0];
  for (const capacity of demand.book.all().filter(({ id, low }) => id.startsWith('capacity.') && low > 0)) {
    if (!main) return;
    const part = capacity.id.slice('capacity.'.length);
    computed(
      demand,
      `${part}.needed`,
      `${plural(part)} needed for the average, without headroom`,
      'count',
      'ceil(rate / capacity)',
      { rate: main.mean, capacity },
    );
    if (main.peak)
      computed(
        demand,
        `${part}.needed-at-peak`,
        `${plural(part)} needed at peak, without headroom`,
        'count',
        'ceil(rate / capacity)',
        { rate: main.peak, capacity },
      );
  }
}

/** What delivery costs where a price per byte is stated. */
function deliveryCost(demand: Demand): void {
  const price = demand.book.all().find(({ unit }) => unit === 'USD/B');
  const out = demand.streams
    .filter((stream) => stream.bytes && stream.kind === 'read')
    .toSorted((a, b) => b.mean.likely - a.mean.likely)[0];
  if (!price || !out?.bytes) return;
  computed(demand, 'delivery.cost-per-day', 'price of the bytes delivered a day', 'USD', 'rate * bytes * day * price', {
    rate: out.mean,
    bytes: out.bytes,
    day: span(demand, 'day'),
    price,
  });
}

/** Sums over the streams that are requests of their own, where there are several. */
function totals(demand: Demand): void {
  const whole = demand.streams.filter((stream) => !stream.part);
  if (whole.length > 1) {
    const sum = (id: string, label: string, of: (stream: Stream) => Figure) => {
      const inputs = Object.fromEntries(whole.map((stream, index) => [`stream${index}`, of(stream)]));
      computed(demand, id, label, '1/s', Object.keys(inputs).join(' + '), inputs);
    };
    sum('total.rate', 'all operations, on average', ({ mean }) => mean);
    sum('total.peak-rate', 'all operations, at peak', ({ peak, mean }) => peak ?? mean);
  }
  const incoming = demand.flows.map(({ rate }) => rate);
  if (incoming.length > 1) {
    const inputs = Object.fromEntries(incoming.map((rate, index) => [`flow${index}`, rate]));
    computed(demand, 'total.bandwidth-in', 'all incoming bytes, on average', 'B/s', Object.keys(inputs).join(' + '), inputs);
  }
}
