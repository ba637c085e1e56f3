import type { Component, DecisionPointId, Design } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { bundle, technologyLine } from './connections.ts';
import { arrow, flowchart, frame, node } from './flowchart.ts';

const STORES: ReadonlySet<Component['kind']> = new Set([
  'database',
  'cache',
  'queue',
  'stream',
  'search',
  'object-store',
  'real-time',
]);

/** What runs where: deployment units with replicas and sizes, the stores beside them, and what lies outside the platform. */
export function deploymentDiagram(design: Design): string {
  const { components, connections, units } = design.architecture;
  const { text } = lookup(design);
  const chosen = (id: DecisionPointId) => design.decisions.find((decision) => decision.id === id)?.chosenName;
  const unitOf = new Map(units.flatMap((unit) => unit.runs.map((component) => [component, `unit-${unit.id}`] as const)));
  const running = units.map((unit) => {
    const replicas = unit.replicas === undefined ? '' : ` ×${text(unit.replicas)}`;
    const port = unit.port === undefined ? [] : [`port ${unit.port}`];
    return node(`unit-${unit.id}`, 'unit', [`${unit.name}${replicas}`, `${unit.cpu} CPU, ${unit.memory}`, ...port]);
  });
  const draw = (component: Component) => node(component.id, component.kind, [component.name, ...technologyLine(component)]);
  const rest = components.filter((component) => !unitOf.has(component.id));
  const stores = rest.filter((component) => STORES.has(component.kind)).map(draw);
  const outside = rest.filter((component) => !STORES.has(component.kind)).map(draw);
  // Two frames side by side: renderers lose the arrows between frames that share a parent frame.
  const platform = [
    ...frame('units', chosen('compute') ?? 'Deployment units', running),
    ...frame('stores', [chosen('provider'), 'stores'].filter((part) => part !== undefined).join(': '), stores),
  ];
  const known = new Set(components.map((component) => component.id));
  const place = (id: string) => unitOf.get(id) ?? (known.has(id) ? id : undefined);
  const arrows = bundle(connections, place).map(({ from, to, mode, connections: members }) =>
    arrow(from, to, mode, [[...new Set(members.map((member) => member.protocol))].join(', ')]),
  );
  return flowchart('TB', [...outside, ...platform, ...arrows]);
}
