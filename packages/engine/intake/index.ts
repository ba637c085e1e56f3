export * from './constraint/index.ts';
export * from './domain/index.ts';
export { type BriefContext, type BriefReading, readBrief } from './read-brief.ts';
export { LONGEST_BRIEF } from './text-limit.ts';
export { readIntent, readWords, titleOf, type WordReading } from './words/index.ts';
