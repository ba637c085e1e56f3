import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure-web-pubsub', name: 'Azure Web PubSub', kind: 'real-time-service', aliases: ['signalr', 'azure signalr'],
  summary: 'managed push connections on Azure',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections'],
  bestFor: ['push on Azure without own gateways'],
  avoidWhen: ['millions of idle connections'],
  strainsUnder: ['price a thousand connections'],
  failureModes: ['websocket-node-loss'],
  limits: {},
  burden: { level: 1, reason: 'managed' },
  alternatives: ['websocket'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: '@azure/web-pubsub' },
  documentation: 'https://learn.microsoft.com/azure/azure-web-pubsub/',
});
