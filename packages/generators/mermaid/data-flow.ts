import type { Component, Design, Flow } from '@archwright/model';
import { arrow, flowchart, node } from './flowchart.ts';

/** Where data is personal, secret or card data the arrow is red: these are the flows the threat model starts from. */
const SENSITIVE: ReadonlySet<string> = new Set(['pii', 'phi', 'card', 'secret']);
/** More flows than this in one picture cross too often to be followed. */
const FLOWS_IN_ONE = 3;

export interface NamedDiagram {
  /** File name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** One combined picture of a few flows, or one for each of many; steps are numbered `A1`, `A2`, … `B1`. Replies are left out. */
export function dataFlowDiagrams(design: Design): readonly NamedDiagram[] {
  const { flows } = design.architecture;
  if (flows.length === 0) return [];
  if (flows.length <= FLOWS_IN_ONE) return [{ name: 'data-flow', title: 'Data flow', text: dataFlow(design, flows) }];
  return flows.map((flow) => ({
    name: `data-flow-${flow.id}`,
    title: `Data flow: ${flow.title}`,
    text: dataFlow(design, [flow]),
  }));
}

function dataFlow(design: Design, flows: readonly Flow[]): string {
  const { components, connections } = design.architecture;
  const known = new Map(components.map((component) => [component.id, component]));
  const carried = new Map(connections.map(({ from, to, carries }) => [`${from} ${to}`, carries]));
  const arrows = new Map<string, { from: string; to: string; async: boolean; steps: string[] }>();
  const touched = new Set<Component>();
  flows.forEach((flow, index) => {
    const letter = flows.length > 1 ? letterOf(index) : '';
    flow.steps.forEach(({ from, to, action, reply }, step) => {
      const ends = [known.get(from), known.get(to)];
      for (const end of ends) if (end) touched.add(end);
      if (reply || !ends[0] || !ends[1] || from === to) return;
      const drawn = arrows.get(`${from} ${to}`) ?? { from, to, async: true, steps: [] };
      drawn.steps.push(`${letter}${step + 1} ${action}`);
      arrows.set(`${from} ${to}`, { ...drawn, async: drawn.async && flow.mode !== 'sync' });
    });
  });
  const drawn = [...arrows.values()];
  const nodes = components.filter((component) => touched.has(component)).map(({ id, kind, name }) => node(id, kind, [name]));
  const lines = drawn.map(({ from, to, async, steps }) => arrow(from, to, async ? 'async' : 'sync', steps));
  const red = drawn.flatMap(({ from, to }, index) => (SENSITIVE.has(carried.get(`${from} ${to}`) ?? '') ? [index] : []));
  const legend = flows.map((flow, index) => `${letterOf(index)} ${flow.title}`);
  return flowchart('TB', [
    ...(flows.length > 1 ? [node('legend', 'external', legend)] : []),
    ...nodes,
    ...lines,
    ...(red.length ? [`linkStyle ${red.join(',')} stroke:#b42318,stroke-width:2px`] : []),
  ]);
}

const letterOf = (index: number): string => String.fromCharCode(65 + (index % 26));
