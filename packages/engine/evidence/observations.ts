import type { Claim, Evidence } from '@archwright/model';
import { tierRank } from './policy.ts';

/** Newest first, then the more trusted, then by id: one order whatever order the observations came in. */
const newestFirst = (a: Evidence, b: Evidence): number =>
  Date.parse(b.retrievedAt) - Date.parse(a.retrievedAt) ||
  tierRank(a) - tierRank(b) ||
  ((a.id ?? '') < (b.id ?? '') ? -1 : (a.id ?? '') > (b.id ?? '') ? 1 : 0);

/** Two facts about the same thing from the same place: the newer one replaces the older. */
const OPPOSITES: Partial<Record<Claim, string>> = {
  deprecated: 'lifecycle',
  maintained: 'lifecycle',
  advisory: 'advisories',
  'no-advisory': 'advisories',
};
const placeOf = ({ source, locator, about = '', claim, version = '' }: Evidence): string =>
  JSON.stringify([source, locator, about, OPPOSITES[claim] ?? claim, version]);

/**
 * The observations that still speak: of one source and place only those of its last answer, so an advisory that was withdrawn or
 * a version that was superseded does not linger. Observations without an id are no part of a ledger and are left out.
 */
export function standing(observations: readonly Evidence[]): readonly Evidence[] {
  const latest = new Map<string, string>();
  const sorted = observations.filter(({ id }) => id !== undefined).toSorted(newestFirst);
  return sorted.filter((one, index) => {
    const place = placeOf(one);
    const time = latest.get(place) ?? one.retrievedAt;
    latest.set(place, time);
    return time === one.retrievedAt && sorted.findIndex(({ id }) => id === one.id) === index;
  });
}

export const claiming = (observations: readonly Evidence[], ...claims: readonly Claim[]): readonly Evidence[] =>
  observations.filter(({ claim }) => claims.includes(claim));

/** Where an observation can be looked up, in a word: `npm registry, 2026-11-30`. */
export const citation = ({ source, sourceAsOf, retrievedAt, origin }: Evidence): string =>
  `${source}, ${origin === 'snapshot' ? 'snapshot of ' : ''}${(origin === 'snapshot' ? (sourceAsOf ?? retrievedAt) : retrievedAt).slice(0, 10)}`;
