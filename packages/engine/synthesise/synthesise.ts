import type { Architecture } from '@archwright/model';
import { synthesiseAccessPatterns } from './access-patterns.ts';
import { synthesiseApi } from './api.ts';
import { synthesiseComponents } from './components.ts';
import { synthesiseConnections } from './connections.ts';
import { synthesiseEntities } from './entities.ts';
import { synthesiseFlows } from './flows.ts';
import { synthesiseMechanisms } from './mechanisms.ts';
import { synthesiseBoundaries, synthesiseEvents, synthesiseSlos, synthesiseUnits } from './operations-view.ts';
import type { Synthesis } from './synthesis.ts';

/** From decisions and workload to the architecture: the model that every deliverable is a projection of. */
export function synthesise(synthesis: Synthesis): Architecture {
  const components = synthesiseComponents(synthesis);
  const entities = synthesiseEntities(components, synthesis);
  const api = synthesiseApi(entities, synthesis);
  const flows = synthesiseFlows(components, synthesis);
  return {
    components: [...components],
    connections: [...synthesiseConnections(components, synthesis)],
    flows: [...flows],
    contexts: synthesis.workload.contexts.map(({ id, name, purpose, archetype, generic }) => ({ id, name, purpose, ...(!generic && { archetype: archetype.id }) })),
    entities: [...entities],
    accessPatterns: [...synthesiseAccessPatterns(entities, synthesis)],
    api,
    events: [...synthesiseEvents(components, entities, synthesis)],
    boundaries: [...synthesiseBoundaries(components)],
    slos: [...synthesiseSlos(flows, synthesis)],
    units: [...synthesiseUnits(components, synthesis)],
    mechanisms: [...synthesiseMechanisms(synthesis)],
  };
}
