import { exactly, type Interval } from './interval.ts';
import type { Unit } from './unit.ts';

/** Who says so, and when it was read or measured. */
export interface Source {
  readonly title: string;
  readonly url?: string;
  /** ISO date of the statement, or of the day it was read; `undated` where the source gives none. */
  readonly asOf: string;
  /** A read directly from the vendor, B well attested, C second-hand, D weak. */
  readonly confidence?: 'A' | 'B' | 'C' | 'D';
  readonly note?: string;
}

/** A number from the world with its source, or a labelled assumption of ours with its reason. */
export interface Fact extends Interval {
  readonly unit: Unit;
  readonly label: string;
  readonly source?: Source;
  /** Set instead of `source` where the literature gives none: why this value. */
  readonly assumption?: string;
}

export const fact = (label: string, value: number | Interval, unit: Unit, source: Source): Fact => ({
  ...(typeof value === 'number' ? exactly(value) : value),
  unit,
  label,
  source,
});

export const assumption = (label: string, value: number | Interval, unit: Unit, reason: string): Fact => ({
  ...(typeof value === 'number' ? exactly(value) : value),
  unit,
  label,
  assumption: reason,
});
