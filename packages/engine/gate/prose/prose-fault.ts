import { positionAt } from '@archwright/kernel';

/** Something in a model's prose that is not the design's, with its place in that prose. */
export interface ProseFault {
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly quote: string;
  readonly message: string;
}

export type Report = (start: number, end: number, message: string) => void;

export const reporter = (text: string, faults: ProseFault[]): Report => {
  return (start, end, message) => {
    // The first word on a place is the most telling one.
    if (faults.some((known) => known.start < end && start < known.end)) return;
    faults.push({ start, end, ...positionAt(text, start), quote: text.slice(start, Math.min(end, start + 80)), message });
  };
};

/** `note:2:14 “$40/month” is not a figure of the design`. */
export const faultText = ({ line, column, quote, message }: ProseFault): string => `note:${line}:${column} “${quote}” ${message}`;

/** The same text with a span blanked: places stay where they are. */
export const blank = (text: string, start: number, end: number): string =>
  `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
