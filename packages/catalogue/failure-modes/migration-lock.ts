import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'migration-lock',
  componentKind: 'database',
  name: 'Schema change blocks the table',
  severity: 'high',
  trigger: 'an ALTER that needs an exclusive lock queues behind a long query, without lock_timeout, and everything else queues behind it',
  effect: 'all statements on that table stand still although the change itself takes milliseconds',
  signal: 'sessions queued on one relation; run time of the migration',
  threshold: 'more than 20 sessions queued on one relation',
  mitigations: [
    'lock_timeout and statement_timeout in every migration, with retry',
    'expand and contract instead of changing in place',
    'build indexes concurrently',
    'lint migrations before they merge',
  ],
  recovery: [
    'cancel the migration, not the readers',
    'try again in a quiet hour with a short lock timeout',
  ],
  sources: [
    { title: 'GoCardless: Zero-downtime Postgres migrations, the hard parts', url: 'https://gocardless.com/blog/zero-downtime-postgres-migrations-the-hard-parts/', asOf: 'undated', confidence: 'B' },
    { title: 'GitHub availability report: November 2021', url: 'https://github.blog/2021-12-01-github-availability-report-november-2021/', asOf: '2021-12-01', confidence: 'B' },
    { title: 'Squawk documentation, Safe migrations', url: 'https://squawkhq.com/docs/safe_migrations', asOf: 'undated', confidence: 'B' },
  ],
});
