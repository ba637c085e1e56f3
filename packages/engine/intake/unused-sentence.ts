import type { Diagnostic, Place } from '@archwright/kernel';
import { isGeneric, type Sentence, type WordReading } from './words/index.ts';

/** A sentence with fewer words of content says nothing that could have been used. */
const FEWEST_CONTENT_WORDS = 2;
const MOST_REPORTED = 20;

const contentWords = (sentence: Sentence): number =>
  sentence.words.filter(
    ({ tag, kind, stem }) => kind === 'word' && (tag === 'noun' || tag === 'verb' || tag === 'adjective') && !isGeneric(stem),
  ).length;

/** `Tell us what to run`: the request itself, which the intent has read. */
const isRequest = (sentence: Sentence): boolean =>
  sentence.words.at(-1)?.lower === '?' ||
  sentence.words
    .slice(0, 4)
    .some(({ lower }) =>
      /^(?:design|tell|explain|recommend|propose|review|compare|estimate|choose|suggest|please|help|advise)$/.test(lower),
    );

/** Sentences of content from which nothing was read: reported, so that nothing is dropped in silence. */
export function unusedSentences(words: WordReading, used: readonly (Place | undefined)[]): readonly Diagnostic[] {
  const starts = used
    .flatMap((place) => (place?.source === 'brief' && place.start !== undefined ? [place.start] : []))
    .toSorted((a, b) => a - b);
  return words.sentences
    .filter(
      (sentence) => !startsWithin(starts, sentence) && contentWords(sentence) >= FEWEST_CONTENT_WORDS && !isRequest(sentence),
    )
    .slice(0, MOST_REPORTED)
    .map((sentence) => ({
      code: 'brief/sentence-not-used',
      severity: 'info',
      message: 'Nothing was read from this sentence.',
      at: words.place(sentence.start, sentence.end),
      hint: 'Say who does what to what, how often, or what must hold, if it should change the design.',
    }));
}

function startsWithin(starts: readonly number[], { start, end }: Sentence): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && starts[low]! < end;
}
