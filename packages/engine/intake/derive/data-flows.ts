import { formatQuantity, slug } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { isActor } from '../quantity/nouns.ts';
import { kindOfVerb, verbBase } from '../quantity/verbs.ts';
import { computed, type Demand, type Flow, require, stated } from './demand.ts';
import { phraseText, previous } from './network.ts';
import { parentOf } from './populations.ts';

/** "500 hours of video every minute": time of content that arrives in time. */
export const isContentRate = (mention: Mention): boolean =>
  mention.kind === 'duration' &&
  mention.window !== undefined &&
  mention.of?.head !== undefined &&
  !mention.each &&
  !mention.per &&
  mention.value.likely > 1;

/** Content that arrives × bytes of a second of it ("one minute takes 50 MB", "50 MB per minute"). */
export function addContent(demand: Demand, mention: Mention): void {
  const noun = mention.of!.head;
  const content = stated(
    demand,
    mention,
    `content.${slug(noun)}.rate`,
    `${noun} that arrives, time of content per time`,
    mention.value,
    'ratio',
  );
  require(demand, 'ratio', { mention, subject: `${noun}-per-time`, figure: content, statement: phraseText(demand, mention) });
  const bytes = demand.mentions.find(
    (other) => !demand.used.has(other) && (other.kind === 'data-rate' || (other.kind === 'size' && lengthBefore(demand, other))),
  );
  if (!bytes) return;
  const length = bytes.kind === 'size' ? lengthBefore(demand, bytes) : undefined;
  const each = stated(demand, bytes, `content.${slug(noun)}.bytes`, `bytes of ${noun}${length ? '' : ' per second of content'}`);
  require(demand, bytes.kind === 'size' ? 'size' : 'data.rate', {
    mention: bytes,
    subject: noun,
    figure: each,
    statement: phraseText(demand, bytes),
  });
  const span = length && stated(demand, length, `content.${slug(noun)}.length`, `length those bytes last`);
  if (length && span)
    require(demand, 'duration', { mention: length, subject: noun, figure: span, statement: phraseText(demand, length) });
  const rate = computed(
    demand,
    `data.${slug(noun)}.rate`,
    `incoming ${noun}`,
    'B/s',
    span ? 'content * bytes / length' : 'content * bytes',
    { content, bytes: each, ...(span && { length: span }) },
  );
  demand.flows.push({ id: `data.${slug(noun)}`, noun, label: `incoming ${noun}`, rate });
}

const lengthBefore = (demand: Demand, size: Mention): Mention | undefined => {
  const prior = previous(demand, size, 3);
  return prior?.kind === 'duration' && prior.window === undefined && prior.value.low > 0 ? prior : undefined;
};

/** "200 MiB an hour", "50 MB/s of logs". */
export function addFlow(demand: Demand, mention: Mention): void {
  const { population: owner } = parentOf(demand, mention);
  const outgoing =
    (!owner || isActor(owner.noun)) &&
    (kindOfVerb(mention.verb ?? '') === 'read' || kindOfVerb(mention.verb ?? '') === 'stream' || mention.verb === 'receive');
  const noun =
    mention.of?.head ||
    mention.noun?.head ||
    (mention.before?.head && verbBase(mention.before.head) === undefined ? mention.before.head : undefined) ||
    (mention.subject && !owner ? mention.subject.head : undefined) ||
    'data';
  const taken = demand.flows.filter((flow) => flow.noun === noun).length;
  const id = `data.${slug(noun)}${taken ? `-${taken + 1}` : ''}`;
  const label = `${outgoing ? 'outgoing' : 'incoming'} ${noun}`;
  const each = stated(
    demand,
    mention,
    owner ? `${id}.rate-per-${owner.noun}` : `${id}.rate`,
    owner ? `${noun} of one ${owner.noun}` : label,
  );
  const rate = owner ? computed(demand, `${id}.rate`, label, 'B/s', 'members * each', { members: owner.figure, each }) : each;
  require(demand, 'data.rate', {
    mention,
    subject: noun,
    figure: rate,
    statement: `${phraseText(demand, mention)} (${formatQuantity(rate.likely, 'B/s')})`,
    ...(owner && { origin: 'derived' as const }),
  });
  if (!outgoing) demand.flows.push({ id, noun, label, rate } satisfies Flow);
}
