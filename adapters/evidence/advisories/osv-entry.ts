import { orderOf } from '@archwright/engine';
import { plain } from '../observation.ts';
import { asArray, asObject, asText } from '../session.ts';
import type { Advisory } from '../verifiers/advised.ts';

/** What an OSV entry says of one package, as it is kept: ranges as they stand, exact versions. */
export interface AffectedPackage {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly severity?: string;
  readonly ranges: readonly (readonly RangeEvent[])[];
  readonly versions: readonly string[];
}
export interface RangeEvent {
  readonly at: 'introduced' | 'fixed' | 'last_affected' | 'limit';
  readonly version: string;
}

const EVENTS = ['introduced', 'fixed', 'last_affected', 'limit'] as const;
const MOST_EVENTS = 500;
const MOST_VERSIONS = 5_000;

/** Names are compared as each registry does it: Python's without regard to case, dots and underscores. */
export const advisoryName = (ecosystem: string, name: string): string =>
  ecosystem === 'PyPI' ? name.toLowerCase().replaceAll(/[-_.]+/g, '-') : name;

/** The packages of an ecosystem that an entry is about; none where it was withdrawn or is no entry at all. */
export function affectedPackages(
  entry: Readonly<Record<string, unknown>>,
  ecosystem: string,
): ReadonlyMap<string, AffectedPackage> {
  const id = asText(entry['id']);
  const found = new Map<string, AffectedPackage>();
  if (id === undefined || !/^[\w.:-]{3,80}$/.test(id) || typeof entry['withdrawn'] === 'string') return found;
  for (const affected of asArray(entry['affected']).map(asObject)) {
    const about = asObject(affected['package']);
    const name = asText(about['name']);
    // Suffixes such as `Maven:https://…` name a registry of the same ecosystem.
    if (name === undefined || asText(about['ecosystem'])?.split(':')[0] !== ecosystem) continue;
    const key = advisoryName(ecosystem, name);
    const known = found.get(key);
    const severity = severityOf(entry, affected);
    found.set(key, {
      id,
      aliases: asArray(entry['aliases'])
        .flatMap((one) => asText(one) ?? [])
        .slice(0, 10),
      title: plain(asText(entry['summary']) ?? asText(entry['details']) ?? 'no summary', 160),
      ...(severity !== undefined && { severity }),
      ranges: [...(known?.ranges ?? []), ...asArray(affected['ranges']).flatMap((one) => rangeOf(asObject(one)))],
      versions: [...(known?.versions ?? []), ...asArray(affected['versions']).flatMap((one) => asText(one) ?? [])].slice(
        0,
        MOST_VERSIONS,
      ),
    });
  }
  return found;
}

const severityOf = (entry: Readonly<Record<string, unknown>>, affected: Readonly<Record<string, unknown>>): string | undefined =>
  [asObject(entry['database_specific']), asObject(affected['database_specific']), asObject(affected['ecosystem_specific'])]
    .map((one) => asText(one['severity']))
    .find((word) => word !== undefined && /^[a-z]{3,10}$/i.test(word))
    ?.toLowerCase();

/** Commit ranges say nothing of versions. */
function rangeOf(range: Readonly<Record<string, unknown>>): readonly (readonly RangeEvent[])[] {
  if (range['type'] === 'GIT') return [];
  const events = asArray(range['events'])
    .slice(0, MOST_EVENTS)
    .flatMap((one) =>
      EVENTS.flatMap((at): RangeEvent[] => {
        const version = asText(asObject(one)[at]);
        return version === undefined ? [] : [{ at, version: version.slice(0, 120) }];
      }),
    );
  return events.length === 0 ? [] : [events];
}

/**
 * Whether a version lies in what is affected, by the evaluation algorithm of the OSV schema with the ecosystem's own order.
 *
 * @source https://ossf.github.io/osv-schema/#evaluation
 */
export function isAffected({ ranges, versions }: AffectedPackage, version: string, ecosystem: string): boolean {
  const { compare } = orderOf(ecosystem);
  const own = bare(version, ecosystem);
  if (versions.some((one) => one === own || compare(one, own) === 0)) return true;
  const atLeast = (bound: string): boolean => bound === '0' || (compare(own, bound) ?? -1) >= 0;
  return ranges.some((events) => {
    const limits = events.filter(({ at }) => at === 'limit');
    if (limits.length > 0 && limits.every(({ version: limit }) => limit !== '*' && atLeast(limit))) return false;
    const sorted = events.toSorted((a, b) =>
      a.version === '0' ? -1 : b.version === '0' ? 1 : (compare(a.version, b.version) ?? 0),
    );
    return sorted.reduce((inside, { at, version: bound }) => {
      if (at === 'introduced' && atLeast(bound)) return true;
      if (at === 'fixed' && atLeast(bound)) return false;
      if (at === 'last_affected' && atLeast(bound) && compare(own, bound) !== 0) return false;
      return inside;
    }, false);
  });
}

const bare = (version: string, ecosystem: string): string => (ecosystem === 'Go' ? version.replace(/^v/, '') : version);

/** The lowest version above the one in use that an advisory calls fixed. */
export function fixedAbove({ ranges }: AffectedPackage, version: string, ecosystem: string): string | undefined {
  const { compare } = orderOf(ecosystem);
  const own = bare(version, ecosystem);
  return ranges
    .flat()
    .filter(({ at, version: bound }) => at === 'fixed' && compare(bound, own) === 1)
    .map(({ version: bound }) => bound)
    .toSorted((a, b) => compare(a, b) ?? 0)[0];
}

export const asAdvisory = (affected: AffectedPackage, version: string, ecosystem: string): Advisory => {
  const { id, aliases, title, severity } = affected;
  const fixed = fixedAbove(affected, version, ecosystem);
  return {
    id,
    aliases,
    title,
    ...(severity !== undefined && { severity }),
    ...(fixed !== undefined && { fixed }),
    url: `https://osv.dev/vulnerability/${id}`,
  };
};

/** An entry that a service named for a version; what it says of the package, where it says anything. */
export function advisoryFrom(
  entry: Readonly<Record<string, unknown>>,
  ecosystem: string,
  name: string,
  version: string,
): Advisory {
  const affected = affectedPackages(entry, ecosystem).get(advisoryName(ecosystem, name));
  return affected
    ? asAdvisory(affected, version, ecosystem)
    : { id: String(entry['id']), aliases: [], title: plain(asText(entry['summary']) ?? 'no summary', 160) };
}
