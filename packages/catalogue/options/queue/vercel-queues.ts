import { assumption, fact, interval, type Source } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption, pricePerMillion } from '../../define.ts';

const limits: Source = { title: 'Vercel documentation, Queues pricing and limits', url: 'https://vercel.com/docs/queues/pricing', asOf: '2026-02-27', confidence: 'A' };
const rate: Source = { title: 'vercel/vercel-plugin, skill vercel-queues: 0.60 USD a million operations, regionally priced; public beta', url: 'https://skills.sh/vercel/vercel-plugin/vercel-queues', asOf: '2026-02-27', confidence: 'C' };

/** Off the request path: an outage delays work and refuses none. */
export default defineOption({
  id: 'vercel-queues', decision: 'queue', name: 'Vercel Queues', summary: 'durable topics that call functions with each message, billed by operation; in public beta',
  technologies: ['vercel'], provides: ['work-queue', 'delayed-delivery', 'dead-letter', 'priority', 'scale-to-zero'],
  requires: ['provider:vercel'], tags: ['managed'], conflicts: [],
  parameters: {
    operation: pricePerMillion('Vercel Queues operation', 0.6, rate),
    operationsPerJob: fact('operations a job: send, notify, delete', 3, 'ratio', limits),
    chunk: fact('bytes of one operation', 4_096, 'B', limits),
    largestMessage: fact('message size', 100e6, 'B', limits),
    rateLimit: assumption('jobs a second over several topics', interval(200, 1_000, 10_000), '1/s', 'no rate is published for the beta; the functions behind it take tens of thousands at once'),
    setupHours: assumption('set-up: topics, consumers, set-aside, idempotency', interval(5, 10, 20), 'h', 'a handler and its trigger; setting failed messages aside is code of ours'),
    careHours: assumption('care a month', interval(0.5, 1.5, 3), 'h/month', 'failed messages, and changes of a beta'),
  },
  figures: [],
  costs: [{ id: 'operations', label: 'operations', unit: 'USD/month', dimension: 'requests', formula: 'jobMean * operationsPerJob * max(1, ceil(jobBytes / chunk)) * secondsPerMonth * operation' }],
  limits: [
    { id: 'message', label: 'message size', unit: 'B', demand: 'jobBytes', limit: 'largestMessage', why: 'larger payloads go to the object store' },
    { id: 'rate', label: 'jobs a second', unit: '1/s', demand: 'jobPeak', limit: 'rateLimit', why: 'what the beta carries is not published' },
  ],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'topics, consumers, set-aside' }, run: { formula: 'careHours', reason: 'failed messages, changes of the beta' }, parts: 1,
  gains: 'work after the answer without a process that stays up, on the platform that is there anyway',
  gives: 'a public beta; messages end after a day, order is approximate, and failed ones are set aside by our own code',
  rollback: 'a consumer republishes to another queue while producers switch',
});
