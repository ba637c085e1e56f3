import type { Artefact, Design } from '@archwright/model';
import { composeFile, localEnvironment } from './compose.ts';
import { dockerfile, dockerignore } from './dockerfile.ts';
import { pipelineArtefact } from './pipeline/index.ts';
import { deliveryOf, platformOf } from './platform.ts';
import { platformArtefacts } from './platforms.ts';
import { releaseScript } from './release/script.ts';
import { rollbackRunbook } from './rollback.ts';

/** Image, local composition, platform, pipeline and roll-back runbook. Nothing for a design without units. */
export function deployArtefacts(design: Design): readonly Artefact[] {
  if (design.architecture.units.length === 0) return [];
  const pulled = deliveryOf(design).gitops !== undefined && platformOf(design).id === 'kubernetes';
  return [
    dockerfile(design),
    dockerignore(design),
    composeFile(design),
    localEnvironment(design),
    ...platformArtefacts(design),
    ...(pulled ? [] : [releaseScript(design)]),
    pipelineArtefact(design),
    rollbackRunbook(design),
  ];
}
