import type { Evidence } from '@archwright/model';
import type { Judged } from './judge.ts';
import { claiming } from './observations.ts';
import { isCurrent, tierRank } from './policy.ts';
import { orderOf } from './version-order/index.ts';

/** Things of their own that a name can stand for: packages in this order, then what is released elsewhere. */
const LINES = 'line:';
/** Packages of a registry, not images or repositories. */
const CLIENT = /^pkg:(?!docker\/|github\/)/;
const PLACES = ['pkg:npm/', 'pkg:pypi/', 'pkg:golang/', 'pkg:maven/', 'pkg:cargo/', 'pkg:github/', 'pkg:docker/'];

const aboutOf = ({ about = '' }: Evidence): string => about;
const placeRank = (evidence: Evidence): number => {
  const found = PLACES.findIndex((place) => aboutOf(evidence).startsWith(place));
  return found < 0 ? PLACES.length : found;
};

/**
 * The observation that names the version: for a product with release lines its line, otherwise its package, otherwise its releases.
 * The registry's package of a product with lines is a client of it and proves only the client. Current answers come before old ones.
 */
export function versionNamed(technology: Judged, evidence: readonly Evidence[], now: Date): Evidence | undefined {
  const { inUse, identifiers } = technology;
  if (inUse !== undefined)
    return ranked(
      claiming(evidence, 'version', 'exists').filter(({ value }) => value === inUse),
      now,
    )[0];
  const versions = claiming(evidence, 'version');
  const lines = versions.filter((one) => aboutOf(one).startsWith(LINES));
  if (identifiers.endoflife !== undefined && lines.length > 0) return ranked(lines, now)[0];
  // What ships as an image is a server: the packages of registries are its clients.
  const isServer = identifiers.oci !== undefined;
  const others = versions.filter((one) => !lines.includes(one) && !(isServer && CLIENT.test(aboutOf(one))));
  const first = Math.min(...others.map(placeRank));
  return ranked(
    others.filter((one) => placeRank(one) === first),
    now,
  )[0];
}

/** Current ones first, then by trust, then the newest; by id where nothing else tells them apart. */
function ranked(candidates: readonly Evidence[], now: Date): readonly Evidence[] {
  const worth = (one: Evidence): number => (isCurrent(one, now) ? 0 : 1);
  return candidates.toSorted(
    (a, b) =>
      worth(a) - worth(b) ||
      tierRank(a) - tierRank(b) ||
      Date.parse(b.retrievedAt) - Date.parse(a.retrievedAt) ||
      ((a.id ?? '') < (b.id ?? '') ? -1 : 1),
  );
}

/** Answers further apart than this are news, not a contradiction. */
const SAME_TIME_MS = 86_400_000;

/**
 * Equally trusted, of the same time, about the same thing, and saying something else: neither wins. The time between the answers
 * counts, not their age, so a contradiction does not dissolve by waiting.
 */
export const clashWith = (chosen: Evidence, evidence: readonly Evidence[]): readonly Evidence[] =>
  claiming(evidence, 'version').filter(
    (one) =>
      chosen.claim === 'version' &&
      aboutOf(one) === aboutOf(chosen) &&
      tierRank(one) === tierRank(chosen) &&
      one.value !== chosen.value &&
      Math.abs(Date.parse(one.retrievedAt) - Date.parse(chosen.retrievedAt)) <= SAME_TIME_MS,
  );

/**
 * A higher stable version of the same line, seen by anyone: existence is one-sided, so it makes a lower "current" stale without
 * becoming current itself.
 */
export function newerThan(chosen: Evidence, evidence: readonly Evidence[]): Evidence | undefined {
  const isLine = aboutOf(chosen).startsWith(LINES);
  const order = orderOf(ecosystemOf(chosen));
  const line = isLine ? `${aboutOf(chosen).split('/').at(-1)}.` : '';
  const seen = claiming(evidence, 'version', 'exists').filter((one) => {
    const comparable = isLine
      ? aboutOf(one) === aboutOf(chosen) || /^pkg:(?:docker|github)\//.test(aboutOf(one))
      : aboutOf(one) === aboutOf(chosen);
    return (
      comparable && `${one.value}.`.startsWith(line) && order.isStable(one.value) && order.compare(one.value, chosen.value) === 1
    );
  });
  return seen.toSorted((a, b) => order.compare(b.value, a.value) ?? 0)[0];
}

/** `pkg:pypi/…` → `pypi`. */
export const ecosystemOf = (evidence: Evidence): string => /^pkg:([a-z]+)\//.exec(aboutOf(evidence))?.[1] ?? '';
