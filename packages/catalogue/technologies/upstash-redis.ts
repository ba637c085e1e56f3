import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'upstash-redis', name: 'Upstash Redis', kind: 'in-memory-store', aliases: ['upstash'],
  summary: 'Redis protocol over TCP and HTTP, billed by command',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['in-memory', 'sorted-set', 'ttl', 'point-read', 'conditional-write', 'scale-to-zero'],
  bestFor: ['functions at the edge', 'small or idle caches'],
  avoidWhen: ['steady high command rates: billed by command'],
  strainsUnder: ['command quota', 'network distance'],
  failureModes: ['cache-down', 'quota-cost-runaway'],
  limits: {
    commands: fact('commands a second, pay as you go', 10_000, '1/s', { title: 'api-evangelist/upstash plans/upstash-plans-pricing.yml', url: 'https://upstash.com/pricing/redis', asOf: '2026-09-20', confidence: 'B' }),
  },
  burden: { level: 1, reason: 'nothing to size' },
  alternatives: ['redis', 'valkey'],
  migrationPaths: [
    { to: 'valkey', how: 'copy keys with a migration tool, switch the address' },
  ],
  deprecations: [],
  identifiers: { npm: '@upstash/redis' },
  documentation: 'https://upstash.com/docs/redis',
});
