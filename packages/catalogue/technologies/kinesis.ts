import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'kinesis', name: 'Amazon Kinesis Data Streams', kind: 'event-stream', aliases: ['kinesis data streams'],
  summary: 'sharded stream billed by the gigabyte or the shard',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['append-heavy', 'fanout', 'replay', 'ordering', 'scale-to-zero'],
  bestFor: ['event ingest on AWS with functions as consumers'],
  avoidWhen: ['Kafka clients and connectors'],
  strainsUnder: ['hot shards'],
  failureModes: ['hot-partition', 'quota-cost-runaway'],
  limits: {
    shardIn: fact('bytes a second into one shard', 1e6, 'B/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    shardRecords: fact('records a second into one shard', 1000, '1/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    shardOut: fact('bytes a second out of one shard', 2e6, 'B/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'no brokers; shard keys remain' },
  alternatives: ['kafka', 'msk'],
  migrationPaths: [
    { to: 'kafka', how: 'publish to both, move consumers' },
  ],
  deprecations: [],
  identifiers: { npm: '@aws-sdk/client-kinesis' },
  documentation: 'https://docs.aws.amazon.com/streams/',
});
