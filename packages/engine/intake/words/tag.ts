import { functionWord, looksLikeAdjective, type Tag } from './function-words.ts';
import { isPlural } from './singular.ts';
import type { Token } from './token.ts';
import { guessBase, verbForm, type VerbForm } from './verb-form.ts';
import { VERBS } from './verb-lexicon.ts';

export interface TaggedToken extends Token {
  readonly tag: Tag;
  /** For verbs: base form, and which form stands in the text. */
  readonly lemma?: string;
  readonly form?: VerbForm;
}

interface Context {
  readonly token: Token;
  /** Nearest tagged token to the left that is not an adverb or a negation; absent at the start of a clause. */
  readonly left: TaggedToken | undefined;
  /** The tagged token before `left`. */
  readonly earlier: TaggedToken | undefined;
  readonly next: Token | undefined;
  readonly afterNext: Token | undefined;
  /** Form of the last verb of the sentence so far. */
  readonly lastForm: VerbForm | undefined;
}

const BE = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'am',
  "isn't",
  "aren't",
  "wasn't",
  "weren't",
  'gets',
  'get',
  'got',
]);
const HAVE = new Set(['has', 'have', 'had', "hasn't", "haven't"]);
const SUBJECT_PRONOUNS = new Set([
  'we',
  'they',
  'i',
  'you',
  'he',
  'she',
  'it',
  'everyone',
  'anyone',
  'everybody',
  'anybody',
  'nobody',
  'someone',
]);
/** Nouns that stand for what is being asked for; a verb is never their subject in "booking system". */
const SYSTEM_NOUNS = new Set(
  'system service platform engine pipeline queue tool app application software solution backend server database db store storage layer site website api feed list history management manager process processor processing'.split(
    ' ',
  ),
);

const opensNounPhrase = (token: Token | undefined): boolean => {
  if (!token) return false;
  const tag = functionWord(token.lower);
  return (
    token.kind === 'number' ||
    tag === 'determiner' ||
    tag === 'possessive' ||
    tag === 'number' ||
    tag === 'adjective' ||
    tag === 'pronoun'
  );
};
const isNounLike = (token: Token | undefined): boolean => token?.kind === 'word' && functionWord(token.lower) === undefined;
/** What may follow a verb as its object: a noun phrase with an opener, or a bare plural. */
const startsObject = (token: Token | undefined): boolean =>
  opensNounPhrase(token) || (isNounLike(token) && (isPlural(token!.lower) || looksLikeAdjective(token!.lower)));

const asVerb = (token: Token, lemma: string, form: VerbForm): TaggedToken => ({ ...token, tag: 'verb', lemma, form });
const as = (token: Token, tag: Tag): TaggedToken => ({ ...token, tag });

/** `photos that customers upload`: the word after the relative is a subject, since a verb follows it. */
const isSubjectOfRelative = ({ left, token, next }: Context): boolean =>
  left?.tag === 'relative' &&
  left.lower !== 'who' &&
  isPlural(token.lower) &&
  next !== undefined &&
  (VERBS.has(next.lower) || functionWord(next.lower) === 'modal' || functionWord(next.lower) === 'aux');

const takesBareVerb = (left: TaggedToken | undefined): boolean =>
  left !== undefined &&
  (left.tag === 'modal' ||
    left.tag === 'relative' ||
    (left.tag === 'pronoun' && SUBJECT_PRONOUNS.has(left.lower)) ||
    /^(?:do|does|did|don't|doesn't|didn't|please|let's)$/.test(left.lower));

/** `to` before a verb: a base form of the lexicon, or an unknown word that is no plural and has an object. */
const isInfinitive = ({ left, token, next }: Context): boolean =>
  left?.tag === 'to' && (VERBS.has(token.lower) || (!isPlural(token.lower) && startsObject(next) && /^[a-z]/.test(token.text)));

function tagPastForm({ token, left, next, lastForm }: Context, lemma: string, form: VerbForm): TaggedToken {
  if (left && (BE.has(left.lower) || HAVE.has(left.lower) || left.tag === 'modal')) return asVerb(token, lemma, form);
  if (left?.tag === 'determiner' || left?.tag === 'possessive' || left?.tag === 'number' || left?.tag === 'preposition')
    return as(token, 'adjective');
  if (left?.tag === 'noun' || left?.tag === 'pronoun' || left?.tag === 'relative') return asVerb(token, lemma, form);
  // `visits documented and billed to insurers`
  if (left?.tag === 'conjunction' && lastForm === 'participle' && (next?.lower === 'to' || !isNounLike(next)))
    return asVerb(token, lemma, form);
  if (
    (left?.tag === 'conjunction' || left?.tag === 'mark') &&
    (next?.lower === 'by' || next?.lower === '.' || !next || next.lower === 'and')
  )
    return asVerb(token, lemma, form);
  return as(token, 'adjective');
}

const TIME = /^(?:second|minute|hour|day|night|week|month|quarter|year|morning|evening|other)s?$/;

/** `a temperature reading every minute`: what follows says when, and is no object. */
const startsTime = ({ next, afterNext }: Context): boolean =>
  (next?.lower === 'every' || next?.lower === 'each') &&
  afterNext !== undefined &&
  (afterNext.kind === 'number' || functionWord(afterNext.lower) === 'number' || TIME.test(afterNext.lower));

function tagIngForm(context: Context, lemma: string): TaggedToken {
  const { token, left, next, lastForm } = context;
  if (left && BE.has(left.lower)) return asVerb(token, lemma, 'ing');
  if (left?.tag === 'determiner' || left?.tag === 'possessive' || left?.tag === 'adjective' || left?.tag === 'number')
    return as(token, 'noun');
  if (next && SYSTEM_NOUNS.has(next.lower)) return as(token, 'noun');
  // `students starting in the same minute`
  if (left?.tag === 'noun' && isPlural(left.lower) && next && functionWord(next.lower) === 'preposition')
    return asVerb(token, lemma, 'ing');
  if (left?.tag === 'noun')
    return startsObject(next) && opensNounPhrase(next) && !startsTime(context) ? asVerb(token, lemma, 'ing') : as(token, 'noun');
  const isListed = left?.tag === 'conjunction' || left?.lower === ',';
  if (isListed && lastForm !== 'ing' && !opensNounPhrase(next)) return as(token, 'noun');
  if (
    left === undefined ||
    left.tag === 'preposition' ||
    left.tag === 'conjunction' ||
    left.tag === 'mark' ||
    left.tag === 'verb'
  )
    return startsObject(next) || (isNounLike(next) && left?.tag === 'preposition')
      ? asVerb(token, lemma, 'ing')
      : as(token, 'noun');
  return as(token, 'noun');
}

/** Base and third-person forms, which are nouns just as often. */
function tagPresentForm(context: Context, lemma: string, form: VerbForm): TaggedToken {
  const { token, left, earlier, next, afterNext } = context;
  const verb = asVerb(token, lemma, form);
  const noun = as(token, 'noun');
  const entry = VERBS.get(lemma);
  // `the bank wants to track`
  if (form === 's' && left?.tag === 'noun' && next?.lower === 'to' && /^(?:want|need|plan|hope|try)$/.test(lemma)) return verb;
  if (isSubjectOfRelative(context)) return noun;
  if (takesBareVerb(left) || isInfinitive(context)) return verb;
  if (left?.tag === 'determiner' && left.lower === 'that') return verb;
  if (left && ['determiner', 'possessive', 'adjective', 'number', 'preposition', 'to', 'aux'].includes(left.tag)) return noun;
  if (next && SYSTEM_NOUNS.has(next.lower) && form === 'base') return noun;
  const nextTag = next ? functionWord(next.lower) : undefined;
  if (nextTag === 'aux' || nextTag === 'modal') return earlier?.tag === 'relative' && left?.tag === 'noun' ? verb : noun;
  const startsHere = left === undefined || left.tag === 'conjunction' || left.tag === 'mark';
  if (startsHere || left.tag === 'verb') {
    // A heading that commands: `Track laboratory mice: ...`
    if (left === undefined && form === 'base' && isNounLike(next) && isNounLike(afterNext) && isPlural(afterNext!.lower))
      return verb;
    if (form === 's' && left === undefined) return entry?.isNounToo ? noun : verb;
    if (!entry?.isNounToo) return verb;
    const tagAfterNext = afterNext ? functionWord(afterNext.lower) : undefined;
    if (left?.tag === 'verb' || ((tagAfterNext === 'modal' || tagAfterNext === 'aux') && !opensNounPhrase(next))) return noun;
    const prepositional =
      next !== undefined && entry.particles.includes(next.lower) && (opensNounPhrase(afterNext) || isNounLike(afterNext));
    return startsObject(next) || prepositional ? verb : noun;
  }
  if (left.tag !== 'noun' && left.tag !== 'pronoun') return noun;
  const agrees =
    form === 'base'
      ? isPlural(left.lower) || left.tag === 'pronoun'
      : !isPlural(left.lower) || left.lower === 'data' || left.lower === 'staff';
  if (!agrees) return !entry?.isNounToo && startsObject(next) ? verb : noun;
  if (!entry?.isNounToo) return verb;
  if (form === 's') return startsObject(next) && nextTag !== 'adjective' ? verb : noun;
  return next?.kind === 'mark' && next.lower !== ','
    ? verb
    : nextTag === 'conjunction' || next === undefined
      ? verb
      : next.lower === 'of'
        ? noun
        : verb;
}

/** A word outside the lexicon in the place of a verb: after a modal, or between a subject and the opening of an object. */
function tagUnknown(context: Context): TaggedToken {
  const { token, left, next } = context;
  const lower = token.lower;
  if (looksLikeAdjective(lower) && next?.kind === 'word' && left?.tag !== 'modal') return as(token, 'adjective');
  if (lower.length > 4 && lower.endsWith('ly')) return as(token, 'adverb');
  if (takesBareVerb(left) && left?.tag !== 'relative' && /^[a-z]/.test(token.text)) return asVerb(token, lower, 'base');
  if (isSubjectOfRelative(context)) return as(token, 'noun');
  if (left?.tag === 'relative' && /^[a-z]/.test(token.text))
    return asVerb(token, lower.endsWith('s') ? guessBase(lower, 's') : lower, lower.endsWith('s') ? 's' : 'base');
  if (isInfinitive(context)) return asVerb(token, lower, 'base');
  if (left && (BE.has(left.lower) || HAVE.has(left.lower)) && lower.length > 4) {
    if (lower.endsWith('ed')) return asVerb(token, guessBase(lower, 'participle'), 'participle');
    if (lower.endsWith('ing') && BE.has(left.lower) && startsObject(next)) return asVerb(token, guessBase(lower, 'ing'), 'ing');
  }
  if (left?.tag === 'noun' && next && (functionWord(next.lower) === 'determiner' || functionWord(next.lower) === 'possessive')) {
    if (isPlural(left.lower) && !lower.endsWith('s') && /^[a-z]/.test(token.text)) return asVerb(token, lower, 'base');
    if (!isPlural(left.lower) && lower.endsWith('s') && lower.length > 3 && left.text === left.lower)
      return asVerb(token, guessBase(lower, 's'), 's');
  }
  if (
    lower.length > 4 &&
    lower.endsWith('ed') &&
    left &&
    ['determiner', 'possessive', 'number', 'preposition'].includes(left.tag)
  )
    return as(token, 'adjective');
  return as(token, 'noun');
}

/** `proofreaders correct`, `cleaners empty the bins`. */
const ADJECTIVE_OR_VERB = /^(?:correct|clean|empty|complete)$/;

function tagOne(context: Context, previous: TaggedToken | undefined): TaggedToken {
  const { token, left, next } = context;
  if (token.kind === 'number') return as(token, 'number');
  if (token.kind === 'mark') {
    const isPossessive =
      token.lower === "'s" || (/['’]/.test(token.text) && previous?.end === token.start && previous.lower.endsWith('s'));
    return as(token, isPossessive ? 'possessive' : token.lower === '&' || token.lower === '/' ? 'conjunction' : 'mark');
  }
  const tag = functionWord(token.lower);
  if (token.lower === 'to') return as(token, 'to');
  if (token.lower === 'us' && (token.text === 'US' || left?.tag === 'determiner')) return as(token, 'noun');
  if (token.lower === 'that' && left?.tag === 'noun') return as(token, 'relative');
  if (token.lower === 'like' && left && (left.tag === 'modal' || left.tag === 'pronoun')) return asVerb(token, 'like', 'base');
  if (HAVE.has(token.lower) && opensNounPhrase(next)) return asVerb(token, 'have', 'base');
  if (token.lower === 'open' && (takesBareVerb(left) || (left?.tag === 'noun' && startsObject(next))))
    return asVerb(token, 'open', 'base');
  if (
    ADJECTIVE_OR_VERB.test(token.lower) &&
    left?.tag === 'noun' &&
    isPlural(left.lower) &&
    (!next || next.kind === 'mark' || startsObject(next))
  )
    return asVerb(token, token.lower, 'base');
  if (tag !== undefined) return as(token, tag);
  if (token.lower === 'get' && next && verbForm(next.lower, 'participle') && !isPlural(next.lower)) return as(token, 'aux');
  const form = verbForm(token.lower);
  if (!form) return tagUnknown(context);
  if (form.form === 'participle' || form.form === 'past') {
    const base = verbForm(token.lower, 'base');
    return base && !(left && (BE.has(left.lower) || HAVE.has(left.lower)))
      ? tagPresentForm(context, base.lemma, 'base')
      : tagPastForm(context, form.lemma, form.form);
  }
  if (form.form === 'ing') return tagIngForm(context, form.lemma);
  const participle = verbForm(token.lower, 'participle');
  if (participle && left && BE.has(left.lower)) return asVerb(token, participle.lemma, 'participle');
  return tagPresentForm(context, form.lemma, form.form);
}

/** Tags one sentence left to right; each decision looks at one token to the left and two to the right, so it is linear. */
export function tagTokens(tokens: readonly Token[]): readonly TaggedToken[] {
  const tagged: TaggedToken[] = [];
  let left: TaggedToken | undefined;
  let earlier: TaggedToken | undefined;
  let lastForm: VerbForm | undefined;
  tokens.forEach((token, index) => {
    const made = tagOne({ token, left, earlier, next: tokens[index + 1], afterNext: tokens[index + 2], lastForm }, tagged.at(-1));
    tagged.push(made);
    if (made.tag === 'verb') lastForm = made.form;
    if (made.tag !== 'adverb' && made.tag !== 'negation') [earlier, left] = [left, made];
    if (/^[;:.!?()—–]$/.test(made.text) || (made.kind === 'mark' && /[-*•#>|]/.test(made.text) && index === 0)) left = undefined;
  });
  return tagged;
}
