import type { Artefact, Design } from '@archwright/model';
export const provisionScript = (_design: Design): readonly Artefact[] => [];
