import type { Interval, Unit } from '@archwright/kernel';

/** What sort of quantity a number of the brief is. `limit` of a count is its comparator, not a kind. */
export type MentionKind =
  | 'count'
  | 'rate'
  | 'size'
  | 'data-rate'
  | 'duration'
  /** "every ten seconds": the time between two occurrences. */
  | 'interval'
  /** "once a day", "three times a week": occurrences per member without a noun; in 1/s. */
  | 'frequency'
  | 'share'
  /** "five times the average", "10x". */
  | 'multiple'
  /** "100:1", "80/20": first over second. */
  | 'ratio'
  | 'money'
  | 'availability'
  | 'growth';

export type Comparator = 'at-most' | 'at-least' | 'about' | 'exactly';

/** Modifiers and a singular head noun, lower case: "new short links" is head `link`, modifiers `new`, `short`. */
export interface NounPhrase {
  readonly head: string;
  readonly modifiers: readonly string[];
  readonly plural: boolean;
  /** How the phrase opens: "a", "each", "the", ... */
  readonly determiner?: string;
  readonly start: number;
  readonly end: number;
}

/** One quantity of the text with its grammatical surroundings. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Always `text.slice(start, end)`. */
  readonly quote: string;
  /** In base units of `unit`; rates are already divided by their window. */
  readonly value: Interval;
  /** The number as written, before the window divided it. */
  readonly amount: Interval;
  readonly unit: Unit;
  readonly kind: MentionKind;
  /** The phrase counted, or the thing measured where it follows: "500 byte reading". */
  readonly noun?: NounPhrase;
  /** "a fifth *of the daily queries*", "1 KB *of text*". */
  readonly of?: NounPhrase;
  /** The phrase directly before the number: "a session 512 bytes", "DAU: 5M". */
  readonly before?: NounPhrase;
  /** Seconds of the rate's window. */
  readonly window?: number;
  /** "per user", "/van": one of what. */
  readonly per?: NounPhrase;
  /** "... each": one of what was named before. */
  readonly each: boolean;
  /** "in one hour", "over 24 hours": the span in which a count happens, in s. */
  readonly within?: number;
  readonly comparator?: Comparator;
  readonly approximate: boolean;
  /** `p99`, `p95`, `max`, for latencies. */
  readonly percentile?: string;
  /** Said of the peak: "20k rps at peak". */
  readonly peak: boolean;
  readonly verb?: string;
  /** Token index of that verb. */
  readonly verbAt?: number;
  readonly subject?: NounPhrase;
  /** "to four people": the preposition in front, when it follows another mention directly. */
  readonly preposition?: string;
  readonly sentence: number;
  readonly clause: number;
  /** Indices into the token list of the text. */
  readonly first: number;
  readonly last: number;
}
