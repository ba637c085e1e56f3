export { type Deed, deedNamed, deedOf } from './deed.ts';
export { readIntent } from './intent.ts';
export { isActorNoun, isGeneric, isMachineNoun, isPersonNoun, placeKind } from './generic-noun.ts';
export { isStep, nominalClauses } from './nominal.ts';
export { rankActors, rankEntities } from './rank-terms.ts';
export { readWords, type Sentence, type Word, type WordReading } from './read-words.ts';
export { isPlural, singularise } from './singular.ts';
export { titleOf } from './title.ts';
export { verbKind } from './verb-lexicon.ts';
