import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'rabbitmq', name: 'RabbitMQ', kind: 'message-broker', aliases: ['amazon mq', 'amqp'],
  summary: 'broker with flexible routing, work queues, priorities and streams',
  licence: 'MPL-2.0', status: 'active', versioned: true,
  serves: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter', 'fanout', 'ordering'],
  bestFor: ['work queues below 50,000 messages a second', 'routing topologies', 'device fleets over MQTT'],
  avoidWhen: ['replay for many consumers at high volume'],
  strainsUnder: ['long backlogs', 'one queue on one core'],
  failureModes: ['queue-backlog', 'broker-partition', 'poison-message', 'disk-full'],
  limits: {
    cluster: fact('messages a second, quorum queues, 3 × 16 vCPU, version 3.8', 37_000, '1/s', { title: 'RabbitMQ cluster sizing case study, quorum queues, part 1', url: 'https://www.rabbitmq.com/blog/2020/06/21/cluster-sizing-case-study-quorum-queues-part-1', asOf: '2020-06-21', confidence: 'A' }),
    node: fact('messages a second, quorum queue, one node, version 4.0', 83_181, '1/s', { title: 'RabbitMQ AMQP 1.0 benchmarks', url: 'https://www.rabbitmq.com/blog/2024/08/21/amqp-benchmarks', asOf: '2024-08-21', confidence: 'A' }),
  },
  burden: { level: 3, reason: 'memory alarms, partitions and rolling upgrades' },
  alternatives: ['sqs', 'nats', 'kafka'],
  migrationPaths: [
    { to: 'kafka', how: 'publish to both through the outbox, move consumers group by group' },
  ],
  deprecations: [
    { what: 'classic mirrored queues removed in 4.0', when: '2024-09-18', source: { title: 'RabbitMQ 4.0 deprecation announcements', asOf: '2024-09-18', confidence: 'A' } },
    { what: 'community support of 4.2 ended', when: '2026-07-31', source: { title: 'endoflife.date rabbitmq', url: 'https://endoflife.date/rabbitmq', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { npm: 'amqplib', oci: 'library/rabbitmq', endoflife: 'rabbitmq' },
  documentation: 'https://www.rabbitmq.com/docs',
});
