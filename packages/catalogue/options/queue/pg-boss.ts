import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

/** The work lands on the primary store, which reads `storeWritesExtra`. */
export default defineOption({
  id: 'pg-boss', decision: 'queue', name: 'pg-boss on the primary PostgreSQL', summary: 'jobs are rows, locked with SKIP LOCKED and committed with the record that caused them',
  technologies: ['pg-boss', 'postgresql'], provides: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter'],
  requires: ['store:postgresql', 'runtime:node'], tags: ['queue:database'], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    writesPerJob: assumption('commits a job: insert, take, finish', interval(2, 3, 4), 'ratio', 'one row written three times, plus the archive move in batches'),
    jobLimit: assumption('jobs a second on the main database', interval(500, 1_000, 2_000), '1/s', 'above it dead rows outrun vacuum and polling competes with requests'),
    setupHours: assumption('set-up: queues, retry policy, idempotent workers', interval(4, 8, 16), 'h', 'a library in the same process and database'),
    careHours: assumption('care a month', interval(0.3, 1, 2), 'h/month', 'failed jobs, table bloat'),
  },
  exports: { storeWritesExtra: 'storeWritesExtra + writesPerJob * jobPeak' },
  figures: [], costs: [],
  limits: [{ id: 'jobs', label: 'jobs a second', unit: '1/s', demand: 'jobPeak', limit: 'jobLimit', why: 'each job is written three times to the store that also serves requests' }],
  build: { formula: 'setupHours', reason: 'queues, retries, idempotent workers' }, run: { formula: 'careHours', reason: 'failed jobs and bloat' }, parts: 0,
  gains: 'a job exists exactly when its record does, without an outbox or another service',
  gives: 'work for the primary store and a poll of a second or two before a job starts',
  rollback: 'a relay moves waiting rows to another queue; workers switch one job type at a time',
});
