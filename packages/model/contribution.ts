import type { Requirement } from './requirement.ts';

/** Something a model claimed that its quote does not carry: a question to the user, never a fact of the design. */
export interface ModelSuggestion {
  /** The claim as it was made: `users = 5M`. */
  readonly claim: string;
  readonly why: string;
}

/** An option a model proposed, with the engine's own word on it. */
export interface WeighedOption {
  readonly decision: string;
  readonly option: string;
  readonly name: string;
  readonly verdict: 'chosen' | 'feasible' | 'rejected';
  /** The constraint or figure that settled it. */
  readonly because: string;
}

/** What a language model added to an answer, and what it failed. Figures of the design come from nowhere in here. */
export interface ModelContribution {
  /** `provider:model`. */
  readonly model: string;
  /** `overruled`: nothing of the model stands; `unavailable`: it could not be asked, or not to the end. */
  readonly outcome: 'accepted' | 'overruled' | 'unavailable';
  /** Submissions that were checked. */
  readonly rounds: number;
  /** Requirements the reader had missed, each with the words they stand in. */
  readonly requirements: readonly Requirement[];
  readonly suggestions: readonly ModelSuggestion[];
  readonly options: readonly WeighedOption[];
  /** Paragraphs of plain prose; every number and name in it is one of the design. */
  readonly note?: string;
  /** What was refused, in words, once each. */
  readonly failures: readonly string[];
}
