import { assumption, fact, interval, type Source } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

const cron: Source = { title: 'Supabase documentation, Cron', url: 'https://supabase.com/docs/guides/cron', asOf: '2026-11-24', confidence: 'A', note: 'page undated; day it was read. Runs as often as every second, at most eight at once recommended' };

/** The work lands on the primary store, which reads `storeWritesExtra`. A database schedule calls the function that takes a batch. */
export default defineOption({
  id: 'supabase-queues', decision: 'queue', name: 'Supabase Queues, drained by scheduled functions', summary: 'queues as tables of the project’s own PostgreSQL (pgmq); a schedule in the database calls an edge function that takes a batch',
  technologies: ['supabase', 'postgresql'], provides: ['work-queue', 'delayed-delivery', 'dead-letter', 'priority', 'scale-to-zero'],
  requires: ['provider:supabase', 'store:postgresql', 'platform:serverless-functions'], tags: ['queue:database', 'managed'], conflicts: ['neon', 'neon-free', 'planetscale-postgresql-small'],
  parameters: {
    writesPerJob: assumption('commits a job: send, read, archive', interval(2, 3, 4), 'ratio', 'a row is written, hidden and moved to the archive'),
    runsAtOnce: fact('scheduled runs at once', 8, 'count', cron),
    shortest: fact('shortest interval between runs', 1, 's', cron),
    batch: assumption('jobs one run takes', interval(5, 20, 100), 'count', 'the documented example takes five; jobs that mostly wait run side by side inside one function'),
    largestMessage: assumption('message size', interval(64_000, 256_000, 1e6), 'B', 'a JSON column takes far more, but every read rewrites the row'),
    setupHours: assumption('set-up: queues, schedule, secrets, set-aside, idempotency', interval(6, 12, 22), 'h', 'an extension, a schedule and a function'),
    careHours: assumption('care a month', interval(0.5, 1.2, 3), 'h/month', 'archive growth, failed runs, table bloat'),
  },
  exports: { storeWritesExtra: 'storeWritesExtra + writesPerJob * jobPeak' },
  figures: [{ id: 'capacity', label: 'jobs a second that scheduled runs take', unit: '1/s', formula: 'runsAtOnce * batch / shortest' }],
  costs: [],
  limits: [
    { id: 'jobs', label: 'jobs a second', unit: '1/s', demand: 'jobPeak', limit: 'capacity', why: 'a schedule starts a few runs a second at most, and each takes one batch' },
    { id: 'message', label: 'message size', unit: 'B', demand: 'jobBytes', limit: 'largestMessage', why: 'larger payloads go to object storage, their key into the message' },
  ],
  build: { formula: 'setupHours', reason: 'queues, schedule, set-aside, idempotency' }, run: { formula: 'careHours', reason: 'archive, failed runs and bloat' }, parts: 0,
  gains: 'a job commits with its record, and functions take work without a process that stays up',
  gives: 'a second or more before a job starts, modest rates, and load on the one primary',
  rollback: 'a schedule moves waiting messages to another queue; functions switch one job type at a time',
});
