import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'durable-objects', name: 'Cloudflare Durable Objects', kind: 'real-time-service',
  summary: 'single-threaded objects with storage and connections, placed near their users',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'global-placement', 'ordering', 'transactions'],
  bestFor: ['rooms, documents, per-user state'],
  avoidWhen: ['state that everybody reads and writes'],
  strainsUnder: ['one thread an object'],
  failureModes: ['hot-partition', 'websocket-node-loss'],
  limits: {},
  burden: { level: 2, reason: 'a programming model of its own' },
  alternatives: ['websocket'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://developers.cloudflare.com/durable-objects/',
});
