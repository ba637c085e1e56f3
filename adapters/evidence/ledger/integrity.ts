import type { VersionFinding } from '@archwright/model';
import { observationId } from '../observation.ts';

/** What was changed in, or taken out of, the observations of a finding since it was written; empty where nothing was. */
export function integrityOf({ evidence, restsOn = [] }: VersionFinding): readonly string[] {
  const ids = new Set(evidence.map(({ id }) => id));
  return [
    ...evidence
      .filter((one) => one.id !== observationId(one))
      .map(({ claim, source }) => `the observation “${claim}” of ${source} is not the one that was made`),
    ...restsOn.filter((id) => !ids.has(id)).map((id) => `observation ${id} is missing`),
  ];
}
