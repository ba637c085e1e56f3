import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'db-lock-contention',
  componentKind: 'database',
  name: 'Hot rows and lock waits',
  severity: 'medium',
  trigger: 'every request updates the same row: a counter, a stock figure, a balance',
  effect: 'throughput falls to one transaction at a time; some end as deadlocks',
  signal: 'sessions waiting for locks, by relation; deadlocks a minute; distribution of wait events',
  threshold: 'more than 50 sessions waiting for locks',
  mitigations: [
    'append entries and roll them up instead of updating one total',
    'spread a counter over several rows',
    'take queue rows with SKIP LOCKED',
    'short transactions that lock in one agreed order',
  ],
  recovery: [
    'cancel the session at the head of the lock queue',
    'stop the job that causes it',
    'split the hot row',
  ],
  sources: [
    { title: 'PostgreSQL 18 documentation, Explicit Locking', url: 'https://www.postgresql.org/docs/18/explicit-locking.html', asOf: '2025-09-25', confidence: 'B' },
  ],
});
