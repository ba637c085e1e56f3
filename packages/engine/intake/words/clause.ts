import { deedOf } from './deed.ts';
import { isActorNoun, isGeneric, isMeantBy } from './generic-noun.ts';
import { isMeasure, type NounPhrase } from './noun-phrase.ts';
import { LONGEST_LIST, PhraseWalk } from './phrase-walk.ts';
import type { TaggedToken } from './tag.ts';
import { VERBS } from './verb-lexicon.ts';

/** Somebody does something to something, as token indices and words of one sentence. */
export interface SentenceClause {
  readonly actor?: string;
  readonly verb: string;
  readonly object: string;
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
}

const BE = /^(?:is|are|was|were|be|been|being|gets?|got)$/;
const CAUSATIVE = /^(?:allow|let|enable|help|ask|require|want|permit|need|invite|expect)$/;
/** Prepositions before the object of a verb outside the lexicon would be a guess; these verbs carry their own. */
const particlesOf = (lemma: string): readonly string[] => VERBS.get(lemma)?.particles ?? [];
const ADVERB_PARTICLES = new Set(['up', 'in', 'out', 'back', 'off']);

interface Found {
  readonly index: number;
  readonly lemma: string;
  readonly verb: string;
  actors: readonly NounPhrase[];
  objects: readonly NounPhrase[];
  /** The next verb's objects are its own too: `create, edit and share documents`. */
  sharesObjects: boolean;
  isNegated: boolean;
  /** The thing stands before what is done to it: `fares are calculated`. */
  readonly isPassive?: boolean;
  /** `we` do it: the author speaks of the company, or of the backend. */
  readonly isOurs: boolean;
}

/** What a company does without its backend: `we run a chain of clinics`. */
const COMPANY_VERBS = new Set(
  'run operate own manage maintain host sell offer move migrate switch hire employ serve found start'.split(' '),
);

const PREVERBAL: ReadonlySet<string> = new Set(['adverb', 'negation', 'aux', 'modal', 'to']);
/** The first token of the verb group that ends in the verb at `index`, and what stands in it. */
function verbGroup(sentence: PhraseWalk, index: number): { start: number; isPassive: boolean; isNegated: boolean } {
  let start = index;
  let isPassive = false;
  let isNegated = false;
  while (start > 0 && PREVERBAL.has(sentence.tag(start - 1)!)) {
    start--;
    if (BE.test(sentence.lower(start))) isPassive = true;
    if (sentence.tag(start) === 'negation' || /n't$|^cannot$/.test(sentence.lower(start))) isNegated = true;
  }
  return { start, isPassive: isPassive && sentence.tokens[index]?.form === 'participle', isNegated };
}

function subjectsOf(
  sentence: PhraseWalk,
  start: number,
  earlier: Found | undefined,
  they: readonly NounPhrase[],
): readonly NounPhrase[] {
  const before = start - 1;
  if (sentence.isBreak(before)) return [];
  const token = sentence.tokens[before]!;
  if (token.tag === 'relative') return sentence.listBefore(before).slice(-1);
  // Whom it means stands in another sentence; here stands the pronoun.
  if (token.lower === 'they') return they.map((phrase) => ({ ...phrase, from: before, to: start }));
  if (token.tag === 'pronoun') return [];
  const own = sentence.listBefore(start);
  // `people who share links pay fees`: what stands before the verb is the object of the one before.
  if (earlier && own.some((phrase) => earlier.objects.includes(phrase))) return earlier.actors;
  if (own.length > 0) return own;
  if (!earlier) return [];
  if (sentence.isJoint(before) || token.tag === 'conjunction' || token.tag === 'verb') return earlier.actors;
  return [];
}

/** Objects right of a verb: direct ones, else those behind a preposition the verb carries. */
function objectsAfter(
  sentence: PhraseWalk,
  index: number,
  lemma: string,
  earlier: Found | undefined,
): { objects: readonly NounPhrase[]; particle?: string } {
  let at = sentence.skipAdverbs(index + 1);
  const particles = particlesOf(lemma);
  const particle = particles.includes(sentence.lower(at)) ? sentence.lower(at) : undefined;
  if (particle) at = sentence.skipAdverbs(at + 1);
  // `check the guests in`, `look it up` keep the plain verb.
  const isThem = /^(?:them|it)$/.test(sentence.lower(at));
  if (sentence.tag(at) === 'pronoun') at++;
  const direct = sentence.listFrom(at);
  // `let readers search them` does not mean the readers.
  const them = earlier && !CAUSATIVE.test(earlier.lemma) ? earlier.objects : [];
  const objects = direct.length === 0 && isThem ? them : direct;
  return { objects, ...(particle && ADVERB_PARTICLES.has(particle) ? { particle } : {}) };
}

/** `photos that customers upload`: the object stands before the subject. */
function objectBeforeSubject(sentence: PhraseWalk, subjects: readonly NounPhrase[]): readonly NounPhrase[] {
  const first = subjects[0];
  if (!first) return [];
  const relative = sentence.tag(first.from - 1) === 'relative' ? first.from - 1 : first.from;
  return sentence.tag(first.from - 1) === 'relative' ? sentence.listBefore(relative).slice(-1) : [];
}

function findPassive(
  sentence: PhraseWalk,
  index: number,
  start: number,
  earlier: Found | undefined,
): Pick<Found, 'actors' | 'objects'> {
  const own = sentence.tag(start - 1) === 'relative' ? sentence.listBefore(start - 1).slice(-1) : sentence.listBefore(start);
  const carriesOver = sentence.isJoint(start - 1) || sentence.tag(start - 1) === 'verb';
  const objects = own.length > 0 ? own : carriesOver ? (earlier?.objects ?? []) : [];
  const by = sentence.skipAdverbs(index + 1);
  return { objects, actors: sentence.lower(by) === 'by' ? sentence.listFrom(by + 1) : [] };
}

/** Verbs that, without an object, say what becomes of their subject: `units expire`. */
const HAPPENS_TO: ReadonlySet<string> = new Set(['expire', 'lapse']);

/** `visits documented and billed`, `cards charged daily`: a participle without an object, behind what cannot have done it. */
function undergoers(sentence: PhraseWalk, index: number, start: number, earlier: Found | undefined): readonly NounPhrase[] {
  const { form, lemma = '' } = sentence.tokens[index]!;
  if (HAPPENS_TO.has(lemma)) return sentence.listBefore(start).slice(-1);
  // "Readings kept five years" is about retention.
  if (start !== index || form !== 'participle' || /^(?:keep|store|retain|hold)$/.test(lemma)) return [];
  const own = sentence.listBefore(start).slice(-1);
  if (own.length > 0) return own.some((phrase) => isActorNoun(phrase.head)) ? [] : own;
  return earlier && sentence.isJoint(start - 1) && earlier.actors.length === 0 ? earlier.objects : [];
}

/** `choirs apply`, `guests answer`: what doing so puts on record. */
function recordOf(lemma: string, index: number): readonly NounPhrase[] {
  const name = deedOf(lemma)?.noun;
  return name === undefined
    ? []
    : [{ from: index, to: index + 1, name, bareName: name, head: name, isPlural: false, isCounted: false }];
}

function findVerb(sentence: PhraseWalk, index: number, earlier: Found | undefined, they: readonly NounPhrase[]): Found {
  const token = sentence.tokens[index]!;
  const lemma = token.lemma!;
  const { start, isPassive, isNegated } = verbGroup(sentence, index);
  const isOurs = /^(?:we|i)$/.test(sentence.lower(start - 1));
  const isReduced = token.form === 'participle' && !isPassive && sentence.lower(index + 1) === 'by';
  if (isPassive || isReduced)
    return {
      index,
      lemma,
      verb: lemma,
      isNegated,
      isOurs,
      isPassive: true,
      sharesObjects: false,
      ...findPassive(sentence, index, start, earlier),
    };
  const { objects, particle } = objectsAfter(sentence, index, lemma, earlier);
  const undergoer = objects.length === 0 ? undergoers(sentence, index, start, earlier) : [];
  if (undergoer.length > 0)
    return {
      index,
      lemma,
      verb: lemma,
      isNegated,
      isOurs,
      isPassive: true,
      sharesObjects: false,
      actors: [],
      objects: undergoer,
    };
  const causer = earlier && CAUSATIVE.test(earlier.lemma) && earlier.objects.length > 0 && earlier.objects.at(-1)!.to === start;
  const isGerund = token.form === 'ing' && start === index && sentence.phraseBefore(start) === undefined;
  const actors = causer
    ? earlier.objects
    : isGerund && !sentence.isJoint(start - 1)
      ? []
      : subjectsOf(sentence, start, earlier, they);
  const next = sentence.skipAdverbs(index + 1);
  const sharesObjects =
    objects.length === 0 && sentence.isJoint(next) && sentence.tag(sentence.isJoint(next + 1) ? next + 2 : next + 1) === 'verb';
  const named = objects.length > 0 || sharesObjects ? objects : objectBeforeSubject(sentence, actors);
  const found = named.length > 0 || sharesObjects || actors.length === 0 ? named : recordOf(lemma, index);
  return {
    index,
    lemma,
    verb: particle ? `${lemma} ${particle}` : lemma,
    actors,
    objects: found,
    sharesObjects,
    isNegated,
    isOurs,
  };
}

const canBeNamed = (phrase: NounPhrase): boolean => !isGeneric(phrase.name) && !isMeasure(phrase.head);
/** Whether a noun is a thing of the domain behind this verb: `application` is, where somebody reviews applications. */
const isDomainObject = (phrase: NounPhrase, { index, lemma }: Found): boolean =>
  phrase.from === index ||
  isMeantBy(lemma, phrase.head) ||
  (canBeNamed(phrase) && !(isGeneric(phrase.head) && !phrase.name.includes(' ')));

function clausesOf(found: Found): readonly SentenceClause[] {
  const entry = VERBS.get(found.lemma);
  const actors = found.actors.filter((actor) => canBeNamed(actor)).slice(0, LONGEST_LIST);
  // `assess`, `plan` and the like ask for a design, unless somebody of the business does them.
  const isOfState = entry !== undefined && entry.kind === undefined && !(entry.isMeta && (actors.length > 0 || found.isPassive));
  if (
    isOfState ||
    (found.isOurs && COMPANY_VERBS.has(found.lemma)) ||
    (actors.length === 0 && !found.isPassive && /^(?:run|operate)$/.test(found.lemma)) ||
    (entry?.isMeta && found.actors.length === 0 && !found.isPassive)
  )
    return [];
  const objects = found.objects.filter((phrase) => isDomainObject(phrase, found)).slice(0, LONGEST_LIST);
  return objects.flatMap((object) =>
    (actors.length > 0 ? actors : [undefined]).map((actor) => ({
      ...(actor ? { actor: actor.name } : {}),
      verb: found.verb,
      object: object.name,
      from: Math.min(found.index, object.from, actor?.from ?? found.index),
      to: Math.max(found.index + 1, object.to, actor?.to ?? 0),
      isNegated: found.isNegated,
    })),
  );
}

/**
 * Actor-verb-object triples of one tagged sentence, in order of the verbs: active and passive voice, lists of actors,
 * verbs and objects, relative clauses, imperatives and gerunds.
 *
 * @param they - whom a `they` refers to, when an earlier sentence said so
 */
export function sentenceClauses(
  tokens: readonly TaggedToken[],
  they: readonly NounPhrase[] = [],
): {
  readonly clauses: readonly SentenceClause[];
  readonly actors: readonly NounPhrase[];
  readonly phrases: readonly NounPhrase[];
} {
  const sentence = new PhraseWalk(tokens);
  const found: Found[] = [];
  tokens.forEach((token, index) => {
    if (token.tag === 'verb') found.push(findVerb(sentence, index, sameStretch(sentence, found.at(-1), index), they));
  });
  for (let at = found.length - 2; at >= 0; at--) if (found[at]!.sharesObjects) found[at]!.objects = found[at + 1]!.objects;
  const actors = found.flatMap((verb) => verb.actors);
  return { clauses: found.flatMap(clausesOf), actors, phrases: sentence.phrases };
}

/** The previous verb, unless a break stands between: its subject does not carry over. */
function sameStretch(sentence: PhraseWalk, earlier: Found | undefined, index: number): Found | undefined {
  if (!earlier) return undefined;
  for (let at = earlier.index; at < index; at++) if (/^[;.!?]$/.test(sentence.lower(at))) return undefined;
  return earlier;
}
