import type { Sentence, Word } from '../words/read-words.ts';
import { isNegated } from '../words/negation.ts';
import { verbForm } from '../words/verb-form.ts';
import type { Hit } from './domain-index.ts';
import type { DomainSignature } from './signature.ts';

type Phrase = readonly string[];
interface Sign {
  readonly domain: string;
  readonly sign: string;
  /** One phrase of each group must stand in the sentence, at words of its own. */
  readonly groups: readonly (readonly Phrase[])[];
}
interface Span {
  readonly from: number;
  readonly to: number;
}

/** From so many groups on a sign is worth a name of the domain; two words together are a loose hint. */
const FIRM_GROUPS = 3;

const prepared = new WeakMap<readonly DomainSignature[], readonly Sign[]>();

function signsOf(signatures: readonly DomainSignature[]): readonly Sign[] {
  const known = prepared.get(signatures);
  if (known) return known;
  const made = signatures.flatMap(({ id, triggers }) =>
    (triggers.signs ?? []).map((groups): Sign => ({
      domain: id,
      sign: groups.join(' & '),
      groups: groups.map((group) => group.split('|').map((phrase) => phrase.split(' '))),
    })),
  );
  prepared.set(signatures, made);
  return made;
}

/** The base form also of what the sentence uses as a noun: `taps` and `to tap` describe the same work. */
const isForm = (word: Word | undefined, wanted: string): boolean =>
  word !== undefined &&
  (word.lower === wanted || word.stem === wanted || word.singular === wanted || verbForm(word.lower)?.lemma === wanted);

function placesOf(phrases: readonly Phrase[], words: readonly Word[]): readonly Span[] {
  return words.flatMap((_, from) =>
    phrases.flatMap((phrase) =>
      phrase.every((wanted, offset) => isForm(words[from + offset], wanted)) ? [{ from, to: from + phrase.length }] : [],
    ),
  );
}

/** One place for each group, none twice: the first that fits, group after group, taking back what blocks a later group. */
function assign(choices: readonly (readonly Span[])[], taken: readonly Span[] = []): readonly Span[] | undefined {
  const group = choices[taken.length];
  if (group === undefined) return taken;
  for (const span of group) {
    if (taken.some(({ from, to }) => span.from < to && from < span.to)) continue;
    const rest = assign(choices, [...taken, span]);
    if (rest) return rest;
  }
  return undefined;
}

/** More places than these for one group add nothing; the bound keeps a hostile sentence cheap. */
const MOST_PLACES = 6;

/**
 * Domains that a sentence describes without naming them: who does what with which things ("collectors outbid each other until the
 * sale ends" is an auction). A word in several groups counts once.
 */
export function describedDomains({ words }: Sentence, signatures: readonly DomainSignature[]): readonly Hit[] {
  return signsOf(signatures).flatMap(({ domain, sign, groups }): readonly Hit[] => {
    const choices: (readonly Span[])[] = [];
    for (const group of groups) {
      const places = placesOf(group, words).slice(0, MOST_PLACES);
      if (places.length === 0) return [];
      choices.push(places);
    }
    const found = assign(choices);
    if (!found || found.every(({ from }) => isNegated(words, from))) return [];
    const strength = groups.length >= FIRM_GROUPS ? 'strong' : 'loose';
    return [
      {
        domain,
        sign,
        strength,
        from: Math.min(...found.map(({ from }) => from)),
        to: Math.max(...found.map(({ to }) => to)),
        described: true,
      },
    ];
  });
}
