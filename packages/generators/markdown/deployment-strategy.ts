import type { Decision, DeploymentUnit, Slo } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { outcomeOf, versioned } from './files.ts';
import { bullets, numbered, section, stack, table } from './page.ts';
import { pipelineStages } from './pipeline-stages.ts';
import type { Material } from './writer.ts';
import { inline, listed, sentence } from './text.ts';

const DEPLOYED = /^(?:deploy\/|\.github\/|\.gitlab-ci|infrastructure\/)/;

/** Deliverable 8: how a change reaches production and leaves it again, from the decisions, the units and the files. */
export function deploymentStrategy(material: Material): string {
  const { units } = material.design.architecture;
  const decisions = ['delivery', 'compute', 'infrastructure-code'].flatMap(
    (id) => material.design.decisions.find((one) => one.id === id) ?? [],
  );
  if (units.length === 0 && decisions.length === 0) return '';
  return section(
    '## 8. Deployment strategy',
    section('### From merge to production', path(material)),
    section('### Units: rollout and rollback', unitTable(material), rollback(material, decisions)),
    section('### Files', files(material)),
  );
}

const named = ({ design }: Material, id: string): string =>
  inline(design.decisions.find((one) => one.id === id)?.chosenName ?? '');

/** The flow in the names of this design; pipeline stages are read from the workflow file itself. */
function path(material: Material): string {
  const { artefacts } = material;
  const [delivery, infrastructure, compute] = ['delivery', 'infrastructure-code', 'compute'].map((id) => named(material, id));
  const pipeline = pipelineStages(artefacts);
  const stages = pipeline ? ` (${markdownCode(pipeline.file)}: ${pipeline.stages.map((stage) => markdownCode(stage)).join(' → ')})` : '';
  const [migration] = artefacts.filter(({ path: file }) => /migrations\/.*\.up\.sql$/.test(file));
  return numbered([
    `A merge to the main branch starts ${delivery || 'the pipeline'}${stages}.`,
    ...images(material),
    desiredState(artefacts, compute || 'the platform'),
    ...(infrastructure ? [`Infrastructure goes through ${infrastructure} in the same review.`] : []),
    ...(migration ? [`Migrations like ${markdownCode(migration.path)} run before the units and only add; a column is dropped one release after its last reader.`] : []),
  ]);
}

function images({ design: { architecture } }: Material): readonly string[] {
  const { units } = architecture;
  const names = [...new Set(units.map(({ image }) => markdownCode(image)))];
  if (names.length === 0) return [];
  const shared = names.length < units.length ? ' from it, each with its own command' : '';
  return [`It builds ${listed(names)} once, by digest; ${listed(units.map(({ id }) => markdownCode(id)))} ${units.length === 1 ? 'starts' : 'start'}${shared}.`];
}

/** With a controller in the files the commit is pulled; without one the pipeline pushes. */
function desiredState(artefacts: Material['artefacts'], compute: string): string {
  const controllers = artefacts.filter(({ path: file }) => /argo|flux/i.test(file)).map(({ path: file }) => markdownCode(file));
  return controllers.length > 0
    ? `The desired state is a commit: ${listed(controllers.slice(0, 2))} ${controllers.length === 1 ? 'applies' : 'apply'} it to ${compute} and correct${controllers.length === 1 ? 's' : ''} what was changed by hand.`
    : `The desired state is that digest and the settings beside it; the pipeline alone changes ${compute}.`;
}

/** Serving units shift traffic, workers take their share of jobs: what is watched is the objective each can break. */
function unitTable(material: Material): string {
  const { design, write } = material;
  const { units, slos } = design.architecture;
  const rows = units.map((unit) => [
    `${markdownCode(unit.id, 'cell')} ${markdownCode(unit.command, 'cell')}`,
    [write.cite(unit.replicas), `${inline(unit.cpu)} CPU, ${inline(unit.memory)}`]
      .filter((text) => text !== '')
      .join('; '),
    progressive(unit, material),
    watched(unit, slos, material),
    unit.port === undefined
      ? 'start the previous digest; unacknowledged jobs come back to it'
      : 'send traffic to the previous digest, which keeps running until the step passes',
  ]);
  return table(['unit', 'size', 'progressive step', 'passes when', 'back'], rows);
}

function progressive({ port, replicas, id }: DeploymentUnit, { write }: Material): string {
  const count = replicas === undefined ? undefined : Math.round(write.figure(replicas).likely);
  const share = count !== undefined && count > 1 ? `one of ${count} instances` : 'one instance beside the old one';
  return port === undefined
    ? `${share} takes jobs, then the rest of ${markdownCode(id, 'cell')}`
    : `${share} takes traffic on port ${markdownCode(String(port), 'cell')}, then the rest`;
}

function watched({ port, runs }: DeploymentUnit, slos: readonly Slo[], { design }: Material): string {
  const flows = new Map(design.architecture.flows.map((flow) => [flow.id, flow]));
  const touches = ({ flow: id }: Slo): boolean => {
    const flow = id === undefined ? undefined : flows.get(id);
    if (!flow) return port !== undefined;
    return (
      (port === undefined ? flow.mode !== 'sync' : flow.mode === 'sync') &&
      flow.steps.some(({ from, to }) => runs.includes(from) || runs.includes(to))
    );
  };
  const names = slos.filter(touches).map(({ name }) => inline(name));
  return names.length === 0 ? 'its error share is that of the old one' : `on budget: ${names.slice(0, 3).join('; ')}`;
}

function rollback({ artefacts, design }: Material, decisions: readonly Decision[]): string {
  const runbook = artefacts.find(({ path: file }) => /rollback/i.test(file));
  const down = artefacts.filter(({ path: file }) => /migrations\/.*\.down\.sql$/.test(file)).map(({ path: file }) => file);
  const lines = [
    ...decisions.map(({ chosenName, rollback: way }) => `${inline(chosenName)}: ${sentence(way)}`),
    ...(down.length > 0
      ? [
          `Schema: ${listed(down.slice(0, 2).map((file) => markdownCode(file)))} ${down.length === 1 ? 'takes' : 'take'} the migration back; after data was written, prefer a new migration forward.`,
        ]
      : []),
    ...(runbook ? [`Runbook: ${markdownCode(runbook.path)}.`] : []),
  ];
  return stack(design.architecture.units.length > 0 ? 'Rollback, in this order:' : '', bullets(lines));
}

function files({ artefacts, proofs }: Material): string {
  const rows = artefacts
    .filter(({ path: file }) => DEPLOYED.test(file))
    .map((artefact) => [markdownCode(artefact.path, 'cell'), versioned(artefact.title), outcomeOf(artefact, proofs)]);
  return table(['file', 'what it is', 'proof'], rows);
}
