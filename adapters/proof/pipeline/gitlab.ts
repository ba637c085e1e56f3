import type { Artefact } from '@archwright/model';
import { type LocatedDocument, locatedDocuments, syntaxFault } from '../documents/located-yaml.ts';
import { judge, schemaFindings, type Finding } from '../findings.ts';
import type { Prover } from '../proof.ts';
import { missingFiles } from './github.ts';
import { type Job, type Pipeline, pipelineSchema } from './gitlab-schema.ts';

const BY = { tool: 'GitLab pipeline rules', version: '2026-11-30' };
const CLAIM = 'it follows GitLab’s pipeline language; stages, needs and files resolve (not given to a GitLab server)';

/** Names that are no jobs at the top level of a pipeline. */
const KEYWORDS: ReadonlySet<string> = new Set(['stages', 'workflow', 'include', 'variables', 'default']);
/** Jobs that an included template brings: https://docs.gitlab.com/user/application_security/, read 2026-11-30. */
const TEMPLATE_JOBS: Readonly<Record<string, string>> = {
  container_scanning: 'Jobs/Container-Scanning.gitlab-ci.yml',
  secret_detection: 'Jobs/Secret-Detection.gitlab-ci.yml',
};
/** Stages that are there without being listed. */
const ALWAYS = ['.pre', '.post'];

/** `.gitlab-ci.yml`: its structure, and what jobs refer to. */
export const proveGitlab: Prover = async (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => /(?:^|\/)\.gitlab-ci\.ya?ml$/.test(path))
      .map((file) => judge(BY, CLAIM, file, () => pipelineFindings(file, artefacts), 'no finding')),
  );

function pipelineFindings({ content }: Artefact, artefacts: readonly Artefact[]): readonly Finding[] {
  const [document] = locatedDocuments(content);
  if (!document) return [syntaxFault(content)];
  const faults = schemaFindings(pipelineSchema, document);
  if (faults.length > 0) return faults;
  const pipeline = document.value as Pipeline;
  const jobs = Object.entries(pipeline).filter(([name]) => !KEYWORDS.has(name)) as [string, Job][];
  return jobs.flatMap(([name, job]) => jobFindings(name, job, pipeline, jobs, document, artefacts));
}

function jobFindings(
  name: string,
  { stage = 'test', script, needs = [], rules = [], timeout, environment }: Job,
  { stages = ['build', 'test', 'deploy'], include = [], workflow }: Pipeline,
  jobs: readonly (readonly [string, Job])[],
  document: LocatedDocument,
  artefacts: readonly Artefact[],
): readonly Finding[] {
  const at = (path: readonly (string | number)[], message: string): Finding => ({
    message: `${name}: ${message}`,
    line: document.lineOf([name, ...path]),
  });
  const order = [ALWAYS[0]!, ...stages, ALWAYS[1]!];
  const templates = include.map((one) => (typeof one === 'object' && 'template' in one ? one.template : ''));
  const isTemplate = templates.includes(TEMPLATE_JOBS[name] ?? '-');
  const commands = [script ?? []].flat().join('\n');
  return [
    ...(order.includes(stage) ? [] : [at(['stage'], `there is no stage ${stage}`)]),
    ...(script === undefined && !isTemplate ? [at([], 'it has no script')] : []),
    ...(rules.length === 0 && workflow?.rules === undefined ? [at([], 'it runs in every pipeline: no rules')] : []),
    ...(environment !== undefined && timeout === undefined ? [at([], 'a deployment without a timeout')] : []),
    ...needs.flatMap((need, index) => {
      const wanted = typeof need === 'string' ? need : need.job;
      const other = jobs.find(([one]) => one === wanted)?.[1];
      if (!other) return [at(['needs', index], `there is no job ${wanted}`)];
      return order.indexOf(other.stage ?? 'test') > order.indexOf(stage)
        ? [at(['needs', index], `${wanted} runs in a later stage`)]
        : [];
    }),
    ...missingFiles(commands, artefacts).map((path) => at(['script'], `there is no ${path}`)),
  ];
}
