import type { Component, Design } from '@archwright/model';
import { type FigureLookup, lookup } from '../figure-lookup.ts';
import { bundle, protocolAndRate, purposes, technologyLine } from './connections.ts';
import { arrow, flowchart, frame, node } from './flowchart.ts';

/** Above this many parts an arrow carries its protocol and rate only; the purpose is in the table of connections. */
const PARTS_WITH_PURPOSE = 16;

/** Every part in its trust boundary, with its technology; arrows carry purpose, protocol and rate. */
export function containersDiagram(design: Design): string {
  const { boundaries, components, connections } = design.architecture;
  const figures = lookup(design);
  const frames = boundaries.flatMap((boundary) => {
    const inside = components.filter((component) => component.boundary === boundary.id);
    const nodes = inside.map((component) => node(component.id, component.kind, describe(component, figures)));
    return frame(boundary.id, `${boundary.name} (${boundary.trust})`, nodes);
  });
  const known = new Set(components.map((component) => component.id));
  const full = components.length <= PARTS_WITH_PURPOSE;
  const arrows = bundle(connections, (id) => (known.has(id) ? id : undefined)).map(({ from, to, mode, connections: members }) => {
    return arrow(from, to, mode, [full ? purposes(members) : '', ...protocolAndRate(members, figures)]);
  });
  return flowchart('TB', [...frames, ...arrows]);
}

function describe(component: Component, { text }: FigureLookup): string[] {
  const count = component.instances === undefined ? '' : ` ×${text(component.instances)}`;
  return [`${component.name}${count}`, ...technologyLine(component)];
}
