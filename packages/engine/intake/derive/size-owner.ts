import type { Mention, NounPhrase } from '../quantity/mention.ts';
import { isActor, isGenericRecord } from '../quantity/nouns.ts';
import { type Demand, type Population, type Stream } from './demand.ts';
import { mainStream, nearestReferent, populationOf, streamOf } from './network.ts';

/** What a size is the size of. */
type Owner = { readonly stream: Stream } | { readonly population: Population } | { readonly each: string };

/** The phrases that may name the owner, nearest in meaning first. */
export function ownerNouns(mention: Mention): NounPhrase[] {
  const subject =
    mention.subject && !/^(?:each|who|it|that|which|they|percent)$/.test(mention.subject.head) ? mention.subject : undefined;
  const gapped = mention.before?.determiner !== undefined ? mention.before : undefined;
  const owning = /^(?:be|need|take|hold|have|weigh|average|contain|use|occupy|require|own)$/.test(mention.verb ?? '');
  const holder = mention.preposition === 'of' ? mention.before : undefined;
  const nouns = [
    mention.noun,
    mention.per,
    holder,
    owning ? undefined : gapped,
    gapped && gapped !== subject ? gapped : undefined,
    owning ? subject : undefined,
    mention.before,
    mention.of,
  ];
  return nouns.filter(
    (noun): noun is NounPhrase =>
      (noun !== undefined && noun.head !== '' && !/^(?:average|size|mean|maximum|typical|disk|memory|text)$/.test(noun.head)) ||
      (noun?.head === 'size' && noun.modifiers.some((word) => !/^(?:average|mean|typical|maximum|median)$/.test(word))),
  );
}

/** What is a thing of its own beside any request: `2,000 requests a second, source images of 300 KB`. */
const FILES =
  /^(?:image|photo|picture|video|clip|audio|recording|document|pdf|file|scan|thumbnail|attachment|song|track|episode|book)$/;

export function ownerOf(demand: Demand, mention: Mention): Owner | undefined {
  const touching = touchingStream(demand, mention);
  if (touching) return { stream: touching };
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
  if (unknown && FILES.test(unknown.head) && phrases[0] === mention.before && mention.preposition === 'of')
    return { each: unknown.head };
  const stream = mainStream(demand);
  if (
    unknown &&
    /^(?:entry|row|profile|session|account|setting|cart|token|wallet|inbox|record)$/.test(unknown.head) &&
    demand.populations.some(({ noun }) => isActor(noun))
  )
    return { each: unknown.head };
  if (
    stream &&
    !stream.bytes &&
    (!unknown || isGenericRecord(unknown.head) || isPayload(unknown.head) || demand.populations.length === 0)
  )
    return { stream };
  return unknown && demand.populations.some(({ noun }) => isActor(noun)) && !isPayload(unknown.head)
    ? { each: unknown.head }
    : stream && !stream.bytes
      ? { stream }
      : undefined;
}

/** "40 messages a day of 100 bytes", "report 20 bytes twice a second": the rate beside the size. */
function touchingStream(demand: Demand, mention: Mention): Stream | undefined {
  const order = demand.order.get(mention) ?? 0;
  const [prior, next] = [demand.mentions[order - 1], demand.mentions[order + 1]];
  const led =
    prior &&
    (prior.kind === 'rate' || prior.kind === 'count') &&
    /^(?:of|with|at)$/.test(mention.preposition ?? '') &&
    mention.first - prior.last <= 1
      ? demand.referents.get(prior)
      : undefined;
  const followed =
    next && !mention.noun && (next.kind === 'frequency' || next.kind === 'interval') && next.first - mention.last <= 2
      ? demand.referents.get(next)
      : undefined;
  const found = led ?? followed;
  return found && 'verb' in found ? found : undefined;
}

const isPayload = (head: string): boolean =>
  /^(?:response|reply|answer|result|payload|body|line|packet|update|report|metadata|event|message|data|point|sample|reading|log|frame|upload)$/.test(
    head,
  );

function resolve(demand: Demand, phrase: NounPhrase): Owner | undefined {
  const exact =
    demand.streams.find((stream) => stream.noun === phrase.head) ??
    demand.streams.find((stream) => stream.object === phrase.head && stream.kind !== 'read');
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
    const quota =
      /^(?:space|storage|quota|data|memory|disk)$/.test(mention.of?.head ?? '') ||
      (index === order - 1 && mention.value.likely >= 1e6);
    if (!isActor(referent.noun) || quota) return { population: referent };
  }
  const stream = mainStream(demand);
  return stream ? { stream } : undefined;
}
