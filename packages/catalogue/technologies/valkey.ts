import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'valkey', name: 'Valkey', kind: 'in-memory-store', aliases: ['elasticache'],
  summary: 'community fork of Redis under a permissive licence, with threaded input and output',
  licence: 'BSD-3-Clause', status: 'active', versioned: true,
  serves: ['in-memory', 'sorted-set', 'ttl', 'point-read', 'conditional-write', 'geo', 'fanout'],
  bestFor: ['new caches', 'users who avoid licence risk'],
  avoidWhen: ['modules that exist only for Redis'],
  strainsUnder: ['memory cost', 'one command thread for slow commands'],
  failureModes: ['cache-down', 'cache-stampede', 'hot-key', 'oom-killed'],
  limits: {
    operations: fact('SET a second on 8 vCPU, tuned, 1 KB values', 999_800, '1/s', { title: 'Momento, Valkey turns one (as cited in code index 57029653171)', url: 'https://www.gomomento.com/blog/valkey-turns-one-how-the-community-fork-left-redis-in-the-dust', asOf: '2025-05-01', confidence: 'B' }),
  },
  burden: { level: 2, reason: 'as Redis' },
  alternatives: ['redis'],
  migrationPaths: [
    { to: 'redis', how: 'replicate out while the 7.2 commands suffice' },
  ],
  deprecations: [],
  identifiers: { npm: 'iovalkey', oci: 'valkey/valkey', endoflife: 'valkey' },
  documentation: 'https://valkey.io/docs/',
});
