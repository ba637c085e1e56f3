import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'msk', name: 'Amazon MSK', kind: 'event-stream', aliases: ['managed streaming for kafka'],
  summary: 'managed Kafka on AWS, by broker or serverless',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['append-heavy', 'fanout', 'replay', 'ordering', 'time-partition'],
  bestFor: ['Kafka on AWS without running brokers'],
  avoidWhen: ['a few events a second'],
  strainsUnder: ['partition planning', 'cost floor'],
  failureModes: ['consumer-rebalance-storm', 'hot-partition'],
  limits: {
    uptime: fact('monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 2, reason: 'topics, partitions and client versions' },
  alternatives: ['kafka', 'kinesis', 'confluent-cloud'],
  migrationPaths: [
    { to: 'kafka', how: 'mirror topics, then move clients' },
  ],
  deprecations: [],
  identifiers: { npm: '@confluentinc/kafka-javascript' },
  documentation: 'https://docs.aws.amazon.com/msk/',
});
