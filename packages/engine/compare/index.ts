export { compareArchitectures, compareOutlines } from './compare-outlines.ts';
export { outlineOfCandidate, outlineOfDesign, storedBytes } from './outline.ts';
