import type { Evidence, EvidenceStatus, Technology, VersionFinding } from '@archwright/model';

/** A live answer younger than this still counts as current. */
const FRESH_DAYS = 1;
const DAY_MS = 86_400_000;

const ageInDays = ({ retrievedAt }: Evidence, now: Date): number => (now.getTime() - Date.parse(retrievedAt)) / DAY_MS;

/**
 * What the evidence says about a technology's version: a pure function of observations and the day. A product with release
 * lines gets the recommended line; the registry's package is a client of it and proves only the client.
 */
export function findVersion(
  technology: Technology,
  evidence: readonly Evidence[],
  silences: readonly string[],
  now: Date,
): VersionFinding {
  const base = { technology: technology.id, name: technology.name, link: technology.documentation, evidence };
  const ended = evidence.find(({ claim }) => claim === 'end-of-life')?.value;
  const deprecated =
    evidence.find(({ claim }) => claim === 'deprecated')?.value ??
    (technology.status === 'active' ? undefined : technology.status);
  const marks = { ...(ended && /^\d/.test(ended) && { endOfLife: ended }), ...(deprecated && { deprecated }) };
  const versions = evidence.filter(({ claim }) => claim === 'version');
  const chosen = technology.identifiers.endoflife
    ? (versions.find(({ source }) => source !== 'npm registry') ?? versions[0])
    : (versions.find(({ origin }) => origin !== 'snapshot') ?? versions[0]);
  if (!technology.versioned)
    return { ...base, ...marks, status: 'unverified', reason: 'a managed service: its vendor runs the version' };
  if (!chosen)
    return { ...base, ...marks, status: 'unverified', reason: silences[0] ?? 'no source available here knows its version' };
  const status: EvidenceStatus = chosen.origin !== 'snapshot' && ageInDays(chosen, now) <= FRESH_DAYS ? 'verified' : 'stale';
  const asOf = chosen.sourceAsOf ?? chosen.retrievedAt;
  const reason =
    status === 'verified'
      ? `${chosen.source}, looked up ${chosen.retrievedAt.slice(0, 10)}`
      : `${chosen.source}, snapshot of ${asOf.slice(0, 10)}: a newer version may exist`;
  return { ...base, ...marks, version: chosen.value, status, reason, asOf };
}
