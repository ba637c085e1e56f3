import type { Artefact, Design } from '@archwright/model';
import { FUNCTION_PLATFORMS } from './functions/index.ts';
import { infrastructureArtefacts } from './infrastructure/index.ts';
import { kubernetesArtefacts } from './kubernetes/index.ts';
import { machineArtefacts } from './machine/index.ts';
import { type PlatformId, platformOf } from './platform.ts';

const OWN: Partial<Record<PlatformId, (design: Design) => readonly Artefact[]>> = {
  kubernetes: kubernetesArtefacts,
  machine: machineArtefacts,
  containers: machineArtefacts,
  ...FUNCTION_PLATFORMS,
};

/** The files of the chosen platform: what it runs, and what it stands on. */
export const platformArtefacts = (design: Design): readonly Artefact[] => [
  ...(OWN[platformOf(design).id]?.(design) ?? []),
  ...infrastructureArtefacts(design),
];
