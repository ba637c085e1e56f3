import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

/** The work lands on the primary store, which reads `storeWritesExtra`. */
export default defineOption({
  id: 'jobs-table', decision: 'queue', name: 'Jobs table in the primary store', summary: 'a table of jobs that workers poll, in the relational store that is there anyway',
  technologies: ['jobs-table'], provides: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter'],
  requires: ['store:relational'], tags: ['queue:database'], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    writesPerJob: assumption('commits a job: insert, take, finish', interval(2, 3, 4), 'ratio', 'one row written three times'),
    jobLimit: assumption('jobs a second on the main database', interval(300, 800, 1_500), '1/s', 'a hand-written poller batches less well than a library'),
    setupHours: assumption('set-up: table, poller, leases, retries, set-aside, idempotency', interval(12, 20, 36), 'h', 'a few hundred lines and their tests, in any language'),
    careHours: assumption('care a month', interval(0.5, 1, 2), 'h/month', 'failed jobs, table bloat'),
  },
  exports: { storeWritesExtra: 'storeWritesExtra + writesPerJob * jobPeak' },
  figures: [], costs: [],
  limits: [{ id: 'jobs', label: 'jobs a second', unit: '1/s', demand: 'jobPeak', limit: 'jobLimit', why: 'each job is written three times to the store that also serves requests' }],
  build: { formula: 'setupHours', reason: 'table, poller, leases and retries' }, run: { formula: 'careHours', reason: 'failed jobs and bloat' }, parts: 0,
  gains: 'a job commits with its record, in any language and without another service',
  gives: 'leases, retries and scheduling are code of ours; the store carries the polling',
  rollback: 'a relay moves waiting rows to another queue; workers switch one job type at a time',
});
