import type { Artefact, Design } from '@archwright/model';
import { infrastructureArtefacts } from './infrastructure/index.ts';
import { kubernetesArtefacts } from './kubernetes/index.ts';
import { platformOf } from './platform.ts';

/** The files of the chosen platform. */
export const platformArtefacts = (design: Design): readonly Artefact[] => [
  ...(platformOf(design).id === 'kubernetes' ? kubernetesArtefacts(design) : []),
  ...infrastructureArtefacts(design),
];
