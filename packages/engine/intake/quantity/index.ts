export type { Comparator, Mention, MentionKind, NounPhrase } from './mention.ts';
export { readQuantities } from './read-quantities.ts';
export { parseQuantity } from './parse-quantity.ts';
export { isSameKind } from './same-kind.ts';
export { writeQuantity } from './write-quantity.ts';
