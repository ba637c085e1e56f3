import type { Design, Flow } from '@archwright/model';
import { mermaidId, mermaidMessage } from '../escape/mermaid.ts';
import { lookup } from '../figure-lookup.ts';
import type { NamedDiagram } from './data-flow.ts';

/** More than this and nobody reads them; the other flows are in the data-flow diagram. */
const MOST = 4;
const MODES: readonly Flow['mode'][] = ['sync', 'async', 'batch'];

/** One diagram for each main flow: those behind an operation first, what users wait for before what they do not. */
export function sequenceDiagrams(design: Design): readonly NamedDiagram[] {
  const flows = design.architecture.flows.filter((flow) => flow.steps.length > 0);
  const rank = (flow: Flow) => (flow.operation === undefined ? MODES.length : 0) + MODES.indexOf(flow.mode);
  const main = flows.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST);
  return main.map((flow) => ({
    name: `sequence-${flow.id}`,
    title: `Sequence: ${flow.title}`,
    text: sequenceDiagram(design, flow),
  }));
}

/** Messages in order; an open arrow where the sender does not wait, a dashed one for an answer. */
export function sequenceDiagram(design: Design, flow: Flow): string {
  const components = new Map(design.architecture.components.map((component) => [component.id, component]));
  const ends = [...new Set(flow.steps.flatMap((step) => [step.from, step.to]))];
  const participants = ends.map(
    (id) => `  participant ${mermaidId(id)} as ${mermaidMessage(components.get(id)?.name ?? id, 60, 24)}`,
  );
  const waits = new Map(design.architecture.connections.map(({ from, to, mode }) => [`${from} ${to}`, mode === 'sync']));
  const messages = flow.steps.map(({ from, to, action, reply }) => {
    const stem = reply ? '-->>' : (waits.get(`${from} ${to}`) ?? flow.mode === 'sync') ? '->>' : '-)';
    return `  ${mermaidId(from)}${stem}${mermaidId(to)}: ${mermaidMessage(action, 240, 28)}`;
  });
  return `${['sequenceDiagram', ...participants, ...messages, ...latency(design, flow, ends)].join('\n')}\n`;
}

function latency(design: Design, flow: Flow, ends: readonly string[]): readonly string[] {
  const { text } = lookup(design);
  const parts = [
    flow.latencyP50 === undefined ? '' : `p50 ${text(flow.latencyP50)}`,
    flow.latencyP99 === undefined ? '' : `p99 ${text(flow.latencyP99)}`,
    flow.target === undefined ? '' : `target ${text(flow.target)}`,
  ].filter((part) => part !== '');
  const [first, last] = [ends[0], ends.at(-1)];
  if (parts.length === 0 || first === undefined || last === undefined) return [];
  return [`  Note over ${first === last ? mermaidId(first) : `${mermaidId(first)},${mermaidId(last)}`}: ${parts.join(', ')}`];
}
