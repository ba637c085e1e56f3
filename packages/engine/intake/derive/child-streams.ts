import type { Figure } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { plural, sameThing } from '../quantity/nouns.ts';
import { kindOfVerb, verbInNoun } from '../quantity/verbs.ts';
import { computed, type Demand, require, stated, type Stream } from './demand.ts';
import { phraseText, streamOf } from './network.ts';
import { parentOf } from './populations.ts';
import { addStream, nameOf } from './stream.ts';

/** Streams that happen a number of times for each occurrence of another: "a hundred redirects per link". */
export function readChildren(demand: Demand): void {
  const parts = new Map<string, { stream: Stream; each: Figure }>();
  for (let turn = 0; turn < 3; turn += 1)
    for (const mention of demand.mentions) {
      if (demand.used.has(mention) || mention.kind !== 'count' || !mention.noun?.head || mention.within !== undefined) continue;
      if (addPerMany(demand, mention)) continue;
      const { noun } = parentOf(demand, mention);
      if (noun) addChild(demand, mention, noun, parts);
    }
}

/** "one clip for every 200 views": a stream that is a fraction of another. */
function addPerMany(demand: Demand, mention: Mention): boolean {
  const many = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  if (!many || many.kind !== 'count' || many.preposition !== 'every' || many.first - mention.last > 3 || !many.noun) return false;
  const parent = streamOf(demand, many.noun.head);
  if (!parent || !(many.value.low > 0)) return false;
  const noun = mention.noun!.head;
  const each = stated(demand, mention, `${noun}-per-${many.noun.head}.count`, phraseText(demand, mention));
  const of = stated(demand, many, `${noun}-per-${many.noun.head}.of`, phraseText(demand, many));
  require(demand, 'ratio', {
    mention: many,
    subject: `${noun}-per-${many.noun.head}`,
    figure: of,
    statement: `${phraseText(demand, mention)} for every ${phraseText(demand, many)}`,
  });
  const verb = mention.verb !== undefined && kindOfVerb(mention.verb) ? mention.verb : undefined;
  addStream(demand, {
    name: nameOf(verb, noun, undefined),
    mention,
    mean: (id) =>
      computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`, '1/s', 'parents * count / of', {
        parents: parent.mean,
        count: each,
        of,
      }),
  });
  return true;
}

const MEASURES = /^(?:word|letter|character|char|keystroke|byte|token|syllable)$/;

function addChild(
  demand: Demand,
  mention: Mention,
  parentNoun: string,
  parts: Map<string, { stream: Stream; each: Figure }>,
): void {
  const part = parts.get(parentNoun) ?? [...parts].find(([noun]) => sameThing(noun, parentNoun))?.[1];
  const parent = part?.stream ?? streamOf(demand, parentNoun);
  if (!parent) return;
  const noun = mention.noun!.head;
  const each = stated(demand, mention, `${noun}-per-${parentNoun}`, `${plural(noun)} per ${parentNoun}`);
  require(demand, isReadPerWrite(noun, parentNoun) ? 'read-write-ratio' : 'ratio', {
    mention,
    subject: `${noun}-per-${parentNoun}`,
    figure: each,
    statement: phraseText(demand, mention),
  });
  if (MEASURES.test(noun)) {
    const product = part
      ? computed(demand, `${noun}-per-${parent.noun}`, `${plural(noun)} per ${parent.noun}`, 'count', 'parts * each', {
          parts: part.each,
          each,
        })
      : each;
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
        ? computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`, '1/s', 'parents * parts * each', {
            parents: parent.mean,
            parts: part.each,
            each,
          })
        : computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`, '1/s', 'parents * each', {
            parents: parent.mean,
            each,
          }),
  });
}

const isReadPerWrite = (noun: string, parent: string): boolean =>
  kindOfVerb(verbInNoun(noun) ?? '') === 'read' && parent === 'write';
