import { assumption, interval } from '@archwright/kernel';
import { brokerBaseline } from '../../baselines/brokers.ts';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsKinesis } from '../../prices/aws-kinesis.ts';
import { eventFigures } from './shared/events.ts';

const { eventBytes } = brokerBaseline;

/** Off the request path: fed from the outbox. */
export default defineOption({
  id: 'kinesis', decision: 'event-stream', name: 'Amazon Kinesis Data Streams, on demand', summary: 'a stream that grows by itself, billed by the gigabyte',
  technologies: ['kinesis'], provides: ['fanout', 'replay', 'ordering'], requires: ['provider:aws'], tags: ['stream:kinesis', 'managed'], conflicts: [],
  parameters: {
    stream: awsKinesis.stream, ingest: awsKinesis.ingest, retrieval: awsKinesis.retrieval, eventBytes,
    eventRetentionDays: assumption('days events stay readable', 1, 'count', 'the retention in the price; longer retention is charged apart'),
    rateLimit: assumption('bytes a second in', interval(200e6, 1e9, 10e9), 'B/s', 'on-demand streams start at 200 MB/s and are raised; several streams add up'),
    consumerLimit: assumption('consumers that share a stream', interval(5, 20, 20), 'count', 'enhanced fan-out registers twenty'),
    setupHours: assumption('set-up: keys, schemas, relay, idempotent consumers', interval(18, 30, 54), 'h', 'no cluster; checkpoints per consumer'),
    careHours: assumption('care a month', interval(1.5, 3, 6), 'h/month', 'lag, hot shards, cost'),
  },
  figures: eventFigures,
  costs: [
    { id: 'stream', label: 'stream', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * stream' },
    { id: 'traffic', label: 'bytes in and out', unit: 'USD/month', dimension: 'traffic', formula: 'bytesIn * secondsPerMonth * (ingest + eventConsumers * retrieval)' },
  ],
  limits: [
    { id: 'rate', label: 'bytes a second in', unit: 'B/s', demand: 'bytesInPeak', limit: 'rateLimit', why: 'the account’s quota' },
    { id: 'consumers', label: 'consumers', unit: 'count', demand: 'eventConsumers', limit: 'consumerLimit', why: 'a stream registers so many readers' },
  ],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'keys, schemas, relay, idempotent consumers' }, run: { formula: 'careHours', reason: 'lag, hot shards, cost' }, parts: 1,
  gains: 'replay and order by key for about 30 USD a month and cents a gigabyte', gives: 'a day of retention in the price, and clients that exist for AWS only', rollback: 'the outbox stays: publish to both while consumers move',
});
