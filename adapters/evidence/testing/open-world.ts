import type { VersionFinding } from '@archwright/model';
import { type EvidenceOptions, type OpenEvidence, openEvidence } from '../open-evidence.ts';
import { type LookUp, verifySubjects } from '../verify.ts';
import type { Subject } from '../subject.ts';
import type { FixtureWorld } from './fixture-world.ts';

export const NOW = new Date('2026-11-30T12:00:00Z');

/** Sources that ask a fixture world, fast to give up. */
export const openWorld = (world: FixtureWorld, more: Partial<EvidenceOptions> = {}): Promise<OpenEvidence> =>
  openEvidence({
    now: NOW,
    offline: false,
    endpoints: world.endpoints(),
    environment: {},
    clientVersion: '0.0.0',
    timeMs: 60_000,
    timeoutMs: 150,
    pauseMs: 1,
    chance: () => 0.5,
    ...more,
  });

export const subject = (more: Partial<Subject> & Pick<Subject, 'id'>): Subject => ({
  name: more.id,
  packages: [],
  documents: [],
  retired: [],
  ...more,
});

/** A thing to look up whose version is to be recommended, or judged where one is in use. */
export const lookUp = (of: Subject, judged: Partial<LookUp['judged']> = {}): LookUp => ({
  subject: of,
  judged: {
    id: of.id,
    name: of.name,
    documentation: 'https://docs.example/',
    versioned: true,
    status: 'active',
    identifiers: {
      ...(of.lines && { endoflife: of.lines.product }),
      ...(of.image !== undefined && { oci: of.image }),
    },
    ...judged,
  },
});

/** One look-up from beginning to end. */
export async function verdictOn(world: FixtureWorld, one: LookUp, more: Partial<EvidenceOptions> = {}): Promise<VersionFinding> {
  const evidence = await openWorld(world, more);
  const [finding] = await verifySubjects([one], evidence.verifiers, evidence.session);
  await evidence.close([finding!]);
  return finding!;
}
