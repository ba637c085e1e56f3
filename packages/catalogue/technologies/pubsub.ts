import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'pubsub', name: 'Google Pub/Sub', kind: 'managed-queue', aliases: ['pub/sub', 'google pubsub'],
  summary: 'topics and subscriptions billed by the byte; ordering by key and replay on request',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['work-queue', 'delayed-delivery', 'dead-letter', 'fanout', 'replay', 'ordering', 'scale-to-zero'],
  bestFor: ['asynchronous work and events on Google Cloud'],
  avoidWhen: ['priorities within one subscription'],
  strainsUnder: ['redelivery of slow consumers'],
  failureModes: ['duplicate-delivery', 'poison-message', 'queue-backlog'],
  limits: {
    message: fact('message size', 1e7, 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    uptime: fact('monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['sqs', 'kafka'],
  migrationPaths: [
    { to: 'kafka', how: 'subscribe and republish, move consumers' },
  ],
  deprecations: [],
  identifiers: { npm: '@google-cloud/pubsub' },
  documentation: 'https://cloud.google.com/pubsub/docs',
});
