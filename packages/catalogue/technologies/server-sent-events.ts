import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'server-sent-events', name: 'Server-sent events', kind: 'protocol', aliases: ['sse', 'eventsource'],
  summary: 'a one-way stream of events over plain HTTP that browsers resume by themselves',
  licence: 'open standard', status: 'active', versioned: false,
  serves: ['long-lived-connections'],
  bestFor: ['notifications', 'progress', 'dashboards'],
  avoidWhen: ['binary or two-way traffic'],
  strainsUnder: ['fan-out between processes', 'buffering proxies'],
  failureModes: ['websocket-node-loss', 'thundering-herd'],
  limits: {},
  burden: { level: 2, reason: 'plain HTTP; connections still drop at restarts' },
  alternatives: ['websocket'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://html.spec.whatwg.org/multipage/server-sent-events.html',
});
