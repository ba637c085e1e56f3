import { assumption, fact, interval, type Source } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { cloudflareQueues } from '../../prices/cloudflare-queues.ts';

const docs: Source = { title: 'cloudflare/cloudflare-docs partials/workers/queues_pricing.mdx @96996fd3', url: 'https://developers.cloudflare.com/queues/platform/pricing/', asOf: '2026-04-21', confidence: 'A' };

/** Off the request path: an outage delays work and refuses none. */
export default defineOption({
  id: 'cloudflare-queues', decision: 'queue', name: 'Cloudflare Queues', summary: 'queues that call Workers with batches, billed by operation',
  technologies: ['cloudflare-queues'], provides: ['work-queue', 'delayed-delivery', 'dead-letter', 'priority', 'scale-to-zero'],
  requires: ['provider:cloudflare'], tags: ['managed'], conflicts: [],
  parameters: {
    operation: cloudflareQueues.operation,
    operationsPerJob: fact('operations a job: write, read, delete', 3, 'ratio', docs),
    chunk: fact('bytes of one operation', 64_000, 'B', docs), freeOperations: fact('operations in the paid plan', 1e6, '1/month', docs),
    largestMessage: fact('message size', 128_000, 'B', { title: 'cloudflare/cloudflare-docs, queues', asOf: '2026-04-21', confidence: 'C' }),
    rateLimit: assumption('jobs a second over several queues', interval(2_000, 5_000, 20_000), '1/s', 'one queue takes about 5,000 messages a second (recalled: verify)'),
    setupHours: assumption('set-up: queues, consumers, dead letters, idempotency', interval(6, 12, 22), 'h', 'a binding and a handler'),
    careHours: assumption('care a month', interval(0.3, 1, 2), 'h/month', 'dead letters'),
  },
  figures: [],
  costs: [{ id: 'operations', label: 'operations', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, jobMean * operationsPerJob * max(1, ceil(jobBytes / chunk)) * secondsPerMonth - freeOperations) * operation' }],
  limits: [
    { id: 'message', label: 'message size', unit: 'B', demand: 'jobBytes', limit: 'largestMessage', why: 'larger payloads go to the object store' },
    { id: 'rate', label: 'jobs a second', unit: '1/s', demand: 'jobPeak', limit: 'rateLimit', why: 'a queue is limited in messages a second' },
  ],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'queues, consumers, dead letters' }, run: { formula: 'careHours', reason: 'dead letters' }, parts: 1,
  gains: 'a queue for Workers with nothing to run or pay while idle', gives: 'small messages, at-least-once, and consumers that are Workers or pull over HTTP', rollback: 'a consumer republishes to another queue while producers switch',
});
