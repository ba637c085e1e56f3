export { buildDatabase, databaseState, type DatabaseState } from './advisories/store.ts';
export { syncAdvisories } from './advisories/sync.ts';
export type { Server } from './context7/connection.ts';
export { integrityOf } from './ledger/integrity.ts';
export { brokenAt, chain, Ledger, type LedgerEntry } from './ledger/ledger.ts';
export {
  defaultContext7,
  type Endpoint,
  type Endpoints,
  ENDPOINTS,
  type EvidenceOptions,
  OFF,
  openEvidence,
} from './open-evidence.ts';
export { probeSources, type SourceState } from './probe.ts';
export type { Session } from './session.ts';
export { type Cycle, recommendedCycle, type Snapshot, shippedSnapshot, snapshotSource } from './snapshot.ts';
export { ECOSYSTEMS, type Ecosystem, isPackageName, type Package, packageUrl, type Subject, subjectOf } from './subject.ts';
export { fetchFor } from './transport/proxy.ts';
export type { Verifier } from './verifier.ts';
export { type LookUp, verifySubjects, verifyTechnologies } from './verify.ts';
