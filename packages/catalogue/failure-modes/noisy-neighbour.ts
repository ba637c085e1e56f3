import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'noisy-neighbour',
  componentKind: 'tenancy',
  name: 'Noisy neighbour',
  severity: 'high',
  trigger: 'one tenant’s import, scraper or runaway script',
  effect: 'all tenants are slow',
  signal: 'each tenant’s share of CPU and requests',
  threshold: 'one tenant above 30 % of capacity',
  mitigations: [
    'quotas and fair queueing per tenant',
    'tenants spread over cells by shuffle sharding',
    'bulk work in its own pool',
  ],
  recovery: [
    'throttle the tenant',
    'move it to a cell of its own',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Workload isolation using shuffle-sharding', url: 'https://aws.amazon.com/builders-library/workload-isolation-using-shuffle-sharding/', asOf: 'undated', confidence: 'B' },
    { title: 'Amazon Builders’ Library: Fairness in multi-tenant systems', url: 'https://aws.amazon.com/builders-library/fairness-in-multi-tenant-systems/', asOf: 'undated', confidence: 'B' },
  ],
});
