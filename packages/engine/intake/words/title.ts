import { functionWord } from './function-words.ts';
import type { Sentence, WordReading } from './read-words.ts';

const LONGEST_TITLE = 60;
const MOST_WORDS = 7;
/** Words around the thing asked for: `Design the backend for our ...`. */
const BOILERPLATE = new Set(
  (
    "please we're we’re we've we’ve we'd we’d i'm i’m i'd i’d let's let’s " +
    'can could you help me us i we want building designing creating launching running planning developing making writing need would like to design build create architect propose develop plan make sketch outline give recommend suggest choose review compare estimate explain describe looking ' +
    'am is are the a an our my your their some for of new simple complete good small large scalable tell what which should use run running operate operating own how much many why and with it that this will must following'
  ).split(' '),
);
const GENERIC_HEADS = new Set(
  'backend system architecture platform service app application design infrastructure solution database api product software server'.split(
    ' ',
  ),
);
const STOPS = /^[;:.!?,()—–|]$/;
/** A title ends where the description begins. */
const ENDS = new Set(
  'that which who where when because so while with without sized using has have handling serving expecting supporting must should will can currently'.split(
    ' ',
  ),
);

/** Where the thing asked for begins: behind the request, and behind `backend for`. */
function subjectStart(sentence: Sentence): number {
  const { words } = sentence;
  let at = 0;
  while (at < words.length && (words[at]!.kind === 'mark' || BOILERPLATE.has(words[at]!.lower))) at++;
  const head = words[at];
  const next = words[at + 1];
  if (head && next && GENERIC_HEADS.has(head.lower) && ['for', 'of', 'behind', 'to'].includes(next.lower)) {
    let inner = at + 2;
    while (inner < words.length && BOILERPLATE.has(words[inner]!.lower)) inner++;
    return inner < words.length ? inner : at;
  }
  return at;
}

const endsTitle = (sentence: Sentence, at: number, start: number): boolean => {
  const word = sentence.words[at]!;
  if (STOPS.test(word.text) || ENDS.has(word.lower) || (word.opensBlock && at > start)) return true;
  return word.tag === 'verb' && word.form !== 'ing' && at > start;
};

/**
 * A short title from the first thing the brief asks for or names: "Design a notification service for our shop" →
 * "Notification service for our shop". `Backend` where the text names nothing.
 */
export function titleOf(reading: WordReading): string {
  for (const sentence of reading.sentences.slice(0, 3)) {
    const start = subjectStart(sentence);
    let end = start;
    while (end < sentence.words.length && end - start < MOST_WORDS && !endsTitle(sentence, end, start)) end++;
    while (
      end > start &&
      (functionWord(sentence.words[end - 1]!.lower) !== undefined ||
        sentence.words[end - 1]!.lower === 'to' ||
        sentence.words[end - 1]!.kind !== 'word')
    )
      end--;
    const words = sentence.words.slice(start, end);
    if (!words.some(({ kind, lower }) => kind === 'word' && functionWord(lower) === undefined)) continue;
    const text = reading.text.slice(words[0]!.start, words.at(-1)!.end).replaceAll(/\s+/g, ' ').slice(0, LONGEST_TITLE).trim();
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  return 'Backend';
}
