import type { Artefact, Design } from '@archwright/model';
import { alertTestsFile } from './alert-tests.ts';
import { alertsFile } from './alerts.ts';

export const operateArtefacts = (design: Design): readonly Artefact[] => [alertsFile(design), alertTestsFile(design)];
