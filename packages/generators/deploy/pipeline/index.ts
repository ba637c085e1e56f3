import type { Artefact, Design } from '@archwright/model';
import { deliveryOf } from '../platform.ts';
import { githubWorkflow } from './github.ts';
import { gitlabPipeline } from './gitlab.ts';

const PIPELINES = { github: githubWorkflow, gitlab: gitlabPipeline } as const;

/** The pipeline of the delivery decision. */
export const pipelineArtefact = (design: Design): Artefact => PIPELINES[deliveryOf(design).pipeline](design);
