import { assumption, fact, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { azureWebPubsub } from '../../prices/azure-web-pubsub.ts';

export default defineOption({
  id: 'azure-web-pubsub', decision: 'real-time', name: 'Azure Web PubSub',
  summary: 'a managed service holds the connections; code publishes to users and groups',
  technologies: ['azure-web-pubsub', 'websocket'], provides: ['long-lived-connections'], requires: ['provider:azure'], tags: ['push:managed', 'managed'], conflicts: [],
  parameters: {
    unit: azureWebPubsub.unit,
    perUnit: fact('connections of one unit', 1_000, 'count', azureWebPubsub.unit.source!),
    freeConnections: assumption('connections of the free tier', interval(0, 20, 20), 'count', 'meant for trials; recalled, not re-read'),
    unitLimit: assumption('units of one resource', interval(100, 1_000, 1_000), 'count', 'the premium tier ends at a thousand units; several resources can be used'),
    messagesPerUnit: assumption('messages a second one unit pushes', interval(100, 500, 1_000), '1/s', 'small messages to single connections'),
    setupHours: assumption('set-up: hub, tokens, handlers', interval(8, 16, 30), 'h', 'tokens and event handlers'),
    careHours: assumption('care a month', interval(0.3, 0.8, 2), 'h/month', 'units and quotas'),
  },
  figures: [{ id: 'units', label: 'units', unit: 'count', formula: 'max(ceil(max(0, connections - freeConnections) / perUnit), ceil(max(0, pushPeak / messagesPerUnit - 1)))' }],
  costs: [{ id: 'unitRent', label: 'units', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * units * unit' }],
  limits: [{ id: 'size', label: 'units of one resource', unit: 'count', demand: 'units', limit: 'unitLimit', why: 'one resource holds a million connections at most' }],
  build: { formula: 'setupHours', reason: 'hub, tokens and handlers' }, run: { formula: 'careHours', reason: 'units and quotas' },
  parts: 1,
  gains: 'connections, groups and fan-out without a process of ours',
  gives: 'about five cents a connection a month at peak, and the service’s own client protocol',
  rollback: 'clients reconnect to another endpoint; message formats stay',
});
