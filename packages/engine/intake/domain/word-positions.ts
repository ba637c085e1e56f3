import { isMachineNoun, isPersonNoun } from '../words/generic-noun.ts';
import type { Word } from '../words/read-words.ts';
import { verbForm } from '../words/verb-form.ts';

export type Phrase = readonly string[];
/** Half-open word indices. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
export type Positions = ReadonlyMap<string, readonly number[]>;

/** More places than these for one group add nothing; the bound keeps a hostile sentence cheap. */
const MOST_PLACES = 6;

const formsOf = (word: Word): ReadonlySet<string> =>
  new Set([
    word.lower,
    word.stem,
    word.singular,
    verbForm(word.lower)?.lemma ?? word.lower,
    ...(word.tag === 'noun' && isPersonNoun(word.singular) ? ['@person'] : []),
    ...(word.tag === 'noun' && isMachineNoun(word.singular) ? ['@machine'] : []),
  ]);

/** Where each form stands; the base form also of what the sentence uses as a noun: `taps` and `to tap` describe the same work. */
export function positionsOf(words: readonly Word[]): Positions {
  const positions = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const form of formsOf(word)) {
      const known = positions.get(form);
      if (known) known.push(at);
      else positions.set(form, [at]);
    }
  });
  return positions;
}

/** Where one of the phrases stands, from the left. */
export const placesOf = (phrases: readonly Phrase[], positions: Positions): readonly Span[] =>
  phrases
    .flatMap((phrase) =>
      (positions.get(phrase[0]!) ?? [])
        .filter((from) => phrase.every((wanted, offset) => offset === 0 || positions.get(wanted)?.includes(from + offset)))
        .map((from) => ({ from, to: from + phrase.length })),
    )
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .slice(0, MOST_PLACES);

export const overlaps = (span: Span, taken: readonly Span[]): boolean =>
  taken.some(({ from, to }) => span.from < to && from < span.to);

/** One place for each group, none twice: the first that fits, group after group, taking back what blocks a later group. */
export function assign(choices: readonly (readonly Span[])[], taken: readonly Span[] = []): readonly Span[] | undefined {
  const group = choices[taken.length];
  if (group === undefined) return taken;
  for (const span of group) {
    if (overlaps(span, taken)) continue;
    const rest = assign(choices, [...taken, span]);
    if (rest) return rest;
  }
  return undefined;
}
