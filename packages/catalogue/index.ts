import type { Catalogue } from '@archwright/model';
import { decisionPoints } from './decision-points.ts';
import { archetypesEntries, complianceEntries, failureModesEntries, mechanismsEntries, optionsEntries, technologiesEntries } from './registry.ts';

export * from './define.ts';

/** Everything the engine knows. Prices and baselines stand inside the options that use them, each with its source. */
export const catalogue: Catalogue = {
  asOf: '2026-11-22',
  technologies: technologiesEntries,
  decisionPoints,
  options: optionsEntries,
  archetypes: archetypesEntries,
  mechanisms: mechanismsEntries,
  failureModes: failureModesEntries,
  compliance: complianceEntries,
};
