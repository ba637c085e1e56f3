import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'temporal', name: 'Temporal', kind: 'workflow-engine',
  summary: 'durable execution: workflows as code that survive crashes',
  licence: 'MIT (server)', status: 'active', versioned: true,
  serves: ['work-queue', 'delayed-delivery', 'long-running'],
  bestFor: ['business processes of days with retries and compensation'],
  avoidWhen: ['jobs that are sent and forgotten'],
  strainsUnder: ['determinism rules in workflow code', 'history size'],
  failureModes: ['queue-backlog', 'db-primary-loss'],
  limits: {},
  burden: { level: 4, reason: 'history shards and a database to run; 1 in its cloud' },
  alternatives: ['bullmq', 'pg-boss'],
  migrationPaths: [
    { to: 'bullmq', how: 'flatten short workflows into jobs' },
  ],
  deprecations: [],
  identifiers: { npm: '@temporalio/client', pypi: 'temporalio', oci: 'temporalio/server' },
  documentation: 'https://docs.temporal.io/',
});
