import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'event-hubs', name: 'Azure Event Hubs', kind: 'event-stream', aliases: ['azure event hubs'],
  summary: 'partitioned stream on Azure that also speaks the Kafka protocol',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['append-heavy', 'fanout', 'replay', 'ordering'],
  bestFor: ['event ingest on Azure'],
  avoidWhen: ['compacted topics and stream processing of Kafka'],
  strainsUnder: ['throughput units', 'partitions fixed at creation'],
  failureModes: ['hot-partition', 'queue-backlog'],
  limits: {
    unit: fact('bytes a second into one throughput unit', 1e6, 'B/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'units and partitions' },
  alternatives: ['kafka'],
  migrationPaths: [
    { to: 'kafka', how: 'Kafka clients switch the address' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/event-hubs/',
});
