import type { Attempt, Evidence, OutcomeKind } from '@archwright/model';

/** What asking a source came to; a closed union, so a verifier has no other way to end. Verifiers never throw. */
export type Outcome =
  | { readonly kind: 'observed'; readonly source: string; readonly observations: readonly Evidence[] }
  | { readonly kind: 'absent' | FailureKind; readonly source: string; readonly reason: string };

export type FailureKind = Exclude<OutcomeKind, 'observed' | 'absent'>;

/** Why there is no answer; `retryAfterS` where the source said when to come back. */
export interface Failure {
  readonly kind: 'absent' | FailureKind;
  readonly reason: string;
  readonly retryAfterS?: number;
  readonly to?: string;
}

export const failure = (kind: Failure['kind'], reason: string, more: Partial<Failure> = {}): Failure => ({
  kind,
  reason,
  ...more,
});

export const failed = (source: string, { kind, reason }: Failure): Outcome => ({ kind, source, reason });

/** The outcome as it is kept beside the facts. */
export const attemptOf = (outcome: Outcome): Attempt =>
  outcome.kind === 'observed'
    ? { source: outcome.source, outcome: 'observed', reason: `${outcome.observations.length} observations` }
    : { source: outcome.source, outcome: outcome.kind, reason: outcome.reason };
