import type { Connection, Flow } from '@archwright/model';
import { markdownCode, markdownFence } from '../escape/markdown.ts';
import { containersDiagram, sequenceDiagrams } from '../mermaid/index.ts';
import { section, stack, table } from './page.ts';
import { objective } from './spoken-quantities.ts';
import { type Material, quantity, type Writer } from './writer.ts';
import { inline, listed, listedUpTo } from './text.ts';

const MOST_COMPONENTS = 24;
const MOST_CONNECTIONS = 14;
const MOST_NAMED = 6;

/** Deliverable 1: the parts in their trust boundaries, why each box is there, what the arrows carry, and the main sequence. */
export function architectureDiagram(material: Material): string {
  const { design } = material;
  if (design.architecture.components.length === 0) return '';
  const main = sequenceDiagrams(design)[0];
  return section(
    '## 1. Architecture diagram',
    markdownFence('mermaid', containersDiagram(design)),
    components(material),
    section('### Connections', connections(material)),
    main
      ? section(`### Main sequence: ${inline(main.title.replace(/^Sequence: /, ''))}`, markdownFence('mermaid', main.text))
      : '',
    section('### Targets and what the design reaches', targets(material), flows(material), losses(material)),
    otherDiagrams(material, main?.name),
  );
}

/** Our own boxes; callers and outside services follow apart, since nothing is installed or paid for them here. */
function components(material: Material): string {
  const { design, write } = material;
  const all = design.architecture.components;
  const rows = all
    .filter(({ kind }) => kind !== 'client' && kind !== 'external')
    .map((component) => [
      inline(component.name),
      component.technology === undefined || component.technology === component.name ? '' : inline(component.technology),
      inline(component.responsibility),
      inline(component.because),
      write.cite(component.instances),
      write.cite(component.utilisation),
      write.cite(component.monthlyCost),
    ]);
  const head = ['box', 'technology', 'does', 'here because', 'instances', 'used at peak', 'cost'];
  const callers = all
    .filter(({ kind }) => kind === 'client')
    .map(({ name, responsibility }) => `${inline(name)} (${inline(responsibility)})`);
  return stack(
    table(head, rows, { rows: MOST_COMPONENTS, file: 'model.json' }),
    callers.length === 0 ? '' : `Called by ${listed(callers)}.`,
    outside(material),
  );
}

/** Services of others, each with what goes there at peak. */
function outside({ design, write }: Material): string {
  const { components: all, connections: arrows } = design.architecture;
  const rows = all
    .filter(({ kind }) => kind === 'external')
    .map((component) => {
      const arrow = arrows.find(({ to }) => to === component.id);
      return [
        inline(component.name),
        inline(component.technology ?? ''),
        inline(component.responsibility),
        write.cite(arrow?.rate),
      ];
    });
  return table(['outside service', 'candidates', 'for', 'calls at peak'], rows);
}

/** Arrows that differ only in who sends are one row; the busiest first: they are the ones a reader checks. */
function connections({ design, write }: Material): string {
  const rate = ({ rate: id }: Connection): number => (id === undefined ? -1 : write.figure(id).likely);
  const same = new Map<string, Connection[]>();
  for (const connection of design.architecture.connections.toSorted((a, b) => rate(b) - rate(a))) {
    const { id: _, from: __, rate: ___, ...rest } = connection;
    const key = JSON.stringify(rest);
    same.set(key, [...(same.get(key) ?? []), connection]);
  }
  const rows = [...same.values()].map((group) => {
    const [first] = group as [Connection, ...Connection[]];
    const rates = new Set(group.map((one) => one.rate));
    return [
      `${group.map(({ from }) => write.component(from)).join(', ')} → ${write.component(first.to)}`,
      inline(first.purpose),
      `${inline(first.protocol)}${first.mode === 'async' ? ', asynchronous' : ''}`,
      first.rate === undefined ? '' : `${rates.size > 1 ? 'up to ' : ''}${write.cite(first.rate)}`,
      first.timeoutMs === undefined ? '' : quantity(first.timeoutMs / 1000, 's'),
      first.retry === undefined ? '' : inline(first.retry),
      inline(first.authentication),
      first.carries,
    ];
  });
  const head = ['from → to', 'purpose', 'protocol', 'rate', 'time-out', 'retry', 'authentication', 'carries'];
  return table(head, rows, { rows: MOST_CONNECTIONS, file: 'model.json' });
}

function targets({ design, write }: Material): string {
  const rows = design.architecture.slos.map((slo) => [
    inline(slo.name),
    objective(slo.objective, slo.windowDays),
    slo.threshold === undefined ? '' : `within ${write.cite(slo.threshold)}`,
    write.cite(slo.errorBudgetMinutes),
    slo.origin,
  ]);
  return table(['service level objective', 'objective', 'threshold', 'error budget', 'origin'], rows);
}

/** What the loss of one server or zone costs, part by part: the worst of them is what the whole loses. */
function losses({ design, write }: Material): string {
  const parts = design.architecture.components.filter(({ timeBack }) => timeBack !== undefined);
  const once = parts.filter(({ option }, at) => parts.findIndex((other) => other.option === option) === at);
  const rows = once.map((part) => [
    inline(part.option === undefined ? part.name : (part.technology ?? part.name)),
    part.dataLost === undefined ? 'holds none' : write.cite(part.dataLost),
    write.cite(part.timeBack),
  ]);
  if (rows.length === 0) return '';
  const known = (id: string): string | undefined => design.figures.find((figure) => figure.id === id)?.id;
  const worst = [
    '**the whole: the worst of these**',
    write.cite(known('recovery.data-lost')),
    write.cite(known('recovery.time-back')),
  ];
  const limit = (name: 'rpo' | 'rto'): string =>
    write.cite(known(`assumed.${name}`) ?? design.requirements.find(({ key }) => key === name)?.figure);
  const asked = ['asked for or assumed', limit('rpo'), limit('rto')];
  return table(
    ['when its server or zone is lost', 'acknowledged data lost', 'serves again after'],
    [...rows, worst, ...(asked.some((cell, at) => at > 0 && cell !== '') ? [asked] : [])],
  );
}

function flows({ design, write }: Material): string {
  const rows = design.architecture.flows
    .filter(({ latencyP50, latencyP99 }) => latencyP50 !== undefined || latencyP99 !== undefined)
    .map((flow) => [
      inline(flow.title),
      flow.mode,
      write.cite(flow.latencyP50),
      write.cite(flow.latencyP95),
      write.cite(flow.latencyP99),
      write.cite(flow.latencyBound),
      write.cite(flow.target),
      reached(flow, write),
    ]);
  return table(['flow', 'mode', 'p50', 'p95', 'p99', 'p99 if all parts are slow at once', 'target', 'reached'], rows);
}

/** A p99 above its target is said, with its better half: an upper bound may still hold in the field. */
function reached({ latencyP99, target }: Flow, write: Writer): string {
  if (latencyP99 === undefined || target === undefined) return '';
  const [found, wanted] = [write.figure(latencyP99), write.figure(target)];
  if (found.likely <= wanted.likely) return 'yes';
  return found.low <= wanted.likely ? '**at the low end only**' : '**no**';
}

/** The files are there already: drawing them again to learn their names would take as long as the rest of the answer. */
function otherDiagrams({ artefacts }: Material, shown: string | undefined): string {
  const drawn = new Set(['containers', ...(shown === undefined ? [] : [shown])].map((name) => `diagrams/${name}.mmd`));
  const others = artefacts.map(({ path }) => path).filter((path) => /^diagrams\/.{1,200}\.mmd$/.test(path) && !drawn.has(path));
  if (others.length === 0) return '';
  return `More diagrams: ${listedUpTo(
    others.map((path) => markdownCode(path)),
    MOST_NAMED,
    '`diagrams/`',
  )}.`;
}
