import type { Clause } from '@archwright/model';
import { sentenceClauses } from './clause.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { placeFinder, type PlaceFinder } from './place-finder.ts';
import { splitSentences } from './sentence.ts';
import { singularise } from './singular.ts';
import { tagTokens, type TaggedToken } from './tag.ts';
import { tokenise } from './token.ts';

/** A token with what matching needs: `stem` is the base form of a verb, and the singular of anything else. */
export interface Word extends TaggedToken {
  readonly stem: string;
  readonly singular: string;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  /** Every form its words have: a pattern of which no word is here cannot match. */
  readonly forms: ReadonlySet<string>;
  readonly phrases: readonly NounPhrase[];
  /** Names of the subjects of its verbs, also of those without an object. */
  readonly subjects: ReadonlySet<string>;
  readonly clauses: readonly (Clause & { readonly isNegated: boolean })[];
}

/** A brief as sentences of tagged words: read once, used by every reader of words. */
export interface WordReading {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly place: PlaceFinder;
}

function withStem(token: TaggedToken): Word {
  const singular = token.kind === 'word' ? singularise(token.lower) : token.lower;
  return { ...token, singular, stem: token.lemma ?? singular };
}

/** Reads the words of a text: sentences, parts of speech, noun phrases and who-does-what clauses, all with offsets. */
export function readWords(text: string): WordReading {
  const place = placeFinder(text);
  let they: readonly NounPhrase[] = [];
  const sentences = splitSentences(tokenise(text)).map((tokens): Sentence => {
    const tagged = tagTokens(tokens);
    const { clauses, actors, phrases } = sentenceClauses(tagged, they);
    they = actors.length > 0 ? actors : they;
    const words = tagged.map(withStem);
    return {
      start: tagged[0]!.start,
      end: tagged.at(-1)!.end,
      words,
      forms: new Set(words.flatMap(({ lower, stem, singular }) => [lower, stem, singular])),
      phrases,
      subjects: new Set(actors.map(({ name }) => name)),
      clauses: clauses.map(({ from, to, ...clause }) => ({ ...clause, at: place(tagged[from]!.start, tagged[to - 1]!.end) })),
    };
  });
  return { text, sentences, place };
}
