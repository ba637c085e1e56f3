import type { Artefact, Design } from '@archwright/model';
import { containersDiagram } from './containers.ts';
import { contextDiagram } from './context.ts';
import { dataFlowDiagrams, type NamedDiagram } from './data-flow.ts';
import { deploymentDiagram } from './deployment.ts';
import { entityRelationshipDiagram } from './entity-relationship.ts';
import { sequenceDiagrams } from './sequence.ts';

export { containersDiagram } from './containers.ts';
export { contextDiagram } from './context.ts';
export { dataFlowDiagrams, type NamedDiagram } from './data-flow.ts';
export { deploymentDiagram } from './deployment.ts';
export { entityRelationshipDiagram } from './entity-relationship.ts';
export { sequenceDiagram, sequenceDiagrams } from './sequence.ts';

/** Every diagram of a design, in reading order. Diagrams with nothing to show are left out. */
export function diagrams(design: Design): readonly NamedDiagram[] {
  const { components, entities, units } = design.architecture;
  return [
    ...(components.length ? [{ name: 'context', title: 'System context', text: contextDiagram(design) }] : []),
    ...(components.length ? [{ name: 'containers', title: 'Containers', text: containersDiagram(design) }] : []),
    ...dataFlowDiagrams(design),
    ...(units.length ? [{ name: 'deployment', title: 'Deployment', text: deploymentDiagram(design) }] : []),
    ...(entities.length ? [{ name: 'entity-relationship', title: 'Entities', text: entityRelationshipDiagram(design) }] : []),
    ...sequenceDiagrams(design),
  ];
}

/** `diagrams/<name>.mmd` for every diagram. */
export const mermaidArtefacts = (design: Design): readonly Artefact[] =>
  diagrams(design).map(({ name, title, text }) => ({
    path: `diagrams/${name}.mmd`,
    mediaType: 'text/vnd.mermaid',
    content: text,
    title: `${title} (Mermaid)`,
  }));
