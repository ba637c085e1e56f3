import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'bullmq', name: 'BullMQ', kind: 'job-queue',
  summary: 'job queue for Node.js on Redis or Valkey',
  licence: 'MIT', status: 'active', versioned: true,
  serves: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter'],
  bestFor: ['background work of Node.js services'],
  avoidWhen: ['jobs that may never be lost without persistence'],
  strainsUnder: ['one queue on one Redis core', 'backlogs in memory'],
  failureModes: ['queue-backlog', 'poison-message', 'cache-down', 'oom-killed'],
  limits: {
    jobs: fact('no-op jobs a second of one queue, ten workers', 16_501, '1/s', { title: 'BullMQ benchmarks (Elixir port, same Lua scripts)', url: 'https://hexdocs.pm/bullmq/benchmarks.html', asOf: '2026-02-06', confidence: 'B' }),
  },
  burden: { level: 2, reason: 'a Redis without eviction and with persistence' },
  alternatives: ['pg-boss', 'sqs', 'temporal'],
  migrationPaths: [
    { to: 'temporal', how: 'move flows of several steps first' },
  ],
  deprecations: [
    { what: 'Bull 3 and 4 in maintenance mode, BullMQ takes new features', when: '2023-07-12', source: { title: 'README of Bull as quoted that day in nestjs/docs.nestjs.com issue 2798; it may be older', asOf: '2026-11-30', confidence: 'B' } },
  ],
  identifiers: { npm: 'bullmq', context7: '/taskforcesh/bullmq' },
  documentation: 'https://docs.bullmq.io/',
});
