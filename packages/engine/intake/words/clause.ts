import { isGeneric } from './generic-noun.ts';
import { isMeasure, nounPhrases, type NounPhrase } from './noun-phrase.ts';
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

/** Lists longer than this are cut: a clause is an example of use, not a table. */
const LONGEST_LIST = 8;
const BREAK = /^[;:.!?()—–|]$/;
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
}

class Sentence {
  readonly tokens: readonly TaggedToken[];
  readonly #phraseStartingAt = new Map<number, NounPhrase>();
  readonly #phraseEndingAt = new Map<number, NounPhrase>();

  constructor(tokens: readonly TaggedToken[]) {
    this.tokens = tokens;
    for (const phrase of nounPhrases(tokens)) {
      this.#phraseStartingAt.set(phrase.from, phrase);
      this.#phraseEndingAt.set(phrase.to, phrase);
    }
  }

  tag(index: number): string | undefined {
    return this.tokens[index]?.tag;
  }
  lower(index: number): string {
    return this.tokens[index]?.lower ?? '';
  }
  isBreak(index: number): boolean {
    return index < 0 || index >= this.tokens.length || BREAK.test(this.lower(index));
  }
  phraseAt(index: number): NounPhrase | undefined {
    return this.#phraseStartingAt.get(index);
  }
  phraseBefore(index: number): NounPhrase | undefined {
    return this.#phraseEndingAt.get(index);
  }
  isJoint(index: number): boolean {
    return this.lower(index) === ',' || /^(?:and|or|&|\/)$/.test(this.lower(index));
  }

  /** The phrase a prepositional one hangs on: `sensors in vineyards` → `sensors`. */
  governor(phrase: NounPhrase): NounPhrase {
    const before = this.tag(phrase.from - 1) === 'preposition' ? this.phraseBefore(phrase.from - 1) : undefined;
    return before && this.tag(before.from - 1) !== 'verb' && this.tag(before.from - 1) !== 'preposition' ? before : phrase;
  }

  /**
   * Noun phrases joined by commas, `and`, `or`, ending at `end`; nearest last. Where the list began as the object of an
   * earlier verb, only the nearest is meant: `antennas receive frames, operators | schedule`.
   */
  listBefore(end: number): readonly NounPhrase[] {
    const phrases: NounPhrase[] = [];
    let phrase = this.phraseBefore(end);
    if (phrase) phrase = this.governor(phrase);
    while (phrase && phrases.length < LONGEST_LIST) {
      const before = this.tag(phrase.from - 1);
      if (phrases.length > 0 && (before === 'verb' || before === 'preposition' || before === 'to')) return phrases.slice(-1);
      phrases.unshift(phrase);
      let joint = phrase.from;
      while (joint > 0 && this.isJoint(joint - 1)) joint--;
      phrase = joint < phrase.from ? this.phraseBefore(joint) : undefined;
    }
    return phrases;
  }

  /** Noun phrases joined from `start` on; one that turns out to be the subject of the next verb is left out. */
  listFrom(start: number): readonly NounPhrase[] {
    const phrases: NounPhrase[] = [];
    let phrase = this.phraseAt(start);
    while (phrase && phrases.length < LONGEST_LIST) {
      if (phrases.length > 0 && (this.startsVerb(phrase.to) || (this.tag(phrase.to) === 'to' && this.tag(phrase.to + 1) === 'verb'))) break;
      phrases.push(phrase);
      let next = phrase.to;
      while (this.isJoint(next)) next++;
      phrase = next > phrase.to ? this.phraseAt(next) : undefined;
    }
    return phrases;
  }

  startsVerb(index: number): boolean {
    const at = this.skipAdverbs(index);
    const token = this.tokens[at];
    return token !== undefined && (token.tag === 'modal' || token.tag === 'aux' || (token.tag === 'verb' && token.form !== 'participle' && token.form !== 'ing'));
  }

  skipAdverbs(index: number): number {
    let at = index;
    while (this.tag(at) === 'adverb' || this.tag(at) === 'negation') at++;
    return at;
  }
}

/** The first token of the verb group that ends in the verb at `index`, and what stands in it. */
function verbGroup(sentence: Sentence, index: number): { start: number; isPassive: boolean; isNegated: boolean } {
  let start = index;
  let isPassive = false;
  let isNegated = false;
  while (start > 0 && ['adverb', 'negation', 'aux', 'modal', 'to'].includes(sentence.tag(start - 1)!)) {
    start--;
    if (BE.test(sentence.lower(start))) isPassive = true;
    if (sentence.tag(start) === 'negation' || /n't$|^cannot$/.test(sentence.lower(start))) isNegated = true;
  }
  return { start, isPassive: isPassive && sentence.tokens[index]?.form === 'participle', isNegated };
}

function subjectsOf(sentence: Sentence, start: number, earlier: Found | undefined, they: readonly NounPhrase[]): readonly NounPhrase[] {
  const before = start - 1;
  if (sentence.isBreak(before)) return [];
  const token = sentence.tokens[before]!;
  if (token.tag === 'relative') return sentence.listBefore(before).slice(-1);
  if (token.lower === 'they') return they;
  if (token.tag === 'pronoun') return [];
  const own = sentence.listBefore(start);
  if (own.length > 0) return own;
  if (!earlier) return [];
  if (sentence.isJoint(before) || token.tag === 'conjunction' || token.tag === 'verb') return earlier.actors;
  return [];
}

/** Objects right of a verb: direct ones, else those behind a preposition the verb carries. */
function objectsAfter(sentence: Sentence, index: number, lemma: string, earlier: Found | undefined): { objects: readonly NounPhrase[]; particle?: string } {
  let at = sentence.skipAdverbs(index + 1);
  const particles = particlesOf(lemma);
  const particle = particles.includes(sentence.lower(at)) ? sentence.lower(at) : undefined;
  if (particle) at = sentence.skipAdverbs(at + 1);
  // `check the guests in`, `look it up` keep the plain verb.
  const isThem = /^(?:them|it)$/.test(sentence.lower(at));
  if (sentence.tag(at) === 'pronoun') at++;
  const direct = sentence.listFrom(at);
  const objects = direct.length === 0 && isThem ? (earlier?.objects ?? []) : direct;
  return { objects, ...(particle && ADVERB_PARTICLES.has(particle) ? { particle } : {}) };
}

/** `photos that customers upload`: the object stands before the subject. */
function objectBeforeSubject(sentence: Sentence, subjects: readonly NounPhrase[]): readonly NounPhrase[] {
  const first = subjects[0];
  if (!first) return [];
  const relative = sentence.tag(first.from - 1) === 'relative' ? first.from - 1 : first.from;
  return sentence.tag(first.from - 1) === 'relative' ? sentence.listBefore(relative).slice(-1) : [];
}

function findPassive(sentence: Sentence, index: number, start: number, earlier: Found | undefined): Pick<Found, 'actors' | 'objects'> {
  const own = sentence.tag(start - 1) === 'relative' ? sentence.listBefore(start - 1).slice(-1) : sentence.listBefore(start);
  const carriesOver = sentence.isJoint(start - 1) || sentence.tag(start - 1) === 'verb';
  const objects = own.length > 0 ? own : carriesOver ? (earlier?.objects ?? []) : [];
  const by = sentence.skipAdverbs(index + 1);
  return { objects, actors: sentence.lower(by) === 'by' ? sentence.listFrom(by + 1) : [] };
}

function findVerb(sentence: Sentence, index: number, earlier: Found | undefined, they: readonly NounPhrase[]): Found {
  const token = sentence.tokens[index]!;
  const lemma = token.lemma!;
  const { start, isPassive, isNegated } = verbGroup(sentence, index);
  const isReduced = token.form === 'participle' && !isPassive && sentence.lower(index + 1) === 'by';
  if (isPassive || isReduced)
    return { index, lemma, verb: lemma, isNegated, sharesObjects: false, ...findPassive(sentence, index, start, earlier) };
  const { objects, particle } = objectsAfter(sentence, index, lemma, earlier);
  const causer = earlier && CAUSATIVE.test(earlier.lemma) && earlier.objects.length > 0 && earlier.objects.at(-1)!.to === start;
  const isGerund = token.form === 'ing' && start === index && sentence.phraseBefore(start) === undefined;
  const actors = causer ? earlier.objects : isGerund && !sentence.isJoint(start - 1) ? [] : subjectsOf(sentence, start, earlier, they);
  const next = sentence.skipAdverbs(index + 1);
  const sharesObjects = objects.length === 0 && sentence.isJoint(next) && sentence.tag(sentence.isJoint(next + 1) ? next + 2 : next + 1) === 'verb';
  const found = objects.length > 0 || sharesObjects ? objects : objectBeforeSubject(sentence, actors);
  return { index, lemma, verb: particle ? `${lemma} ${particle}` : lemma, actors, objects: found, sharesObjects, isNegated };
}

const canBeNamed = (phrase: NounPhrase): boolean => !isGeneric(phrase.name) && !isMeasure(phrase.head);
const isDomainObject = (phrase: NounPhrase): boolean => canBeNamed(phrase) && !(isGeneric(phrase.head) && !phrase.name.includes(' '));

function clausesOf(found: Found): readonly SentenceClause[] {
  const entry = VERBS.get(found.lemma);
  const isOfState = entry !== undefined && entry.kind === undefined;
  if (isOfState || (entry?.isMeta && found.actors.length === 0)) return [];
  const actors = found.actors.filter((actor) => canBeNamed(actor)).slice(0, LONGEST_LIST);
  const objects = found.objects.filter(isDomainObject).slice(0, LONGEST_LIST);
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
): { readonly clauses: readonly SentenceClause[]; readonly actors: readonly NounPhrase[]; readonly phrases: readonly NounPhrase[] } {
  const sentence = new Sentence(tokens);
  const found: Found[] = [];
  tokens.forEach((token, index) => {
    if (token.tag === 'verb') found.push(findVerb(sentence, index, sameStretch(sentence, found.at(-1), index), they));
  });
  for (let at = found.length - 2; at >= 0; at--) if (found[at]!.sharesObjects) found[at]!.objects = found[at + 1]!.objects;
  const actors = found.flatMap((verb) => verb.actors);
  return { clauses: found.flatMap(clausesOf), actors, phrases: nounPhrases(tokens) };
}

/** The previous verb, unless a break stands between: its subject does not carry over. */
function sameStretch(sentence: Sentence, earlier: Found | undefined, index: number): Found | undefined {
  if (!earlier) return undefined;
  for (let at = earlier.index; at < index; at++) if (/^[;.!?]$/.test(sentence.lower(at))) return undefined;
  return earlier;
}
