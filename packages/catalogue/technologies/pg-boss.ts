import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'pg-boss', name: 'pg-boss', kind: 'job-queue',
  summary: 'job queue for Node.js in PostgreSQL',
  licence: 'MIT', status: 'active', versioned: true,
  serves: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter'],
  bestFor: ['modest rates with jobs that commit with their records'],
  avoidWhen: ['more than 1,000-2,000 jobs a second on the main database'],
  strainsUnder: ['dead rows under churn', 'polling delay'],
  failureModes: ['queue-backlog', 'poison-message', 'db-lock-contention'],
  limits: {
    commits: fact('single-row commits a second on 2 vCPU, shared by all steps of a job', 5910, '1/s', { title: 'own measurement on 2 shared vCPU, client on the same cores', asOf: '2026-11-22', confidence: 'B' }),
  },
  burden: { level: 1, reason: 'uses the database that is there' },
  alternatives: ['bullmq', 'sqs'],
  migrationPaths: [
    { to: 'sqs', how: 'an outbox relay publishes while workers switch' },
  ],
  deprecations: [],
  identifiers: { npm: 'pg-boss' },
  documentation: 'https://timgit.github.io/pg-boss/',
});
