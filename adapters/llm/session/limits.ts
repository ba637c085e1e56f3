/** Bounds on one session with a model; what ends it is said in the answer. */
export interface SessionLimits {
  /** Replies asked for in all. */
  readonly replies: number;
  /** Submissions that are checked. */
  readonly rounds: number;
  readonly calls: number;
  /** Input and output together. */
  readonly tokens: number;
  readonly outputTokensOfOneReply: number;
  readonly milliseconds: number;
  /** Times a reply that did not come is asked for again, in all. */
  readonly retries: number;
  /** A pause longer than this is not waited for. */
  readonly longestPauseMs: number;
  /** USD, with the price of a million tokens in and out; the tokens alone bound a session without. */
  readonly cost?: { readonly most: number; readonly input: number; readonly output: number };
}

export const SESSION_LIMITS: SessionLimits = {
  replies: 24,
  rounds: 3,
  calls: 80,
  tokens: 300_000,
  outputTokensOfOneReply: 4_096,
  milliseconds: 300_000,
  retries: 4,
  longestPauseMs: 30_000,
};
