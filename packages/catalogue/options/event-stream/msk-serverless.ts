import { assumption, interval } from '@archwright/kernel';
import { brokerBaseline } from '../../baselines/brokers.ts';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsMsk } from '../../prices/aws-msk.ts';
import { eventFigures } from './shared/events.ts';

const { kafkaBytesPerPartition, eventBytes, eventRetentionDays } = brokerBaseline;

/** Off the request path: fed from the outbox. */
export default defineOption({
  id: 'msk-serverless', decision: 'event-stream', name: 'Kafka on Amazon MSK Serverless', summary: 'Kafka without brokers, billed by partition and gigabyte',
  technologies: ['msk', 'kafka'], provides: ['fanout', 'replay', 'ordering'], requires: ['provider:aws'], tags: ['stream:kafka', 'managed'], conflicts: [],
  parameters: {
    kafkaBytesPerPartition, eventBytes, eventRetentionDays, cluster: awsMsk.serverlessCluster, partition: awsMsk.serverlessPartition,
    dataIn: awsMsk.serverlessIn, dataOut: awsMsk.serverlessOut, storage: awsMsk.serverlessStorage,
    smallest: assumption('partitions at least', 12, 'count', 'a few topics with room for a few consumers each'),
    rateLimit: assumption('bytes a second in', interval(100e6, 200e6, 200e6), 'B/s', 'the documented ceiling of a cluster (recalled: verify)'),
    setupHours: assumption('set-up: topics, keys, schemas, relay, idempotent consumers', interval(22, 36, 64), 'h', 'partition keys and schemas are decisions that last'),
    careHours: assumption('care a month', interval(2, 4, 8), 'h/month', 'topics, lag, client versions'),
  },
  figures: [...eventFigures, { id: 'partitions', label: 'partitions', unit: 'count', formula: 'max(smallest, ceil(bytesInPeak / kafkaBytesPerPartition))' }],
  costs: [
    { id: 'cluster', label: 'cluster and partitions', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * (cluster + partitions * partition)' },
    { id: 'traffic', label: 'bytes in and out', unit: 'USD/month', dimension: 'traffic', formula: 'bytesIn * secondsPerMonth * (dataIn + eventConsumers * dataOut)' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * kept * storage' },
  ],
  limits: [{ id: 'rate', label: 'bytes a second in', unit: 'B/s', demand: 'bytesInPeak', limit: 'rateLimit', why: 'a serverless cluster is capped' }],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'topics, keys, schemas, relay, idempotent consumers' }, run: { formula: 'careHours', reason: 'topics, lag, clients' }, parts: 1,
  gains: 'Kafka without sizing brokers', gives: 'a floor of about 560 USD a month', rollback: 'mirror topics to another cluster, then move clients',
});
