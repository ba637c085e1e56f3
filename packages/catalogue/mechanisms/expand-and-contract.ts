import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'expand-and-contract',
  name: 'Expand and contract schema change',
  problem: 'An exclusive lock on a busy table queues everything behind it: while one long query of {{longQuery}} runs, {{stalled}} statements pile up behind an ALTER that itself needs milliseconds. And old and new code run side by side during every rollout.',
  when: { formula: 'recordReadPeak + recordWritePeak', reason: 'the schema changes while the system runs' },
  structure: 'Every change in separate releases: expand (add, nullable or with a constant default), write both, backfill, read new, contract (drop). Each migration sets lock_timeout and is a row of schema_change(id, phase, applied_at, release, undone_by); a flag read_new decides per release; each step can be undone by the release before it.',
  steps: [
    'Expand: add the column, table or index; indexes concurrently; constraints as not valid. Lock timeout {{lockTimeout}}, retried with pauses.',
    'Release that writes old and new; read_new is off.',
    'Backfill the old rows by ranges of the key with a stored last_id, then VALIDATE CONSTRAINT, which only takes a light lock.',
    'Release with read_new on for a share of requests, then for all; switching it off returns to old.',
    'Watch for a full cycle of the business ({{watch}}); compare old and new in a sample.',
    'Contract: release that no longer knows the old column, then drop it.',
  ],
  parameters: {
    longQuerySeconds: assumption('longest ordinary query or transaction', interval(1, 5, 60), 's', 'reports and batch jobs on the same tables'),
    tableShare: assumption('share of statements on the changed table', interval(0.05, 0.2, 0.6), 'ratio', 'the central tables are the ones that change'),
    lockSeconds: assumption('lock timeout', 0.5, 's', 'callers wait this long at most, well under their own timeouts'),
    watchSeconds: assumption('time between switching and dropping', 604_800, 's', 'a week holds the weekly jobs'),
    rewriteRate: assumption('table rewritten a second', interval(30e6, 100e6, 300e6), 'B/s', 'copy and index build on network storage'),
  },
  computed: [
    { id: 'longQuery', label: 'longest query', unit: 's', formula: 'longQuerySeconds', meaning: 'an exclusive lock waits for it, and all others wait for the lock' },
    { id: 'stalled', label: 'statements stalled', unit: 'count', formula: '(recordReadPeak + recordWritePeak) * tableShare * longQuerySeconds', meaning: 'without a lock timeout' },
    { id: 'lockTimeout', label: 'lock timeout', unit: 's', formula: 'lockSeconds', meaning: 'then give up and try again' },
    { id: 'stalledWithTimeout', label: 'statements delayed with the timeout', unit: 'count', formula: '(recordReadPeak + recordWritePeak) * tableShare * lockSeconds', meaning: 'for half a second at most' },
    { id: 'rewriteTime', label: 'outage of a change in place', unit: 's', formula: 'recordBytes / rewriteRate', meaning: 'a change that rewrites everything under the exclusive lock' },
    { id: 'watch', label: 'watched for', unit: 's', formula: 'watchSeconds', meaning: 'before the point of no return' },
  ],
  tradeOff: 'No outage instead of up to {{rewriteTime}}, and every step can be undone until the drop; a change takes several releases and at least {{watch}}, and writes are doubled meanwhile.',
  rejected: { alternative: 'one migration in a maintenance window', because: 'the window is {{rewriteTime}} at today’s size and grows, it cannot be undone once traffic is back, and old instances fail during the rollout anyway' },
  edgeCase: { case: 'an old instance updates the old column after the backfill passed its row: the new column keeps the old value', cure: 'a trigger keeps both equal from the expand step until the contract step, so that it does not matter which release writes' },
  snippet: { language: 'sql', code: `SET lock_timeout = '500ms';
ALTER TABLE customer ADD COLUMN email_normalised text;
CREATE INDEX CONCURRENTLY customer_email_normalised ON customer (email_normalised);
ALTER TABLE customer ADD CONSTRAINT customer_email_present CHECK (email_normalised IS NOT NULL) NOT VALID;
-- after the backfill
ALTER TABLE customer VALIDATE CONSTRAINT customer_email_present;
ALTER TABLE customer ALTER COLUMN email_normalised SET NOT NULL;   -- no scan: the constraint proves it` },
  sources: [{ title: 'D. Sato, ParallelChange', url: 'https://martinfowler.com/bliki/ParallelChange.html', asOf: '2014-05-13', confidence: 'B' }, { title: 'S. Ambler, P. Sadalage, Refactoring Databases', url: 'https://martinfowler.com/books/refactoringDatabases.html', asOf: '2006-03', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, ALTER TABLE', url: 'https://www.postgresql.org/docs/18/sql-altertable.html', asOf: '2025-09-25', confidence: 'B' }],
});
