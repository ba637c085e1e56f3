import { nounPhrases, type NounPhrase } from './noun-phrase.ts';
import type { TaggedToken } from './tag.ts';

/** Lists longer than this are cut: a clause is an example of use, not a table. */
export const LONGEST_LIST = 8;
const BREAK = /^[;:.!?()—–|]$/;

/** One tagged sentence with its noun phrases by their ends, for walking left and right from a verb. */
export class PhraseWalk {
  readonly tokens: readonly TaggedToken[];
  readonly phrases: readonly NounPhrase[];
  readonly #phraseStartingAt = new Map<number, NounPhrase>();
  readonly #phraseEndingAt = new Map<number, NounPhrase>();

  constructor(tokens: readonly TaggedToken[]) {
    this.tokens = tokens;
    this.phrases = nounPhrases(tokens);
    for (const phrase of this.phrases) {
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
    let isJoined = false;
    while (phrase && phrases.length < LONGEST_LIST) {
      const before = this.tag(phrase.from - 1);
      const governor: NounPhrase = this.governor(phrase);
      // `bays with sensors, drivers pay`: a comma alone ends what stands before.
      if (phrases.length > 0 && !isJoined) return phrases.slice(-1);
      // `vans in the EU and the US send`: the list belongs to the preposition.
      if (governor !== phrase) phrases.length = 0;
      else if (phrases.length > 0 && (before === 'verb' || before === 'preposition' || before === 'to')) return phrases.slice(-1);
      phrase = governor;
      phrases.unshift(phrase);
      let joint = phrase.from;
      while (joint > 0 && this.isJoint(joint - 1)) {
        joint--;
        if (this.lower(joint) !== ',') isJoined = true;
      }
      phrase = joint < phrase.from ? this.phraseBefore(joint) : undefined;
    }
    return phrases;
  }

  /** Noun phrases joined from `start` on; one that turns out to be the subject of the next verb is left out. */
  listFrom(start: number): readonly NounPhrase[] {
    const phrases: NounPhrase[] = [];
    let phrase = this.phraseAt(start);
    while (phrase && phrases.length < LONGEST_LIST) {
      if (
        phrases.length > 0 &&
        (this.startsVerb(phrase.to) ||
          this.#undergoes(phrase) ||
          // `upload episodes, 3 million downloads a day`: a number after a bare comma counts something else.
          (phrase.isCounted && !phrases[0]!.isCounted && this.lower(phrase.from - 1) === ',') ||
          (this.tag(phrase.to) === 'to' && this.tag(phrase.to + 1) === 'verb'))
      )
        break;
      phrases.push(phrase);
      let next = phrase.to;
      while (this.isJoint(next)) next++;
      phrase = next > phrase.to ? this.phraseAt(next) : undefined;
    }
    return phrases;
  }

  /** `clients, route planned overnight`: behind a comma, and something is done to it. */
  #undergoes({ from, to }: NounPhrase): boolean {
    const token = this.tokens[this.skipAdverbs(to)];
    return this.lower(from - 1) === ',' && token?.tag === 'verb' && token.form === 'participle' && this.lower(to + 1) !== 'by';
  }

  startsVerb(index: number): boolean {
    const at = this.skipAdverbs(index);
    const token = this.tokens[at];
    return (
      token !== undefined &&
      (token.tag === 'modal' ||
        token.tag === 'aux' ||
        (token.tag === 'verb' && token.form !== 'participle' && token.form !== 'ing'))
    );
  }

  skipAdverbs(index: number): number {
    let at = index;
    while (this.tag(at) === 'adverb' || this.tag(at) === 'negation') at++;
    return at;
  }
}
