import type { Decision, DeploymentUnit, Design, Slo } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { outcomeOf, versioned } from './files.ts';
import { bullets, numbered, section, stack, table } from './page.ts';
import { pipelineStages } from './pipeline-stages.ts';
import type { Material, Writer } from './writer.ts';
import { type ReleaseSteps, releaseSteps } from './release-steps.ts';
import { inline, listed, listedUpTo, sentence } from './text.ts';

const MOST_ALERTS = 3;
const MOST_OBJECTIVES = 3;
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
  const stages = pipeline
    ? ` (${markdownCode(pipeline.file)}: ${pipeline.stages.map((stage) => markdownCode(stage)).join(' → ')})`
    : '';
  const [migration] = artefacts.filter(({ path: file }) => /migrations\/.*\.up\.sql$/.test(file));
  return numbered([
    `A merge to the main branch starts ${delivery || 'the pipeline'}${stages}.`,
    ...images(material),
    desiredState(artefacts, compute || 'the platform'),
    ...(infrastructure ? [`Infrastructure goes through ${infrastructure} in the same review.`] : []),
    ...(migration
      ? [
          `Migrations like ${markdownCode(migration.path)} run before the units and only add; a column is dropped one release after its last reader.`,
        ]
      : []),
  ]);
}

function images({ design: { architecture } }: Material): readonly string[] {
  const { units } = architecture;
  const names = [...new Set(units.map(({ image }) => markdownCode(image)))];
  if (names.length === 0) return [];
  const shared = names.length < units.length ? ' from it, each with its own command' : '';
  return [
    `It builds ${listed(names)} once, by digest; ${listed(units.map(({ id }) => markdownCode(id)))} ${units.length === 1 ? 'starts' : 'start'}${shared}.`,
  ];
}

/** With a controller in the files the commit is pulled; without one the pipeline pushes. */
function desiredState(artefacts: Material['artefacts'], compute: string): string {
  const controllers = artefacts.filter(({ path: file }) => /argo|flux/i.test(file)).map(({ path: file }) => markdownCode(file));
  return controllers.length > 0
    ? `The desired state is a commit: ${listed(controllers.slice(0, 2))} ${controllers.length === 1 ? 'applies' : 'apply'} it to ${compute} and correct${controllers.length === 1 ? 's' : ''} what was changed by hand.`
    : `The desired state is that digest and the settings beside it; the pipeline alone changes ${compute}.`;
}

/** Each unit with its size, its turn and step, and the command that takes it back. */
function unitTable({ design, artefacts, write }: Material): string {
  const steps = releaseSteps(artefacts);
  const order = steps?.order ?? [];
  const rows = design.architecture.units
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map((unit) => [
      `${markdownCode(unit.id, 'cell')} ${markdownCode(unit.command, 'cell')}`,
      [write.cite(unit.replicas), `${inline(unit.cpu)} CPU, ${inline(unit.memory)}`].filter((text) => text !== '').join('; '),
      progressive(unit, steps, write),
      watched(unit, design),
      steps?.file.endsWith('.sh')
        ? markdownCode(`bash ${steps.file} restore ${unit.id} PREVIOUS`, 'cell')
        : 'start the previous digest',
    ]);
  return stack(table(['unit', 'size', 'progressive step', 'judged by', 'back'], rows), steps ? gate(steps) : '');
}

/** Shares of traffic where the files move traffic; where they say how instances change, that stands below the table. */
function progressive({ port, replicas }: DeploymentUnit, steps: ReleaseSteps | undefined, write: Writer): string {
  if (steps && steps.shares.length > 1) {
    const shares = steps.shares.map((share) => markdownCode(`${share} %`, 'cell')).join(' → ');
    return port === undefined ? 'whole, before the units that take traffic' : `${shares} of the traffic`;
  }
  if (steps && steps.note !== '') return 'whole: see below';
  const count = replicas === undefined ? undefined : Math.round(write.figure(replicas).likely);
  const first = count !== undefined && count > 1 ? `one of ${count} instances` : 'one instance beside the old one';
  return `${first} takes ${port === undefined ? 'jobs' : 'traffic'}, then the rest`;
}

/** What stops a step and takes everything back. */
function gate({ file, alerts, watchMinutes, note }: ReleaseSteps): string {
  const names = listedUpTo(
    alerts.map((alert) => markdownCode(alert)),
    MOST_ALERTS,
    '`operate/`',
  );
  const wait = watchMinutes === undefined ? 'After each step' : `For ${markdownCode(watchMinutes)} minutes after each step`;
  return [
    ...(note === '' ? [] : [sentence(note)]),
    `${wait}, ${markdownCode(file)} watches ${alerts.length === 0 ? 'the metrics' : `${alerts.length} ${alerts.length === 1 ? 'alert' : 'alerts'} (${names})`}; one that fires takes every unit back.`,
  ].join(' ');
}

/** The objectives a unit can break: serving units those of callers, workers those of work nobody waits for. */
function watched({ port, runs }: DeploymentUnit, { architecture }: Design): string {
  const flows = new Map(architecture.flows.map((flow) => [flow.id, flow]));
  const touches = ({ flow: id }: Slo): boolean => {
    const flow = id === undefined ? undefined : flows.get(id);
    if (!flow) return port !== undefined;
    const isServed = flow.mode === 'sync' ? port !== undefined : port === undefined;
    return isServed && flow.steps.some(({ from, to }) => runs.includes(from) || runs.includes(to));
  };
  return architecture.slos
    .filter(touches)
    .map(({ name }) => inline(name))
    .slice(0, MOST_OBJECTIVES)
    .join('; ');
}

function rollback({ artefacts, design }: Material, decisions: readonly Decision[]): string {
  const runbook = artefacts.find(({ path: file }) => /rollback/i.test(file));
  const [down] = artefacts.filter(({ path: file }) => /migrations\/.*\.down\.sql$/.test(file));
  const lines = [
    ...decisions.map(({ chosenName, rollback: way }) => `${inline(chosenName)}: ${sentence(way)}`),
    ...(down
      ? [
          `Schema: nothing to take back, since the previous version runs on what was added; ${markdownCode(down.path)} is for an empty environment and destroys data elsewhere.`,
        ]
      : []),
    ...(runbook ? [`By symptom: ${markdownCode(runbook.path)}.`] : []),
  ];
  return stack(design.architecture.units.length > 0 ? 'Rollback, in this order:' : '', bullets(lines));
}

function files({ artefacts, proofs }: Material): string {
  const rows = artefacts
    .filter(({ path: file }) => DEPLOYED.test(file))
    .map((artefact) => [markdownCode(artefact.path, 'cell'), versioned(artefact.title), outcomeOf(artefact, proofs)]);
  return table(['file', 'what it is', 'proof'], rows);
}
