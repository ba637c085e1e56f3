import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'jobs-table', name: 'Jobs table', kind: 'job-queue', aliases: ['job table', 'skip locked'],
  summary: 'jobs as rows of the primary store, taken with a lease',
  licence: 'own code', status: 'active', versioned: false,
  serves: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter'],
  bestFor: ['modest rates in any language'],
  avoidWhen: ['more than about a thousand jobs a second'],
  strainsUnder: ['dead rows under churn', 'polling delay'],
  failureModes: ['queue-backlog', 'poison-message', 'db-lock-contention'],
  limits: {},
  burden: { level: 1, reason: 'uses the database that is there' },
  alternatives: ['pg-boss', 'sqs'],
  migrationPaths: [
    { to: 'sqs', how: 'a relay publishes waiting rows while workers switch' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://www.postgresql.org/docs/current/sql-select.html#SQL-FOR-UPDATE-SHARE',
});
