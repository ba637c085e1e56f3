import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'online-backfill',
  name: 'Online backfill in batches',
  problem: 'One update over {{rows}} rows holds its locks and dead rows to the end, and log for {{recordBytes}} reaches the replicas at once: they fall behind by far more than a user tolerates.',
  when: { formula: 'recordBytes - oneTransaction', reason: 'existing records must be changed or copied while the system runs' },
  structure: 'backfill(name, last_key, rows_done, state paused|running|done, batch_rows, updated_at): one row of progress. Batches run by primary key ranges, never by offset. A health gate before each batch.',
  steps: [
    'New and changed rows are written in the new form already (expand step, trigger).',
    'Take the next {{batch}} keys after last_key; update only rows that still need it.',
    'Commit batch and progress in one transaction.',
    'Rest so that the job uses {{shareUsed}} of the write capacity; longer when replica lag, lock waits or dead rows pass their limits.',
    'Pause and resume by the progress row; a restart continues at last_key.',
    'At the end compare counts and a checksum per range; only then validate the constraint.',
  ],
  parameters: {
    rowBytes: assumption('record', interval(200, 1000, 4000), 'B', 'row with its indexes; replace by the table’s own'),
    oneTransaction: assumption('size up to which one transaction is fine', 200e6, 'B', 'seconds of work and of log'),
    batchSize: assumption('rows a batch', 1000, 'count', 'tens of milliseconds of locks'),
    backfillShare: assumption('share of write capacity for the job', 0.2, 'ratio', 'users have the rest'),
    writeCapacity: assumption('rows a primary updates a second in batches', interval(2000, 8000, 30_000), '1/s', 'a few cores, one index touched; measure on a copy'),
  },
  computed: [
    { id: 'rows', label: 'rows', unit: 'count', formula: 'recordBytes / rowBytes', meaning: 'all records; one table has a part of them' },
    { id: 'batch', label: 'rows a batch', unit: 'count', formula: 'batchSize', meaning: 'one short transaction' },
    { id: 'shareUsed', label: 'share of capacity', unit: 'ratio', formula: 'backfillShare', meaning: 'while users are served' },
    { id: 'backfillRate', label: 'rate', unit: '1/s', formula: 'writeCapacity * backfillShare', meaning: 'rows' },
    { id: 'pause', label: 'time of a batch with its rest', unit: 's', formula: 'batchSize / backfillRate', meaning: 'work and rest together' },
    { id: 'duration', label: 'duration', unit: 's', formula: 'rows / backfillRate', meaning: 'plan the release around it' },
    { id: 'extraLog', label: 'log produced', unit: 'B/s', formula: 'backfillRate * rowBytes', meaning: 'to replicas and archive' },
  ],
  tradeOff: 'Nobody notices it, and it takes {{duration}} instead of an outage; until then code must read both forms.',
  rejected: { alternative: 'copying to a new table and renaming at the end', because: 'it needs the space twice and a moment in which both are equal; worth it only when the whole layout changes' },
  edgeCase: { case: 'rows inserted behind last_key by a transaction that was open when the batch read its range are never visited', cure: 'the trigger of the expand step writes the new form for every insert and update, so the backfill only owes rows older than the trigger; a final pass selects by “still old”' },
  snippet: { language: 'sql', code: `WITH batch AS (
  SELECT id FROM customer WHERE id > $1 ORDER BY id LIMIT 1000
), changed AS (
  UPDATE customer c SET email_normalised = lower(c.email)
    FROM batch b WHERE c.id = b.id AND c.email_normalised IS NULL
  RETURNING c.id
)
UPDATE backfill SET last_key = coalesce((SELECT max(id) FROM batch), last_key),
                    rows_done = rows_done + (SELECT count(*) FROM changed), updated_at = now()
 WHERE name = 'customer-email' AND state = 'running'
RETURNING last_key;` },
  sources: [{ title: 'GitLab documentation, batched background migrations', url: 'https://docs.gitlab.com/development/database/batched_background_migrations/', asOf: 'undated', confidence: 'B' }, { title: 'S. Ambler, P. Sadalage, Refactoring Databases', url: 'https://martinfowler.com/books/refactoringDatabases.html', asOf: '2006-03', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Routine Vacuuming', url: 'https://www.postgresql.org/docs/18/routine-vacuuming.html', asOf: '2025-09-25', confidence: 'B' }],
});
