import type { Catalogue, VersionFinding } from '@archwright/model';
import { judge } from '../evidence/judge.ts';

/** What a finding says about its technology; its observations aside. */
const said = ({ version, current, status, reason, asOf, endOfLife, deprecated, advisories, guidance }: VersionFinding): string =>
  JSON.stringify([version, current, status, reason, asOf, endOfLife, deprecated, advisories, guidance]);

/**
 * Faults between what is said of versions and the observations it rests on: a finding is judged again from its observations alone, at
 * the time it was judged, and must come out the same, with every observation it rests on still there.
 */
export function ledgerFaults(versions: readonly VersionFinding[], { technologies }: Catalogue): readonly string[] {
  return versions.flatMap((finding) => {
    const { technology, name, version, evidence, restsOn, judgedAt, attempts = [] } = finding;
    if (restsOn === undefined || judgedAt === undefined)
      return version === undefined ? [] : [`${name} ${version} was never judged by its observations`];
    const ids = new Set(evidence.map(({ id }) => id));
    const missing = restsOn.filter((id) => !ids.has(id));
    if (missing.length > 0) return [`${name}: ${missing.length} of the observations it rests on are missing`];
    const known = technologies.find(({ id }) => id === technology);
    if (!known) return [`${name} is not in the catalogue`];
    const again = judge(known, evidence, attempts, new Date(judgedAt));
    if (again.restsOn!.join() !== restsOn.join()) return [`${name} rests on other observations than it says`];
    return said(again) === said(finding) ? [] : [`what is said of ${name} does not follow from its observations`];
  });
}
