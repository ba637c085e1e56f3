import { slug } from '@archwright/kernel';
import type { Component, Flow } from '@archwright/model';
import { componentForRole } from './roles.ts';
import type { Synthesis } from './synthesis.ts';

/** The domain's flows with this design's components in the roles; a step whose role nobody plays is left out. */
export function synthesiseFlows(components: readonly Component[], { workload }: Synthesis): readonly Flow[] {
  const ids = new Set(components.map(({ id }) => id));
  return workload.contexts.flatMap((context) =>
    context.archetype.flows.flatMap((flow): Flow[] => {
      const actor = workload.operations.find(({ id, context: home }) => home === context.id && id === flow.operation)?.definition
        .actor;
      const play = (role: string): string | undefined =>
        role === 'client' && actor && ids.has(`client-${slug(actor)}`)
          ? `client-${slug(actor)}`
          : componentForRole(role, context.id, components);
      const steps = flow.steps.flatMap(({ from, to, action }) => {
        const [source, target] = [play(from), play(to)];
        return source && target ? [{ from: source, to: target, action, ...(to === 'client' && { reply: true }) }] : [];
      });
      if (steps.length === 0) return [];
      return [
        {
          id: `${context.id}-${flow.id}`,
          title: flow.title,
          mode: flow.mode,
          ...(flow.operation && { operation: `${context.id}.${flow.operation}` }),
          steps,
        },
      ];
    }),
  );
}
