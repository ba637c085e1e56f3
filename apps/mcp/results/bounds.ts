/**
 * A result goes into a model's context: whole, but bounded. About 24,000 characters are 6,000 tokens, a small share of the
 * smallest window in use; whatever is longer is a resource that the client reads when it needs it.
 */
export const LONGEST_RESULT = 24_000;
/** The text beside the structured content says the same in words, so it gets the smaller part. */
export const LONGEST_TEXT = 9_000;
export const LONGEST_ITEM = 400;
/** One reading of a resource; the rest follows under the next address. */
export const LONGEST_RESOURCE = 120_000;

export const clip = (text: string, longest: number = LONGEST_ITEM): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;

/** The first `most` items, and how many were left out. */
export const first = <T>(items: readonly T[], most: number): { readonly shown: T[]; readonly left: number } => ({
  shown: items.slice(0, most),
  left: Math.max(0, items.length - most),
});
