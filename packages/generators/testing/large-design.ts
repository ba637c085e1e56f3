import type { Component, Connection, Design } from '@archwright/model';
import { sampleDesign } from './sample-design.ts';

const KINDS: readonly Component['kind'][] = ['service', 'service', 'worker', 'database', 'cache', 'queue'];

/** The sample design grown to 40 parts: six services with a worker and stores of their own behind one gateway. */
export function largeDesign(): Design {
  const design = sampleDesign();
  const [client, edge, api, worker, store] = design.architecture.components;
  if (!client || !edge || !api || !worker || !store) throw new Error('the sample lost its components');
  const groups = [...'abcdef'].map((letter) =>
    KINDS.map((kind, index): Component => ({
      ...(kind === 'service' ? api : kind === 'worker' ? worker : store),
      id: `${kind}-${letter}-${index}`,
      name: `${kind} ${letter.toUpperCase()}${index}`,
      kind,
      boundary: kind === 'service' || kind === 'worker' ? 'private' : 'data',
    })),
  );
  const components = [client, edge, api, store, ...groups.flat()];
  const connect = (from: string, to: string, mode: Connection['mode'] = 'sync'): Connection => ({
    id: `${from}-${to}`,
    from,
    to,
    purpose: 'work',
    protocol: mode === 'sync' ? 'HTTPS' : 'AMQP',
    mode,
    rate: 'request-peak',
    authentication: 'mutual TLS',
    carries: 'internal',
  });
  const inner = groups.flatMap(([first, second, job, database, cache, queue]) => [
    connect('api', first!.id),
    connect(first!.id, second!.id),
    connect(first!.id, database!.id),
    connect(second!.id, cache!.id),
    connect(second!.id, queue!.id, 'async'),
    connect(queue!.id, job!.id, 'async'),
  ]);
  const connections = [connect('client', 'edge'), connect('edge', 'api'), connect('api', 'primary-store'), ...inner];
  return { ...design, architecture: { ...design.architecture, components, connections } };
}
