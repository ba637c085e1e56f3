import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cloudflare-queues', name: 'Cloudflare Queues', kind: 'managed-queue',
  summary: 'queues for Workers, billed by operation',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['work-queue', 'delayed-delivery', 'dead-letter', 'scale-to-zero'],
  bestFor: ['asynchronous work of Workers'],
  avoidWhen: ['strict order, large messages'],
  strainsUnder: ['message size', 'rate of one queue'],
  failureModes: ['duplicate-delivery', 'poison-message', 'queue-backlog'],
  limits: {
    message: fact('message size', 128_000, 'B', { title: 'cloudflare/cloudflare-docs, queues', url: 'https://developers.cloudflare.com/queues/', asOf: '2026-04-21', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['sqs'],
  migrationPaths: [
    { to: 'sqs', how: 'a consumer republishes while producers switch' },
  ],
  deprecations: [],
  identifiers: { npm: 'wrangler' },
  documentation: 'https://developers.cloudflare.com/queues/',
});
