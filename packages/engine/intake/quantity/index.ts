export type { Comparator, Mention, MentionKind, NounPhrase } from './mention.ts';
export { readQuantities } from './read-quantities.ts';
export { parseQuantity } from './parse-quantity.ts';
export { writeQuantity } from './write-quantity.ts';
