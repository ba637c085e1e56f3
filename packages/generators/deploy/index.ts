import type { Artefact, Design } from '@archwright/model';
import { composeFile, localEnvironment } from './compose.ts';
import { dockerfile, dockerignore } from './dockerfile.ts';

/** Image, local composition, platform, pipeline and roll-back runbook. Nothing for a design without units. */
export function deployArtefacts(design: Design): readonly Artefact[] {
  if (design.architecture.units.length === 0) return [];
  return [dockerfile(design), dockerignore(design), composeFile(design), localEnvironment(design)];
}
