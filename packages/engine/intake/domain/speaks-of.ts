import { readWords } from '../words/read-words.ts';
import { isNegated } from '../words/negation.ts';
import { phrasesOf } from './word-class.ts';
import { placesOf, positionsOf } from './word-positions.ts';

/** Whether a text has one of the words (base forms, `|` between them, `@class` for a class of words) and does not deny it. */
export function speaksOf(text: string, words: string): boolean {
  const phrases = phrasesOf(words).map((phrase) => phrase.split(' '));
  return readWords(text).sentences.some(({ words: said }) =>
    placesOf(phrases, positionsOf(said)).some(({ from }) => !isNegated(said, from)),
  );
}
