import type { Evidence, Technology, VersionFinding } from '@archwright/model';
import { findVersion } from './find-version.ts';
import type { EvidenceSource } from './observation.ts';

/** Registry look-ups that run at the same time. */
const CONCURRENCY = 8;

/**
 * Evidence for each technology from every source that covers it, in the order given.
 *
 * @param sources - live ones first; a source that does not answer is a recorded reason, never a failure
 */
export async function verifyTechnologies(
  technologies: readonly Technology[],
  sources: readonly EvidenceSource[],
  now: Date,
): Promise<readonly VersionFinding[]> {
  const findings: VersionFinding[] = Array.from({ length: technologies.length });
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < technologies.length; index = next++)
      findings[index] = await verifyOne(technologies[index]!, sources, now);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return findings;
}

async function verifyOne(technology: Technology, sources: readonly EvidenceSource[], now: Date): Promise<VersionFinding> {
  const observations = await Promise.all(
    sources.filter((source) => source.covers(technology)).map((source) => source.observe(technology, now)),
  );
  const evidence: readonly Evidence[] = observations.flatMap((one) => (one.kind === 'observed' ? one.evidence : []));
  const silences = observations.flatMap((one) => (one.kind === 'no-answer' ? [`${one.source}: ${one.reason}`] : []));
  return findVersion(technology, evidence, silences, now);
}
