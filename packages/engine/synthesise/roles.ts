import type { Component, DecisionPointId } from '@archwright/model';
import { chosenOption, standsAlone, type Synthesis } from './synthesis.ts';

/** Roles that an archetype's flows speak of, and what takes the part when the design has no such box. */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  'append-store': ['append-store', 'primary-store'],
  'search-store': ['search-store', 'primary-store', 'append-store'],
  'blob-store': ['blob-store', 'primary-store'],
  cache: ['cache', 'primary-store', 'append-store'],
  queue: ['queue', 'primary-store', 'event-stream', 'append-store'],
  'event-stream': ['event-stream', 'queue', 'primary-store', 'append-store'],
  'real-time': ['real-time', 'api'],
  worker: ['worker', 'api'],
  'primary-store': ['primary-store', 'append-store'],
  edge: ['edge', 'gateway'],
};

export const STORE_POINTS: readonly DecisionPointId[] = [
  'primary-store',
  'append-store',
  'search-store',
  'blob-store',
  'cache',
  'queue',
  'event-stream',
  'real-time',
  'edge',
];

/** Which store roles have a box of their own in this design. */
export const presentStores = (synthesis: Synthesis): readonly DecisionPointId[] =>
  STORE_POINTS.filter((point) => standsAlone(chosenOption(synthesis, point)));

/** The component that plays a role for a context in this design; undefined where nothing does. */
export function componentForRole(role: string, context: string, components: readonly Component[]): string | undefined {
  const byId = (id: string): string | undefined => components.find((component) => component.id === id)?.id;
  const ofKind = (kind: Component['kind']): string | undefined =>
    components.find((component) => component.kind === kind && component.contexts.includes(context))?.id;
  if (role.startsWith('external:')) return byId(role.slice(9));
  if (role === 'client') return ofKind('client') ?? components.find(({ kind }) => kind === 'client')?.id;
  for (const candidate of FALLBACKS[role] ?? [role]) {
    const found = candidate === 'api' ? ofKind('service') : candidate === 'worker' ? ofKind('worker') : byId(candidate);
    if (found) return found;
  }
  return undefined;
}
