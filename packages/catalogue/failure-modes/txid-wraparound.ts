import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'txid-wraparound',
  componentKind: 'database',
  name: 'Vacuum falls behind: bloat and wraparound',
  severity: 'high',
  trigger: 'autovacuum cannot keep up with updates, or one old transaction pins every dead row',
  effect: 'tables swell and slow down; in the end the database refuses writes to protect itself',
  signal: 'age of the oldest unfrozen transaction id; dead rows as a share; age of the oldest open transaction',
  threshold: 'transaction age above 1 billion',
  mitigations: [
    'per-table autovacuum settings for the tables that change most',
    'a limit on how long a transaction may stay open',
    'drop whole partitions instead of deleting rows',
  ],
  recovery: [
    'end the old transactions',
    'freeze the worst tables by hand, oldest first',
  ],
  sources: [
    { title: 'PostgreSQL 18 documentation, Routine Vacuuming', url: 'https://www.postgresql.org/docs/18/routine-vacuuming.html', asOf: '2025-09-25', confidence: 'B' },
  ],
});
