import { observe } from '../observation.ts';
import { failure, type Outcome } from '../outcome.ts';
import { ECOSYSTEMS, type Ecosystem } from '../subject.ts';
import { advisorySource } from '../verifiers/advised.ts';
import { OSV_ECOSYSTEMS } from '../verifiers/osv.ts';
import type { Verifier } from '../verifier.ts';
import { asAdvisory, isAffected } from './osv-entry.ts';
import { advisoriesOf, CANARIES, databaseState } from './store.ts';

/**
 * Advisories of the synchronised database, for work without a network. Each answer is checked against the canary of its ecosystem; how
 * long it counts is decided by the day the database is of.
 */
export function advisoryDatabase(root: string): Verifier {
  const checked = new Map<Ecosystem, boolean>();
  const isBelieved = (ecosystem: Ecosystem): boolean => {
    if (!checked.has(ecosystem)) checked.set(ecosystem, isCanaryFlagged(root, ecosystem));
    return checked.get(ecosystem)!;
  };
  const source = advisorySource({
    id: 'advisory-database',
    name: 'advisory database',
    tier: 'C',
    ecosystems: ECOSYSTEMS,
    ask: async ({ ecosystem, name, version }) => {
      const state = databaseState(root, ecosystem);
      if (!state)
        return failure('skipped', `no ${OSV_ECOSYSTEMS[ecosystem]} advisories were synchronised (archwright advisories sync)`);
      if (!isBelieved(ecosystem)) return failure('malformed', 'the database does not flag what is known to be vulnerable');
      const known = advisoriesOf(root, state, name);
      if (!known) return failure('malformed', 'the database cannot be read');
      const osv = OSV_ECOSYSTEMS[ecosystem];
      return {
        kind: 'found',
        value: known.filter((one) => isAffected(one, version, osv)).map((one) => asAdvisory(one, version, osv)),
        locator: `${state.source}#${state.archiveDigest.slice(0, 19)}`,
        digest: state.archiveDigest,
        retrievedAt: new Date(state.asOf).toISOString(),
        origin: 'cache',
      };
    },
  });
  return { ...source, verify: async (subject, session) => (await source.verify(subject, session)).map(ofDatabase) };
}

/** What came out of the database is said to, so that its own time of validity applies. */
const ofDatabase = (outcome: Outcome): Outcome =>
  outcome.kind === 'observed'
    ? { ...outcome, observations: outcome.observations.map((one) => observe({ ...one, origin: 'database' })) }
    : outcome;

function isCanaryFlagged(root: string, ecosystem: Ecosystem): boolean {
  const [state, canary] = [databaseState(root, ecosystem), CANARIES[ecosystem]];
  const known = state && canary ? advisoriesOf(root, state, canary.name) : undefined;
  return known !== undefined && known.some((one) => isAffected(one, canary!.version, OSV_ECOSYSTEMS[ecosystem]));
}
