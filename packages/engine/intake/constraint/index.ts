export { familiarNames } from './familiar-name.ts';
export type { Draft } from './draft.ts';
export { type Constraints, readConstraints } from './read-constraints.ts';
export { technologyMentions, type TechnologyMention, type TechnologyName } from './technology-mention.ts';
