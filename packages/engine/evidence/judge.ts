import type { Attempt, Evidence, EvidenceStatus, Technology, VersionFinding } from '@archwright/model';
import { adviceOn } from './advice-on.ts';
import { guidanceFrom } from './guidance-from.ts';
import { lifecycleOf } from './lifecycle-of.ts';
import { citation, standing } from './observations.ts';
import { isCurrent } from './policy.ts';
import { clashWith, newerThan, versionNamed } from './version-named.ts';

/** What the judgement needs to know of a technology, or of a package in use. */
export interface Judged extends Pick<Technology, 'id' | 'name' | 'documentation' | 'versioned' | 'status' | 'identifiers'> {
  /** The version in use; absent where one is to be recommended. */
  readonly inUse?: string;
}

/**
 * What the observations say about a technology's version: a pure function of observations, time and the policy beside it. The order
 * of the observations changes nothing; as time passes a verdict only gets weaker.
 *
 * @param attempts - what every source that was asked answered; they give the reasons, never the facts
 */
export function judge(
  technology: Judged,
  observations: readonly Evidence[],
  attempts: readonly Attempt[],
  now: Date,
): VersionFinding {
  const evidence = standing(observations);
  const chosen = versionNamed(technology, evidence, now);
  const version = technology.versioned ? (technology.inUse ?? chosen?.value) : undefined;
  const rivals = chosen ? clashWith(chosen, evidence) : [];
  const newer = chosen && technology.inUse === undefined ? newerThan(chosen, evidence) : undefined;
  const lifecycle = lifecycleOf(technology, evidence, chosen, now);
  return {
    technology: technology.id,
    name: technology.name,
    link: technology.documentation,
    ...(version !== undefined && { version }),
    ...verdict(technology, chosen, rivals, newer, attempts, now),
    ...lifecycle.marks,
    ...currentBeside(technology, evidence, now),
    evidence,
    judgedAt: now.toISOString(),
    restsOn: evidence.map(({ id }) => id!).sort(),
    attempts,
    disagreements: [
      ...rivals.map((rival) => clash(chosen!, rival)),
      ...(newer ? [clash(chosen!, newer)] : []),
      ...lifecycle.disagreements,
    ],
    advisories: adviceOn(version, evidence, attempts, now),
    guidance: guidanceFrom(evidence, attempts, now),
  };
}

const clash = (a: Evidence, b: Evidence): string =>
  `${a.source} says ${a.value} (${a.locator}), ${b.source} says ${b.value} (${b.locator})`;

function verdict(
  { versioned }: Judged,
  chosen: Evidence | undefined,
  rivals: readonly Evidence[],
  newer: Evidence | undefined,
  attempts: readonly Attempt[],
  now: Date,
): { readonly status: EvidenceStatus; readonly reason: string; readonly asOf?: string } {
  if (!versioned) return { status: 'unverified', reason: 'a managed service: its vendor runs the version' };
  if (!chosen) return { status: 'unverified', reason: whyUnknown(attempts) };
  const asOf = chosen.origin === 'snapshot' ? (chosen.sourceAsOf ?? chosen.retrievedAt) : chosen.retrievedAt;
  if (rivals.length > 0) return { status: 'conflict', reason: `${citation(chosen)} and ${citation(rivals[0]!)} disagree`, asOf };
  if (newer) return { status: 'stale', reason: `${newer.source} has seen ${newer.value}, which is newer`, asOf };
  if (isCurrent(chosen, now) && chosen.tier !== undefined && chosen.tier <= 'C')
    return { status: 'verified', reason: `${chosen.source}, looked up ${asOf.slice(0, 10)}`, asOf };
  const what = chosen.origin === 'snapshot' ? 'snapshot of' : 'last looked up';
  return { status: 'stale', reason: `${chosen.source}, ${what} ${asOf.slice(0, 10)}: a newer version may exist`, asOf };
}

/** Sources that answer about vulnerabilities or documents, not about versions. */
const NOT_VERSIONS = /advisor|osv|context7/i;

/** The first source that failed says more than those that cannot know. */
function whyUnknown(attempts: readonly Attempt[]): string {
  const asked = attempts.filter(({ source }) => !NOT_VERSIONS.test(source));
  const failed = asked.find(({ outcome }) => !['observed', 'absent', 'unsupported', 'skipped'].includes(outcome));
  const told = failed ?? asked.find(({ outcome }) => outcome === 'absent') ?? asked.find(({ outcome }) => outcome === 'skipped');
  return told ? `${told.source}: ${told.reason}` : 'no source available here knows its version';
}

/** For a version in use: what its source calls current today. */
function currentBeside(technology: Judged, evidence: readonly Evidence[], now: Date): { readonly current?: string } {
  if (technology.inUse === undefined) return {};
  const { inUse, ...unused } = technology;
  const current = versionNamed(unused, evidence, now);
  return current && current.value !== inUse ? { current: current.value } : {};
}
