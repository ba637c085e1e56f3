import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'nats', name: 'NATS JetStream', kind: 'message-broker', aliases: ['jetstream'],
  summary: 'small messaging server with subjects, request-reply and persisted streams',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['work-queue', 'delayed-delivery', 'dead-letter', 'fanout', 'replay', 'ordering', 'ttl'],
  bestFor: ['messaging between services', 'fleets at the edge'],
  avoidWhen: ['the connectors of Kafka'],
  strainsUnder: ['file storage under heavy synchronous publishes'],
  failureModes: ['broker-partition', 'queue-backlog', 'disk-full'],
  limits: {
    publish: fact('messages a second, JetStream, file storage, one copy, asynchronous', 403_828, '1/s', { title: 'nats-io/nats.docs natsbench @98856081', url: 'https://docs.nats.io/using-nats/nats-tools/nats_cli/natsbench', asOf: '2025-10-29', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'one binary; replicated streams need three of it' },
  alternatives: ['kafka', 'rabbitmq'],
  migrationPaths: [
    { to: 'kafka', how: 'bridge subjects to topics, move consumers' },
  ],
  deprecations: [
    { what: 'npm package nats v2 replaced by @nats-io packages', when: '2025-01-01', source: { title: 'nats-io/nats.js README; the day is recalled, not read', asOf: '2026-11-30', confidence: 'D' } },
  ],
  identifiers: { npm: '@nats-io/transport-node', pypi: 'nats-py', oci: 'library/nats' },
  documentation: 'https://docs.nats.io/',
});
