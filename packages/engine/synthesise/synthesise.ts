import type { Architecture, Flow, Slo } from '@archwright/model';
import { synthesiseAccessPatterns } from './access-patterns.ts';
import { flowLatencies } from './latency.ts';
import { synthesiseApi } from './api.ts';
import { synthesiseComponents } from './components.ts';
import { synthesiseConnections } from './connections.ts';
import { synthesiseEntities } from './entities.ts';
import { synthesiseFlows } from './flows.ts';
import { synthesiseKeyspaces } from './keyspace.ts';
import { synthesiseMechanisms } from './mechanisms.ts';
import { synthesiseBoundaries, synthesiseEvents, synthesiseSlos, synthesiseUnits } from './operations-view.ts';
import type { Synthesis } from './synthesis.ts';

/** From decisions and workload to the architecture: the model that every deliverable is a projection of. */
export function synthesise(synthesis: Synthesis): Architecture {
  const components = synthesiseComponents(synthesis);
  const entities = synthesiseEntities(components, synthesis);
  const api = synthesiseApi(entities, synthesis);
  const flows = flowLatencies(synthesiseFlows(components, synthesis), synthesis);
  const slos = synthesiseSlos(flows, synthesis);
  const mechanisms = synthesiseMechanisms(synthesis);
  const keyspaces = synthesiseKeyspaces(components, entities, mechanisms, synthesis);
  return {
    components: [...components],
    connections: [...synthesiseConnections(components, synthesis)],
    flows: flows.map((flow) => withTarget(flow, slos)),
    contexts: synthesis.workload.contexts.map(({ id, name, purpose, archetype, generic }) => ({
      id,
      name,
      purpose,
      ...(!generic && { archetype: archetype.id }),
    })),
    entities: [...entities],
    accessPatterns: [...synthesiseAccessPatterns(entities, components, synthesis)],
    api,
    events: [...synthesiseEvents(components, entities, synthesis)],
    boundaries: [...synthesiseBoundaries(components, synthesis)],
    slos: [...slos],
    units: [...synthesiseUnits(components, synthesis)],
    mechanisms: [...mechanisms],
    ...(keyspaces.length > 0 && { keyspaces: [...keyspaces] }),
  };
}

/** A flow's target is the threshold of its objective. */
const withTarget = (flow: Flow, slos: readonly Slo[]): Flow => {
  const threshold = slos.find((slo) => slo.flow === flow.id && slo.kind === 'latency')?.threshold;
  return threshold ? { ...flow, target: threshold } : flow;
};
