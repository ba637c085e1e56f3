import type { Severity } from './alert.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** One pair of windows: it fires when both burn the budget faster than `burn` times the sustainable rate. */
export interface BurnWindow {
  readonly id: 'fast' | 'medium' | 'slow' | 'drain';
  readonly long: number;
  readonly short: number;
  readonly burn: number;
  /** Share of bad events above which it fires, 0-1. */
  readonly threshold: number;
  readonly severity: Severity;
  readonly budgetShare: number;
}

const PAIRS = [
  { id: 'fast', long: HOUR, short: 5 * 60, budgetShare: 0.02, severity: 'page' },
  { id: 'medium', long: 6 * HOUR, short: 30 * 60, budgetShare: 0.05, severity: 'page' },
  { id: 'slow', long: DAY, short: 2 * HOUR, budgetShare: 0.1, severity: 'ticket' },
  { id: 'drain', long: 3 * DAY, short: 6 * HOUR, budgetShare: 0.1, severity: 'ticket' },
] as const;

/** Every window the recording rules must cover, in s. */
export const RECORDED_WINDOWS: readonly number[] = [...new Set(PAIRS.flatMap(({ long, short }) => [short, long]))].sort(
  (a, b) => a - b,
);

/**
 * Multi-window, multi-burn-rate thresholds of an objective.
 *
 * @param objective - share of good events, 0-1
 * @returns the pairs that can fire at all: a pair whose threshold is above 1 is left out, and the others cover for it;
 *   an objective of 1 has a threshold of 0: any bad event fires
 * @source burn = share of the budget × SLO window ÷ long window; shares and windows: The Site Reliability Workbook, ch. 5,
 *   https://sre.google/workbook/alerting-on-slos/
 */
export function burnWindows(objective: number, windowDays: number): readonly BurnWindow[] {
  const budget = Math.max(0, 1 - objective);
  return PAIRS.map((pair) => {
    const burn = Math.max(1, (pair.budgetShare * windowDays * DAY) / pair.long);
    return { ...pair, burn, threshold: burn * budget };
  }).filter(({ threshold }) => threshold < 1);
}
