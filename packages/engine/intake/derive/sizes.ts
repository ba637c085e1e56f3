import { formatQuantity, slug, type Figure } from '@archwright/kernel';
import type { Mention, NounPhrase } from '../quantity/mention.ts';
import { isActor, isGenericRecord, plural, sameThing } from '../quantity/nouns.ts';
import { computed, type Demand, type Flow, mainStream, nearestReferent, phraseText, type Population, populationOf, previous, require, stated, type Stream, streamOf } from './demand.ts';
import { kindOfVerb, verbBase } from '../quantity/verbs.ts';
import { joined } from './durations.ts';
import { parentOf } from './populations.ts';

/** What a size is the size of. */
type Owner = { readonly stream: Stream } | { readonly population: Population } | { readonly each: string };

/** Sizes onto the streams and populations they measure, and data rates as flows. */
export function readSizes(demand: Demand): void {
  const sums = new Map<Mention, Mention[]>();
  let head: Mention | undefined;
  for (const mention of demand.mentions) {
    if (mention.kind === 'data-rate' && !demand.used.has(mention)) addFlow(demand, mention);
    if (mention.kind !== 'size' || demand.used.has(mention)) continue;
    const prior = previous(demand, mention, 3);
    if (head && prior && prior === (sums.get(head)?.at(-1) ?? head) && isSum(demand, prior, mention)) sums.set(head, [...(sums.get(head) ?? []), mention]);
    else {
      head = mention;
      sums.set(mention, []);
    }
  }
  for (const [mention, more] of sums) placeSize(demand, mention, more);
}

const isSum = (demand: Demand, left: Mention, right: Mention): boolean => joined(demand, left, right) && !right.noun?.head && !right.each && left.per === undefined && right.per === undefined;

function placeSize(demand: Demand, mention: Mention, more: readonly Mention[]): void {
  const total = totalHeld(demand, mention);
  if (total) return;
  const owner = ownerOf(demand, mention);
  const name = owner === undefined ? (ownerNouns(mention)[0]?.head ?? 'item') : 'stream' in owner ? owner.stream.noun : 'population' in owner ? (ownerNouns(mention)[0]?.head ?? owner.population.noun) : owner.each;
  const first = stated(demand, mention, `size.${slug(name)}`, `bytes of one ${name}${mention.of ? `: ${mention.of.head}` : ''}`);
  require(demand, 'size', { mention, subject: name, figure: first, statement: `${name}: ${phraseText(demand, mention)}` });
  const sizes = more.map((other) => {
    const figure = stated(demand, other, `size.${slug(name)}-${slug(other.of?.head ?? 'more')}`, `bytes of one ${name}: ${other.of?.head ?? 'more'}`);
    require(demand, 'size', { mention: other, subject: `${name}-${other.of?.head ?? 'more'}`, figure, statement: `${name}: ${phraseText(demand, other)}` });
    return figure;
  });
  const names = Object.fromEntries([first, ...sizes].map((figure, index) => [`part${index}`, figure]));
  const bytes = sizes.length === 0 ? first : computed(demand, `size.${slug(name)}-total`, `bytes of one ${name}, all parts`, 'B', Object.keys(names).join(' + '), names);
  if (!owner) return;
  if ('stream' in owner && isAnswer(mention)) owner.stream.answer ??= bytes;
  else if ('stream' in owner) owner.stream.bytes ??= bytes;
  else if ('population' in owner) standing(demand, name, owner.population, bytes);
  else perActor(demand, owner.each, bytes);
}

/** "a response is 2 KB": what goes out. */
const isAnswer = (mention: Mention): boolean => [mention.noun, mention.before, mention.subject, mention.per].some((phrase) => phrase !== undefined && [...phrase.modifiers, phrase.head].some((word) => /^(?:response|reply|answer|result)$/.test(word)));

/** "we hold 40 TB of photos", "100 GB free": data held, not the size of one thing. */
function totalHeld(demand: Demand, mention: Mention): boolean {
  const ours = mention.subject !== undefined && /^(?:we|it|system|platform|service|company|archive|dataset|database|catalogue|site|data|corpus)$/.test(mention.subject.head);
  const plural = mention.of?.plural ?? false;
  if (mention.per || mention.each || mention.value.likely < 1e9 || mention.subject?.determiner !== undefined && !ours) return false;
  if (!ours && !(plural && !mention.subject)) return false;
  const subject = mention.of?.head ?? mention.noun?.head ?? 'data';
  const figure = stated(demand, mention, `data-held.${slug(subject)}`, `data held: ${subject}`);
  require(demand, 'data.total', { mention, subject, figure, statement: phraseText(demand, mention) });
  return true;
}

/** The phrases that may name the owner, nearest in meaning first. */
function ownerNouns(mention: Mention): NounPhrase[] {
  const subject = mention.subject && !/^(?:each|who|it|that|which|they|percent)$/.test(mention.subject.head) ? mention.subject : undefined;
  const gapped = mention.before?.determiner !== undefined ? mention.before : undefined;
  const owning = /^(?:be|need|take|hold|have|weigh|average|contain|use|occupy|require|own)$/.test(mention.verb ?? '');
  const holder = mention.preposition === 'of' ? mention.before : undefined;
  const nouns = [mention.noun, mention.per, holder, owning ? undefined : gapped, gapped && gapped !== subject ? gapped : undefined, owning ? subject : undefined, mention.before, mention.of];
  return nouns.filter((noun): noun is NounPhrase => noun !== undefined && noun.head !== '' && !/^(?:average|size|mean|maximum|typical|disk|memory|text)$/.test(noun.head) || (noun?.modifiers.length ?? 0) > 0 && /^(?:size)$/.test(noun?.head ?? ''));
}

function ownerOf(demand: Demand, mention: Mention): Owner | undefined {
  if (mention.each) {
    const near = eachOwner(demand, mention);
    if (near) return near;
  }
  const phrases = ownerNouns(mention);
  const near = phrases.length === 0 ? nearestReferent(demand, mention) : undefined;
  if (near && 'verb' in near && !near.bytes) return { stream: near };
  for (const phrase of phrases) {
    const found = resolve(demand, phrase);
    if (found) return found;
  }
  const [unknown] = phrases;
  const stream = mainStream(demand);
  if (unknown && /^(?:entry|row|profile|session|account|setting|cart|token|wallet|inbox|record)$/.test(unknown.head) && demand.populations.some(({ noun }) => isActor(noun))) return { each: unknown.head };
  if (stream && !stream.bytes && (!unknown || isGenericRecord(unknown.head) || isPayload(unknown.head) || demand.populations.length === 0)) return { stream };
  return unknown && demand.populations.some(({ noun }) => isActor(noun)) && !isPayload(unknown.head) ? { each: unknown.head } : stream && !stream.bytes ? { stream } : undefined;
}

const isPayload = (head: string): boolean => /^(?:response|reply|answer|result|payload|body|line|packet|update|report|metadata|event|message|data|point|sample|reading|log|frame|upload)$/.test(head);

function resolve(demand: Demand, phrase: NounPhrase): Owner | undefined {
  const exact = demand.streams.find((stream) => stream.noun === phrase.head) ?? demand.streams.find((stream) => stream.object === phrase.head && stream.kind !== 'read');
  if (exact) return { stream: exact };
  const people = populationOf(demand, phrase.head);
  if (people && people.noun === phrase.head) return { population: people };
  const stream = streamOf(demand, phrase.head);
  if (stream) return { stream };
  if (people) return { population: people };
  for (const modifier of phrase.modifiers) {
    const population = populationOf(demand, modifier);
    if (population && population.noun === modifier) return { population };
    const part = streamOf(demand, modifier);
    if (part) return { stream: part };
  }
  if (phrase.head === 'record') {
    const main = mainStream(demand);
    if (main && !main.bytes && main.kind !== 'read') return { stream: main };
  }
  return undefined;
}

/** "20 bytes each": each of what was named last. */
function eachOwner(demand: Demand, mention: Mention): Owner | undefined {
  const order = demand.order.get(mention) ?? 0;
  for (let index = order - 1; index >= Math.max(0, order - 4); index -= 1) {
    const referent = demand.referents.get(demand.mentions[index]!);
    if (!referent || demand.mentions[index]!.sentence < mention.sentence - 1) continue;
    if ('verb' in referent) return { stream: referent };
    if (!isActor(referent.noun)) return { population: referent };
  }
  const stream = mainStream(demand);
  return stream ? { stream } : undefined;
}

/** Bytes that stand for as long as the member exists: tenants × 10 GB. */
function standing(demand: Demand, name: string, population: Population, bytes: Figure): void {
  const id = name === population.noun ? `data-held.${slug(name)}` : `data-held.${population.noun}-${slug(name)}`;
  computed(demand, id, `data held: ${name} of all ${plural(population.noun)}`, 'B', 'members * bytes', { members: population.figure, bytes });
}

/** A sized thing that no rate and no count explains is held once for each member: a session per device, an entry per player. */
function perActor(demand: Demand, noun: string, bytes: Figure): void {
  const device = /^(?:session|token|connection)$/.test(noun) ? populationOf(demand, 'device') : undefined;
  const actors = demand.populations.filter(({ noun: actor, qualifier }) => isActor(actor) && qualifier !== 'concurrent').toSorted((a, b) => b.figure.likely - a.figure.likely);
  const population = device ?? actors[0];
  if (!population) return;
  const figure = computed(demand, `data-held.${slug(noun)}`, `data held: one ${noun} for each ${population.noun}`, 'B', 'members * bytes', { members: population.figure, bytes });
  demand.populations.push({ noun, modifiers: [], figure: population.figure, parent: population });
  void figure;
}

/** "200 MiB an hour", "50 MB/s of logs". */
function addFlow(demand: Demand, mention: Mention): void {
  const { population: owner } = parentOf(demand, mention);
  const outgoing = kindOfVerb(mention.verb ?? '') === 'read' || kindOfVerb(mention.verb ?? '') === 'stream' || mention.verb === 'receive';
  const noun = mention.of?.head || mention.noun?.head || (mention.before?.head && verbBase(mention.before.head) === undefined ? mention.before.head : undefined) || (mention.subject && !owner ? mention.subject.head : undefined) || 'data';
  const taken = demand.flows.filter((flow) => flow.noun === noun).length;
  const id = `data.${slug(noun)}${taken ? `-${taken + 1}` : ''}`;
  const label = `${outgoing ? 'outgoing' : 'incoming'} ${noun}`;
  const each = stated(demand, mention, owner ? `${id}.rate-per-${owner.noun}` : `${id}.rate`, owner ? `${noun} of one ${owner.noun}` : label);
  const rate = owner ? computed(demand, `${id}.rate`, label, 'B/s', 'members * each', { members: owner.figure, each }) : each;
  require(demand, 'data.rate', { mention, subject: noun, figure: rate, statement: `${phraseText(demand, mention)} (${formatQuantity(rate.likely, 'B/s')})`, ...(owner && { origin: 'derived' as const }) });
  if (!outgoing) demand.flows.push({ id, noun, label, rate } satisfies Flow);
}

/** Streams whose bytes are known by another name: what is read is what was written. */
export function inheritSizes(demand: Demand): void {
  const sized = demand.streams.filter((stream) => stream.bytes && stream.kind !== 'read' && !stream.part);
  for (const stream of demand.streams) {
    if (stream.bytes) continue;
    const same = demand.streams.find((other) => other !== stream && other.bytes && (other.noun === stream.object || other.object === stream.object || sameThing(other.noun, stream.object)));
    const from = same ?? (stream.parent?.bytes && stream.kind === 'read' ? stream.parent : undefined) ?? (stream.kind === 'read' && sized.length === 1 ? sized[0] : undefined);
    if (from?.bytes) stream.bytes = from.bytes;
  }
}
