import { lookUp } from '@archwright/kernel';
import type { NounPhrase } from './mention.ts';
import { phraseOf, readNounPhrase } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import { timeWord, unitWord, windowWord } from './units.ts';
import { isNumberWord } from './number-words.ts';
import { isFunctionWord, PERIOD_ADVERBS } from './word-list.ts';

/** What follows a quantity and divides it: "a day", "per user", "/s", "daily", "each". */
export interface Divisor {
  readonly next: number;
  readonly window?: number;
  readonly per?: NounPhrase;
  readonly each?: boolean;
}

type Tokens = readonly Token[];
const NOTABLE = /^(?:bad|busy|good|normal|typical|ordinary|peak|rainy|hot|heavy|big|usual)$/;
const AT_A_TIME = /^(?:an?|per|each|every)$/;

/** One divisor at token `at`, or undefined. `loose` also takes "a van" (an article and a noun) as per van. */
export function readDivisor(tokens: Tokens, at: number, loose: boolean): Divisor | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const adverb = lookUp(PERIOD_ADVERBS, token.lower);
  if (adverb !== undefined && !startsPhrase(tokens, at + 1)) return { next: at + 1, window: adverb };
  // "Eight million messages on a bad day": a day's volume, the day to plan for.
  if (
    token.lower === 'on' &&
    /^an?$/.test(tokens[at + 1]?.lower ?? '') &&
    NOTABLE.test(tokens[at + 2]?.lower ?? '') &&
    tokens[at + 3]?.lower === 'day'
  )
    return { next: at + 4, window: 86_400 };
  if (token.lower === 'p' && tokens[at + 1]?.text === '.') return { next: at + 4, window: 31_536_000 };
  if (token.lower === 'each' && !startsPhrase(tokens, at + 1)) return { next: at + 1, each: true };
  if (/^(?:for|in|on|at)$/.test(token.lower) && /^(?:each|every)$/.test(tokens[at + 1]?.lower ?? ''))
    return windowWord(tokens[at + 2]?.lower ?? '') === undefined ? readPer(tokens, at + 1, true, true) : undefined;
  if (token.text === '/' ? !token.glued : !AT_A_TIME.test(token.lower)) return undefined;
  return readPeriod(tokens, at) ?? readPer(tokens, at, loose);
}

const startsPhrase = (tokens: Tokens, at: number): boolean => tokens[at]?.kind === 'word' && !isFunctionWord(tokens[at]!.lower);

function readPeriod(tokens: Tokens, at: number): Divisor | undefined {
  const skip = /^(?:single|working|business|calendar)$/.test(tokens[at + 1]?.lower ?? '') ? 1 : 0;
  const word = tokens[at + 1 + skip]?.lower ?? '';
  const window = windowWord(word);
  if (window === undefined) return undefined;
  if (word === 'second' && startsPhrase(tokens, at + 2) && /^(?:one|time|day|week)$/.test(tokens[at + 2]!.lower))
    return undefined;
  return { next: at + 2 + skip, window };
}

function readPer(tokens: Tokens, at: number, loose: boolean, led = false): Divisor | undefined {
  const mark = tokens[at]!.lower;
  if (isNumberWord(tokens[at + 1]?.lower ?? '')) return undefined;
  if (/^an?$/.test(mark) && !loose) return undefined;
  const phrase = readNounPhrase(tokens, at + 1, 1);
  if (!phrase) return undefined;
  if (/^an?$/.test(mark) && timeWord(tokens[at + 1]!.lower) !== undefined) return undefined;
  const unit = tokens[at + 1]!.kind === 'word' && unitWord(tokens[at + 1]!.text) !== undefined;
  if (mark === '/') {
    const only = phraseOf([tokens[at + 1]!]);
    return unit ? undefined : { next: at + 2, per: only };
  }
  if (mark === 'each' && (led ? startsPhrase(tokens, phrase.next) : tokens[phrase.next]?.kind === 'word')) return undefined;
  if (/^(?:an?|each)$/.test(mark) && !endsThere(tokens, phrase.next)) return undefined;
  return { next: phrase.next, per: phrase.phrase };
}

/** "three messages a user a day": the article counts as per only where the clause ends or another divisor follows. */
const endsThere = (tokens: Tokens, at: number): boolean => {
  const token = tokens[at];
  return !token || token.kind === 'symbol' || AT_A_TIME.test(token.lower) || /^(?:and|in|on|at|from)$/.test(token.lower);
};
