import type { Claim, Evidence } from '@archwright/model';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long an observation counts as current, by claim: what changes daily is asked daily, dates of support and the engines of an
 * exact version are not. Documentation is refreshed upstream every day at the earliest.
 */
const CURRENT_MS: Readonly<Record<Claim, number>> = {
  version: DAY_MS,
  exists: DAY_MS,
  deprecated: DAY_MS,
  maintained: DAY_MS,
  'end-of-life': 30 * DAY_MS,
  engines: 365 * DAY_MS,
  advisory: 12 * HOUR_MS,
  'no-advisory': 12 * HOUR_MS,
  documentation: 3 * DAY_MS,
};
/** A synchronised advisory database is asked for again once a week. */
export const DATABASE_CURRENT_MS = 7 * DAY_MS;

/** How long an answer is current; a shipped snapshot never is, whatever its age. */
export function currentMs({ claim, origin }: Pick<Evidence, 'claim' | 'origin'>): number {
  if (origin === 'snapshot') return 0;
  if (origin === 'curated') return Number.POSITIVE_INFINITY;
  return origin === 'database' ? DATABASE_CURRENT_MS : CURRENT_MS[claim];
}

/** Whether an observation is current at a time. Once it is not, only a new observation helps. */
export const isCurrent = (evidence: Evidence, now: Date): boolean => {
  const age = now.getTime() - Date.parse(evidence.retrievedAt);
  return age < currentMs(evidence);
};

const TIERS = ['A', 'B', 'C', 'D', 'E'];
/** 0 is the most trusted; what has no tier is trusted least. */
export const tierRank = ({ tier }: Evidence): number => (tier === undefined ? TIERS.length : TIERS.indexOf(tier));
