import { verbInNoun } from '../quantity/verbs.ts';
import { type Figure, slug } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { isActor, plural, sameThing } from '../quantity/nouns.ts';
import { addContent, addFlow, isContentRate } from './data-flows.ts';
import { computed, type Demand, type Population, require, stated } from './demand.ts';
import { joined } from './durations.ts';
import { gapWords, phraseText, populationOf, previous } from './network.ts';
import { addSession } from './sessions.ts';
import { ownerNouns, ownerOf } from './size-owner.ts';

/** Sizes onto the streams and populations they measure, and data rates as flows. */
export function readSizes(demand: Demand): void {
  const sums = new Map<Mention, Mention[]>();
  let head: Mention | undefined;
  for (const mention of demand.mentions)
    if (mention.kind === 'data-rate' && !demand.used.has(mention)) addSession(demand, mention);
  for (const mention of demand.mentions) {
    if (isContentRate(mention) && !demand.used.has(mention)) addContent(demand, mention);
    if (mention.kind === 'data-rate' && !demand.used.has(mention)) addFlow(demand, mention);
    if (mention.kind !== 'size' || demand.used.has(mention)) continue;
    const prior = previous(demand, mention, 3);
    if (head && prior && prior === (sums.get(head)?.at(-1) ?? head) && isSum(demand, prior, mention))
      sums.set(head, [...(sums.get(head) ?? []), mention]);
    else {
      head = mention;
      sums.set(mention, []);
    }
  }
  for (const [mention, more] of sums) placeSize(demand, mention, more);
}

const isSum = (demand: Demand, left: Mention, right: Mention): boolean =>
  (joined(demand, left, right) || /^(?:,|and|, and|plus)?\s?its \S{1,30}$/.test(gapWords(demand, left, right))) &&
  !right.noun?.head &&
  !right.each &&
  left.per === undefined &&
  right.per === undefined;

function placeSize(demand: Demand, mention: Mention, more: readonly Mention[]): void {
  const total = totalHeld(demand, mention);
  if (total) return;
  const owner = ownerOf(demand, mention);
  const name =
    owner === undefined
      ? (ownerNouns(mention)[0]?.head ?? 'item')
      : 'stream' in owner
        ? owner.stream.noun
        : 'population' in owner
          ? (ownerNouns(mention)[0]?.head ?? owner.population.noun)
          : owner.each;
  const first = stated(demand, mention, `size.${slug(name)}`, `bytes of one ${name}${mention.of ? `: ${mention.of.head}` : ''}`);
  require(demand, 'size', { mention, subject: name, figure: first, statement: `${name}: ${phraseText(demand, mention)}` });
  const sizes = more.map((other) => {
    const figure = stated(
      demand,
      other,
      `size.${slug(name)}-${slug(other.of?.head ?? 'more')}`,
      `bytes of one ${name}: ${other.of?.head ?? 'more'}`,
    );
    require(demand, 'size', {
      mention: other,
      subject: `${name}-${other.of?.head ?? 'more'}`,
      figure,
      statement: `${name}: ${phraseText(demand, other)}`,
    });
    return figure;
  });
  const names = Object.fromEntries([first, ...sizes].map((figure, index) => [`part${index}`, figure]));
  const bytes =
    sizes.length === 0
      ? first
      : computed(
          demand,
          `size.${slug(name)}-total`,
          `bytes of one ${name}, all parts`,
          'B',
          Object.keys(names).join(' + '),
          names,
        );
  if (!owner) return;
  if ('stream' in owner && isAnswer(mention)) owner.stream.answer ??= bytes;
  else if ('stream' in owner) owner.stream.bytes ??= bytes;
  else if ('population' in owner) standing(demand, name, owner.population, bytes);
  else perActor(demand, owner.each, bytes);
}

/** "a response is 2 KB": what goes out. */
const isAnswer = (mention: Mention): boolean =>
  [mention.noun, mention.before, mention.subject, mention.per].some(
    (phrase) =>
      phrase !== undefined && [...phrase.modifiers, phrase.head].some((word) => /^(?:response|reply|answer|result)$/.test(word)),
  );

/** "we hold 40 TB of photos", "100 GB free": data held, not the size of one thing. */
function totalHeld(demand: Demand, mention: Mention): boolean {
  const ours =
    mention.subject !== undefined &&
    /^(?:we|it|system|platform|service|company|archive|dataset|database|catalogue|site|data|corpus)$/.test(mention.subject.head);
  const plural = mention.of?.plural ?? false;
  if (mention.per || mention.each || mention.value.likely < 1e9 || (mention.subject?.determiner !== undefined && !ours))
    return false;
  if (!ours && !(plural && !mention.subject)) return false;
  const subject = mention.of?.head ?? mention.noun?.head ?? 'data';
  const figure = stated(demand, mention, `data-held.${slug(subject)}`, `data held: ${subject}`);
  require(demand, 'data.total', { mention, subject, figure, statement: phraseText(demand, mention) });
  return true;
}

/** Bytes that stand for as long as the member exists: tenants × 10 GB. */
function standing(demand: Demand, name: string, population: Population, bytes: Figure): void {
  const id = name === population.noun ? `data-held.${slug(name)}` : `data-held.${population.noun}-${slug(name)}`;
  computed(demand, id, `data held: ${name} of all ${plural(population.noun)}`, 'B', 'members * bytes', {
    members: population.figure,
    bytes,
  });
}

/** A sized thing that no rate and no count explains is held once for each member: a session per device, an entry per player. */
function perActor(demand: Demand, noun: string, bytes: Figure): void {
  const device = /^(?:session|token|connection)$/.test(noun) ? populationOf(demand, 'device') : undefined;
  const actors = demand.populations
    .filter(({ noun: actor, qualifier }) => isActor(actor) && qualifier !== 'concurrent')
    .toSorted((a, b) => b.figure.likely - a.figure.likely);
  const online = /^(?:connection|session|socket|subscription)$/.test(noun)
    ? demand.populations.find(({ qualifier }) => qualifier === 'concurrent')
    : undefined;
  const population = device ?? online ?? actors[0];
  if (!population) return;
  computed(demand, `data-held.${slug(noun)}`, `data held: one ${noun} for each ${population.noun}`, 'B', 'members * bytes', {
    members: population.figure,
    bytes,
  });
  demand.populations.push({ noun, modifiers: [], figure: population.figure, parent: population });
}

/** Streams whose bytes are known by another name: what is read is what was written. */
export function inheritSizes(demand: Demand): void {
  const sized = demand.streams.filter((stream) => stream.bytes && stream.kind !== 'read' && !stream.part);
  for (const stream of demand.streams) {
    if (stream.bytes) continue;
    const same = demand.streams.find(
      (other) => other !== stream && other.bytes && (other.noun === stream.object || sameThing(other.noun, stream.object)),
    );
    const from =
      same ??
      (stream.parent?.bytes && stream.kind === 'read' ? stream.parent : undefined) ??
      (stream.kind === 'read' && verbInNoun(stream.noun.replace(/^.*-/, '')) !== undefined && sized.length === 1
        ? sized[0]
        : undefined);
    if (from?.bytes) stream.bytes = from.bytes;
  }
}
