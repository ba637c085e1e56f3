import type { Artefact, Design } from '@archwright/model';
export const platformArtefacts = (_design: Design): readonly Artefact[] => [];
