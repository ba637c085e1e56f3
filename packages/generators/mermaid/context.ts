import type { Component, Connection, Design } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { bundle, protocolAndRate, purposes } from './connections.ts';
import { arrow, flowchart, frame, node } from './flowchart.ts';

const OUTSIDE: ReadonlySet<Component['kind']> = new Set(['client', 'external', 'identity']);

/** The system as one box, who uses it and what it depends on. */
export function contextDiagram(design: Design): string {
  const { components, connections, contexts } = design.architecture;
  const outside = components.filter((component) => OUTSIDE.has(component.kind));
  const outsideIds = new Set(outside.map((component) => component.id));
  const known = new Set(components.map((component) => component.id));
  const place = (id: string) => (outsideIds.has(id) ? id : known.has(id) ? 'system' : undefined);
  const figures = lookup(design);
  const responsibility = new Map(outside.map((component) => [component.id, component.responsibility]));
  // The box of an outside service says what it is for: its arrow need not say it again.
  const saidByBox = (to: string, members: readonly Connection[]) =>
    members.every(({ purpose }) => purpose === responsibility.get(to));
  const arrows = bundle(connections, place).map(({ from, to, mode, connections: members }) =>
    arrow(from, to, mode, [saidByBox(to, members) ? '' : purposes(members), ...protocolAndRate(members, figures)]),
  );
  const draw = (component: Component) => node(component.id, component.kind, [component.name, component.responsibility]);
  const users = outside.filter((component) => component.kind === 'client').map(draw);
  const partners = outside.filter((component) => component.kind !== 'client').map(draw);
  const system = node('system', 'system', [design.title, contexts.map((context) => context.name).join(', ')]);
  return flowchart('LR', [...users, system, ...frame('partners', 'Outside the system', partners), ...arrows]);
}
