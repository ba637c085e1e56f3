import { LONGEST_LINE } from '../limits.ts';

export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

/** Lines cut to the length that patterns may look at. */
export const linesOf = (text: string): readonly Line[] =>
  text.split('\n').map((line, index) => ({ text: line.slice(0, LONGEST_LINE), number: index + 1 }));
