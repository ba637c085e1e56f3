import { fact } from '@archwright/kernel';
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
  limits: {
    historyEvents: fact('events in the history of one execution', 51_200, 'count', { title: 'Temporal documentation, workflow execution limits', url: 'https://docs.temporal.io/workflow-execution/limits', asOf: 'undated', confidence: 'A' }),
    historyBytes: fact('bytes of the history of one execution', 50_000_000, 'B', { title: 'Temporal documentation, workflow execution limits', url: 'https://docs.temporal.io/workflow-execution/limits', asOf: 'undated', confidence: 'A' }),
    payload: fact('one payload', 2_000_000, 'B', { title: 'Temporal documentation, self-hosted service defaults', url: 'https://docs.temporal.io/self-hosted-guide/defaults', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 4, reason: 'history shards and a database to run; 1 in its cloud' },
  alternatives: ['bullmq', 'pg-boss'],
  migrationPaths: [
    { to: 'bullmq', how: 'flatten short workflows into jobs' },
  ],
  deprecations: [],
  identifiers: { npm: '@temporalio/client', pypi: 'temporalio', oci: 'temporalio/server' },
  documentation: 'https://docs.temporal.io/',
  knowledgeOnly: 'durable jobs come from the queue that was chosen; workflows of many steps over days are where it would enter, and no archetype has them yet',
});
