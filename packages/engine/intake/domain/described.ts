import { oncePer } from '@archwright/kernel';
import type { Sentence, Word } from '../words/read-words.ts';
import { isNegated } from '../words/negation.ts';
import type { Hit } from './domain-index.ts';
import type { DomainSignature } from './signature.ts';
import { phrasesOf } from './word-class.ts';
import { assign, overlaps, placesOf, positionsOf, type Phrase, type Positions, type Span } from './word-positions.ts';

interface Sign {
  readonly domain: string;
  readonly sign: string;
  readonly isFacet: boolean;
  /** One phrase of each of the first `must` groups stands in the sentence, of `need` groups in all, at words of its own. */
  readonly groups: readonly (readonly Phrase[])[];
  readonly must: number;
  readonly need: number;
}

/** From so many groups on a sign is worth a name of the domain; two words together are a loose hint. */
const FIRM_GROUPS = 3;
/** Facets further apart than so many words belong to different thoughts. */
const WIDEST_FACETS = 45;

/** Groups by how they are written: many signs share one, and a class of words has hundreds. */
function phrasesByGroup(): (groups: readonly string[]) => readonly (readonly Phrase[])[] {
  const known = new Map<string, readonly Phrase[]>();
  const phrases = (group: string): readonly Phrase[] => {
    let found = known.get(group);
    if (!found) known.set(group, (found = [...new Set(phrasesOf(group))].map((phrase) => phrase.split(' '))));
    return found;
  };
  return (groups) => groups.map(phrases);
}

const signsOf = oncePer((signatures: readonly DomainSignature[]): readonly Sign[] => {
  const phrasesIn = phrasesByGroup();
  return signatures.flatMap(({ id: domain, triggers }): readonly Sign[] => [
    ...(triggers.signs ?? []).map((groups) => ({
      domain,
      sign: groups.join(' & '),
      isFacet: false,
      groups: phrasesIn(groups),
      must: groups.length,
      need: groups.length,
    })),
    ...(triggers.facets ?? []).map(({ must, need, groups }) => ({
      domain,
      sign: `${need} of ${groups.join(' & ')}`,
      isFacet: true,
      groups: phrasesIn(groups),
      must,
      need,
    })),
  ]);
});

/** Places of the groups that must be there, then of as many others as there are; nothing when they are too few. */
function findGroups({ groups, must, need }: Sign, positions: Positions): readonly Span[] | undefined {
  const choices: (readonly Span[])[] = [];
  for (const group of groups.slice(0, must)) {
    const places = placesOf(group, positions);
    if (places.length === 0) return undefined;
    choices.push(places);
  }
  const found = [...(assign(choices) ?? [])];
  if (found.length < must) return undefined;
  for (const group of groups.slice(must)) {
    const place = placesOf(group, positions).find((span) => !overlaps(span, found));
    if (place) found.push(place);
  }
  return found.length >= need ? found : undefined;
}

function describe(sign: Sign, words: readonly Word[], positions: Positions): readonly Hit[] {
  const found = findGroups(sign, positions);
  if (!found || found.every(({ from }) => isNegated(words, from))) return [];
  const from = Math.min(...found.map((span) => span.from));
  const to = Math.max(...found.map((span) => span.to));
  if (sign.isFacet && to - from > WIDEST_FACETS) return [];
  const strength = sign.isFacet ? 'facets' : sign.need >= FIRM_GROUPS ? 'strong' : 'loose';
  return [{ domain: sign.domain, sign: sign.sign, strength, from, to, described: true }];
}

/**
 * Domains that a sentence describes without naming them: who does what with which things ("collectors outbid each other until the
 * sale ends" is an auction). A word in several groups counts once.
 */
export function describedDomains({ words }: Sentence, signatures: readonly DomainSignature[]): readonly Hit[] {
  const positions = positionsOf(words);
  return signsOf(signatures).flatMap((sign) => describe(sign, words, positions));
}
