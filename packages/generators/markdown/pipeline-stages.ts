import type { Artefact } from '@archwright/model';
import { parse } from 'yaml';

/** The stages of a pipeline as its own file has them. */
export interface PipelineStages {
  readonly file: string;
  readonly stages: readonly string[];
}

const WORKFLOW = /(?:^|\/)(?:\.?github\/workflows\/[^/]{1,80}|\.?gitlab-ci|[^/]{0,80}pipeline[^/]{0,80})\.ya?ml$/;

/**
 * Reads `jobs` (GitHub) or `stages` (GitLab) of the pipeline that deploys, so that the text cannot promise a stage the file
 * does not have. Of several workflows the one with most stages is the path to production.
 */
export function pipelineStages(artefacts: readonly Artefact[]): PipelineStages | undefined {
  const found = artefacts
    .filter(({ path }) => WORKFLOW.test(path))
    .flatMap(({ path, content }) => {
      const stages = stagesOf(content);
      return stages.length > 0 ? [{ file: path, stages }] : [];
    });
  return found.toSorted((a, b) => b.stages.length - a.stages.length)[0];
}

function stagesOf(content: string): readonly string[] {
  const document: unknown = parse(content, { maxAliasCount: 10 });
  if (typeof document !== 'object' || document === null) return [];
  const { jobs, stages } = document as { readonly jobs?: unknown; readonly stages?: unknown };
  if (Array.isArray(stages)) return stages.filter((stage): stage is string => typeof stage === 'string');
  return typeof jobs === 'object' && jobs !== null ? Object.keys(jobs) : [];
}
