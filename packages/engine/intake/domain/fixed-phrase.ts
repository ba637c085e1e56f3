import { findInSentence, phrasePattern } from '../words/phrase-pattern.ts';
import type { Sentence, Word } from '../words/read-words.ts';
import { FIXED_PHRASES } from './vocabulary.ts';

const PATTERNS = FIXED_PHRASES.map(phrasePattern);
const PERCENTAGE_BEFORE = 3;

/** Indices of words that stand in a fixed phrase, or are `availability` measured in percent. */
export function maskFixedPhrases(sentence: Sentence): ReadonlySet<number> {
  const masked = new Set<number>();
  for (const pattern of PATTERNS)
    for (const { from, to } of findInSentence(pattern, sentence)) for (let at = from; at < to; at++) masked.add(at);
  sentence.words.forEach((word, at) => {
    if (
      word.lower === 'availability' &&
      sentence.words.slice(Math.max(0, at - PERCENTAGE_BEFORE), at + PERCENTAGE_BEFORE).some(isShare)
    )
      masked.add(at);
  });
  return masked;
}

const isShare = ({ lower }: Word): boolean => lower.endsWith('%') || lower === 'percent' || lower === 'nines';
