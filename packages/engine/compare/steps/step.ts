import type { MigrationPhase, MigrationStep } from '@archwright/model';

/** A step before its hours and prices are known; `share` is its part of the hours that moving takes. */
export interface StepTemplate extends Omit<MigrationStep, 'subject' | 'hours' | 'monthlyMeanwhile'> {
  readonly share: number;
}

/** One step, written in the order in which it reads: what is done, the way back, what can go wrong. */
export const step = (
  phase: MigrationPhase,
  share: number,
  text: string,
  rollback: string,
  risk: string,
  reversible = true,
): StepTemplate => ({ phase, share, step: text, rollback, risk, reversible });
