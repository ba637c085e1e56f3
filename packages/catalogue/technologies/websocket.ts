import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'websocket', name: 'WebSocket', kind: 'protocol', aliases: ['websockets', 'ws'],
  summary: 'two-way frames over one connection that stays open',
  licence: 'open standard', status: 'active', versioned: false,
  serves: ['long-lived-connections'],
  bestFor: ['chat', 'presence', 'collaborative editing'],
  avoidWhen: ['one-way notifications'],
  strainsUnder: ['restarts drop connections', 'fan-out between processes'],
  failureModes: ['websocket-node-loss', 'thundering-herd'],
  limits: {
    node: fact('connections one machine is planned for', interval(50_000, 100_000, 200_000), 'count', { title: 'system-design numbers reference compiled from public sources (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 3, reason: 'heartbeats, resumption and drains are ours' },
  alternatives: ['server-sent-events'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://datatracker.ietf.org/doc/html/rfc6455',
});
