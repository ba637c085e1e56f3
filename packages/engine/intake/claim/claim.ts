import type { Requirement } from '@archwright/model';

/** A requirement as a language model claims to have read it; nothing in it is believed before `groundClaim`. */
export interface RequirementClaim {
  readonly key: string;
  readonly subject?: string | undefined;
  readonly detail?: string | undefined;
  /** With its unit, as people write it: `40 orders/s`, `$2,000 a month`. */
  readonly quantity?: string | undefined;
  readonly value?: string | undefined;
  /** The words it stands in, character by character. */
  readonly quote: string;
  /** Path of the file, where the quote is not from the brief. */
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
}

/** A text that may be quoted: the brief, something the user said later, or a file of the repository. */
export interface Quotable {
  readonly source: 'brief' | 'answer' | 'file';
  readonly name?: string;
  /** Secrets masked, and blank where the text is no statement of its author. */
  readonly text: string;
}

export type Grounded =
  /** The reader had missed it, and the words carry it. */
  | { readonly outcome: 'new'; readonly requirement: Requirement }
  /** The reader has it already. */
  | { readonly outcome: 'known'; readonly why: string }
  /** The words are not there, or do not carry it: at most a question to the user. */
  | { readonly outcome: 'ungrounded'; readonly why: string };

export const ungrounded = (why: string): Grounded => ({ outcome: 'ungrounded', why });

/** `retention of orders = 30 days`, for messages. */
export const claimText = ({ key, subject, quantity, value }: RequirementClaim): string =>
  `${[key, subject].filter(Boolean).join(' of ')} = ${quantity ?? value ?? '?'}`.slice(0, 160);
