import { lookUp } from '@archwright/kernel';
import type { NounPhrase } from './mention.ts';
import { isPlural, singular } from './nouns.ts';
import { isNumberWord } from './number-words.ts';
import type { Token } from './tokens.ts';
import { timeWord, unitWord } from './units.ts';
import { isLight, isNeverNoun, verbBase } from './verbs.ts';
import { isFunctionWord, QUALIFIERS } from './word-list.ts';

type Tokens = readonly Token[];
const INITIALS = { dau: ['daily', 'active'], mau: ['monthly', 'active'], ccu: ['concurrent'] };
/** Plural in form but never the head of a longer phrase: "sales orders". */
/** A verb right after a measure: "one minute takes 50 MB". */
const COPULAS = /^(?:takes|lasts|needs|costs|weighs|goes|comes|makes)$/;
const NEVER_HEAD = new Set(['sales', 'goods', 'news', 'analytics', 'sports']);
const LONGEST = 6;

/** "800 series scraped every minute": a participle that ends the phrase is no part of it. */
const isTrailingParticiple = (tokens: Tokens, index: number): boolean =>
  tokens[index]!.lower.endsWith('ed') && verbBase(tokens[index]!.lower) !== undefined && !isNominal(tokens[index + 1]);

const isNominal = (token: Token | undefined): token is Token =>
  token?.kind === 'word' && !isFunctionWord(token.lower) && !isNumberWord(token.lower);

/**
 * The noun phrase that starts at a token: up to the first plural noun ("daily users" of "daily users send messages"), or to
 * the last word before a function word. With `amount` 1 a word ending in -s is a verb ("one user opens").
 */
export function readNounPhrase(tokens: Tokens, at: number, amount: number): { phrase: NounPhrase; next: number } | undefined {
  const words: Token[] = [];
  let index = at;
  for (; index < at + LONGEST && isNominal(tokens[index]); index += 1) {
    const token = tokens[index]!;
    if (words.length > 0 && token.clause !== words[0]!.clause) break;
    if (amount === 1 && words.length > 0 && (isPlural(token.lower) || token.lower.endsWith('ing')) && verbBase(token.lower))
      break;
    if (token.lower.endsWith('ly') && words.length > 0 && !QUALIFIERS.has(token.lower)) break;
    if (timeWord(token.lower) !== undefined && token.lower.length > 2 && words.length > 0) break;
    if (words.length > 0 ? isNeverNoun(token.lower) || isTrailingParticiple(tokens, index) : COPULAS.test(token.lower)) break;
    words.push(token);
    if (amount !== 1 && isPlural(token.lower) && !NEVER_HEAD.has(token.lower) && !compoundFollows(tokens, index + 1)) {
      index += 1;
      break;
    }
    if (amount !== 1 && words.length > 1 && isMassVerb(tokens, index)) {
      words.pop();
      break;
    }
  }
  if (words.length === 0) return undefined;
  return { phrase: phraseOf(words), next: at + words.length };
}

/** "sales orders" aside, a second plural directly after the first is the head only when no verb reads that way. */
const compoundFollows = (tokens: Tokens, at: number): boolean =>
  isNominal(tokens[at]) &&
  isPlural(tokens[at]!.lower) &&
  verbBase(tokens[at]!.lower) === undefined &&
  !tokens[at]!.lower.endsWith('ss');

/** An irregular plural without -s ("people", "staff") may be followed by its verb: "people post". */
const isMassVerb = (tokens: Tokens, index: number): boolean =>
  singular(tokens[index - 1]!.lower) !== tokens[index - 1]!.lower && verbBase(tokens[index]!.lower) !== undefined;

/** Words as a phrase; only qualifiers ("daily", "monthly") make a phrase without a head. */
export function phraseOf(words: readonly Token[], determiner?: string): NounPhrase {
  const lower = words.map((word) => word.lower);
  const last = lower.at(-1)!;
  const headless = lower.every((word) => QUALIFIERS.has(word));
  const initials = lookUp(INITIALS, last.replace(/s$/, ''));
  return {
    head: headless ? '' : singular(last),
    modifiers: [...(headless ? lower : lower.slice(0, -1)), ...(initials ?? [])],
    plural: initials !== undefined || isPlural(last),
    ...(determiner !== undefined && { determiner }),
    start: words[0]!.start,
    end: words.at(-1)!.end,
  };
}

/** The noun phrase that ends directly before token `at`, with its determiner; verbs end it. */
export function readPhraseBefore(tokens: Tokens, at: number): NounPhrase | undefined {
  const words: Token[] = [];
  let index = at - 1;
  const { clause } = tokens[at]!;
  for (; index >= 0 && words.length < 4 && isNominal(tokens[index]) && tokens[index]!.clause >= clause - 1; index -= 1) {
    const token = tokens[index]!;
    if (verbBase(token.lower) !== undefined && isVerbAt(tokens, index)) break;
    if (words.length > 0 && isPlural(token.lower) && verbBase(token.lower) === undefined && !NEVER_HEAD.has(token.lower)) break;
    words.unshift(token);
  }
  if (words.length === 0) return undefined;
  const before = tokens[index]?.lower;
  return phraseOf(words, before !== undefined && /^(?:an?|the|each|every|per)$/.test(before) ? before : undefined);
}

/** "3 billion page views": a plural a few words after a number above one is what is counted. */
function isCountedNoun(tokens: Tokens, index: number): boolean {
  for (let at = index - 1; at >= index - 3; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'number' || (token && isNumberWord(token.lower)))
      return !/^(?:1|one)$/.test(token.lower) && tokens[at - 1]?.lower !== 'in';
    if (!isNominal(token) || isPlural(token.lower)) return false;
  }
  return false;
}

const ADJECTIVES =
  /^(?:hot|cold|raw|old|long|short|full|recent|live|past|all|such|big|small|large|popular|common|total|late|early|open|active|public|private|paid|free)$/;
/** What may follow a verb at once: a number or a determiner. */
const isArgument = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' ||
    isNumberWord(token.lower) ||
    /^(?:an?|the|their|its|about|up|at|to|roughly|around|once|twice)$/.test(token.lower));

/** Whether the word at `index` is used as a verb: after a noun, pronoun or "to", or opening a sentence. */
export function isVerbAt(tokens: Tokens, index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  const base = verbBase(token.lower);
  if (base === undefined) return false;
  if (base === 'be' || ['have', 'need', 'hold', 'expect', 'keep', 'carry', 'contain'].includes(base)) return true;
  if (token.lower === 'average' || (isPlural(token.lower) && isCountedNoun(tokens, index))) return false;
  const before = tokens[index - 1];
  if (!before || before.sentence !== token.sentence || before.clause !== token.clause) return !isPlural(token.lower);
  if (
    /^(?:an?|the|of|per|in|on|for|with|new|daily|more|their|its|our|from|by|no|these|those|between|during|average|peak|at|after|before|with)$/.test(
      before.lower,
    )
  )
    return false;
  if (unitWord(before.text) !== undefined) return false;
  if (before.kind === 'number' || isNumberWord(before.lower))
    return tokens[index - 2]?.lower === 'in' && isArgument(tokens[index + 1]);
  if (before.lower === 'each') return isPlural(token.lower) || /ing$|ed$/.test(token.lower) || isArgument(tokens[index + 1]);
  if (/^(?:and|or|,)$/.test(before.lower))
    return isPlural(token.lower)
      ? isNeverNoun(base) || isLight(base) || /^(?:once|twice)$/.test(tokens[index + 1]?.lower ?? '')
      : before.text !== ',' || !/^(?:order|view|request|search|post|message)$/.test(token.lower);
  if (/^(?:to|who|which|that|they|we|it|you|will|can|must|may|should|also)$/.test(before.lower)) return true;
  if (isPlural(token.lower) && ADJECTIVES.test(before.lower)) return false;
  // `a temperature reading every minute`: a noun of two words, unless an object follows (`a person booking a room`).
  if (token.lower.endsWith('ing') && /^(?:an?|the|one)$/.test(tokens[index - 2]?.lower ?? '') && !isArgument(tokens[index + 1]))
    return false;
  if (/(?:ed|ing)$/.test(token.lower) && before.kind === 'word') return true;
  if (isNeverNoun(token.lower) && before.kind === 'word') return true;
  return before.kind === 'word' && (isPlural(before.lower) !== isPlural(token.lower) || before.lower === 'people');
}
