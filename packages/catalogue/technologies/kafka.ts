import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'kafka', name: 'Apache Kafka', kind: 'event-stream', aliases: ['apache kafka'],
  summary: 'partitioned, replicated log that consumers read at their own position',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['append-heavy', 'fanout', 'replay', 'ordering', 'time-partition'],
  bestFor: ['event backbone', 'change capture', 'ingest above 50,000 events a second'],
  avoidWhen: ['a job queue with one consumer', 'delays and priorities per message'],
  strainsUnder: ['partition planning', 'rebalances', 'many small topics'],
  failureModes: ['consumer-rebalance-storm', 'broker-partition', 'disk-full', 'hot-partition'],
  limits: {
    throughput: fact('bytes a second in, 3 × i3en.2xlarge, replicated', 6.05e8, 'B/s', { title: 'Confluent, Benchmarking Apache Kafka, Pulsar and RabbitMQ (code index 71021964995)', url: 'https://www.confluent.io/blog/kafka-fastest-messaging-system/', asOf: '2020-08-21', confidence: 'B' }),
    partition: fact('bytes a second of one partition, planning', 1e7, 'B/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    message: fact('default message size', 1e6, 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 4, reason: 'rebalancing, partitions and upgrades; 2 where managed' },
  alternatives: ['nats', 'rabbitmq', 'kinesis'],
  migrationPaths: [
    { to: 'msk', how: 'mirror topics, then move clients' },
    { to: 'confluent-cloud', how: 'link the clusters, then move clients' },
  ],
  deprecations: [
    { what: 'ZooKeeper mode removed in 4.0', when: '2025-03-18', source: { title: 'endoflife.date apache-kafka', url: 'https://endoflife.date/apache-kafka', asOf: '2026-08-22', confidence: 'A' } },
    { what: 'npm client kafkajs unmaintained since 2.2.4', when: '2023-02-27', source: { title: 'npm list of 2026-11 (code index 17675256791)', asOf: '2026-11-22', confidence: 'B' } },
  ],
  identifiers: { npm: '@confluentinc/kafka-javascript', pypi: 'confluent-kafka', oci: 'apache/kafka', endoflife: 'apache-kafka' },
  documentation: 'https://kafka.apache.org/documentation/',
});
