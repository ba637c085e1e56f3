import { type Figure, formatQuantity, isGiven, slug } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { isActor } from '../quantity/nouns.ts';
import { type ActivityKind, kindOfVerb, verbInNoun } from '../quantity/verbs.ts';
import { type Demand, placeOf, type Population, require, type Stream } from './demand.ts';
import { phraseText } from './network.ts';
import { isMachineNoun } from '../words/index.ts';

/** What a stream is called. */
export interface Name {
  readonly noun: string;
  readonly verb: string;
  readonly object: string;
  readonly kind: ActivityKind;
}

/** What is asked for is fetched: image requests are reads of images, while loan requests are applications. */
const CONTENT =
  /^(?:image|photo|picture|video|file|page|tile|asset|thumbnail|font|script|feed|price|quote|token|profile|document|data)$/;

/** Verb, object and kind from a governing verb and the noun counted; `fallback` names the object of a deverbal noun. */
export function nameOf(
  verb: string | undefined,
  noun: string,
  fallback: string | undefined,
  modifiers: readonly string[] = [],
): Name {
  const action = /^(?:request|operation|call|query)$/.test(noun)
    ? modifiers.find((word) => /^(?:read|write)$/.test(word))
    : undefined;
  if (action) return { noun: `${action}-${noun}`, verb: action, object: fallback ?? 'record', kind: action as ActivityKind };
  const asked = noun === 'request' ? modifiers.findLast((word) => CONTENT.test(word)) : undefined;
  if (asked) return { noun: asked, verb: 'fetch', object: asked, kind: 'read' };
  const inside = verbInNoun(noun);
  const outer =
    verb !== undefined &&
    !(verb === 'get' && inside) &&
    kindOfVerb(verb) !== undefined &&
    !(inside && kindOfVerb(inside) === 'read')
      ? verb
      : undefined;
  const chosen = outer ?? inside ?? 'create';
  const object =
    outer !== undefined || inside === undefined || inside === noun
      ? inside === noun && outer === undefined && fallback && fallback !== noun
        ? fallback
        : noun
      : noun;
  const kind = kindOfVerb(chosen) ?? 'write';
  return { noun, verb: chosen, object, kind };
}

export function idOf({ verb, object, kind }: Name): string {
  if (verb !== object && verbInNoun(object) !== verb) return slug(`${verb} ${object}`);
  const action = /^(?:request|call|operation)$/.test(object) ? 'handle' : kind === 'read' ? 'serve' : 'create';
  return slug(`${action} ${object}`);
}

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
  const answered = input.mention && demand.streams.find((stream) => stream.id === base && isGiven(stream.mean.origin));
  if (answered) return replaced(demand, input.mention!, answered);
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
    ...(population && (isActor(population.noun) || isMachineNoun(population.noun)) && { actor: population.noun }),
    ...(mention && { mention, at: placeOf(demand, mention) }),
  };
  demand.streams.push(stream);
  if (mention) demand.referents.set(mention, stream);
  const direct = mean.origin === 'stated' || isGiven(mean.origin);
  require(demand, 'volume', {
    subject: id,
    figure: mean,
    origin: direct ? 'stated' : 'derived',
    statement: direct && mention ? phraseText(demand, mention) : `${id}: ${formatQuantity(mean.likely, '1/s')}`,
    ...(mention && { mention }),
  });
  return stream;
}

/** What the brief says about a stream that was answered gives way to the answer. */
function replaced(demand: Demand, mention: Mention, stream: Stream): Stream {
  demand.used.add(mention);
  demand.referents.set(mention, stream);
  return stream;
}
