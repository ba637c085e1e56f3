export { cached } from './cache.ts';
export { findVersion } from './find-version.ts';
export { npmRegistry, type NpmRegistryOptions } from './npm-registry.ts';
export type { EvidenceSource, Observation } from './observation.ts';
export { recommendedCycle, type Cycle, shippedSnapshot, type Snapshot, snapshotSource } from './snapshot.ts';
export { verifyTechnologies } from './verify.ts';
