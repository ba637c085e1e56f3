import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'redis', name: 'Redis', kind: 'in-memory-store', aliases: ['redis cache', 'memorystore'],
  summary: 'in-memory store of rich data types: cache, counters, ranks, queues',
  licence: 'AGPL-3.0, RSALv2 or SSPLv1 since 8.0; BSD up to 7.2', status: 'active', versioned: true,
  serves: ['in-memory', 'sorted-set', 'ttl', 'point-read', 'conditional-write', 'geo', 'fanout'],
  bestFor: ['caches and sessions', 'rate limits', 'leaderboards'],
  avoidWhen: ['the only copy of records without a durability plan'],
  strainsUnder: ['memory cost', 'commands that read whole collections', 'one command thread'],
  failureModes: ['cache-down', 'cache-stampede', 'hot-key', 'oom-killed'],
  limits: {
    operations: fact('commands a second of one instance, planning', interval(80_000, 100_000, 150_000), '1/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    measured: fact('commands a second without pipelining on one shared core', interval(50_900, 52_000, 53_200), '1/s', { title: 'own measurement on 2 shared vCPU, client on the same cores', asOf: '2026-11-22', confidence: 'B' }),
    slots: fact('hash slots of a cluster', 16_384, 'count', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    memory: fact('memory of one shard in practice', interval(1e10, 2.5e10, 5e10), 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 2, reason: 'memory headroom, eviction policy, failover' },
  alternatives: ['valkey'],
  migrationPaths: [
    { to: 'valkey', how: 'replicate, then fail over: the 7.2 protocol is shared' },
  ],
  deprecations: [
    { what: 'licence changed from BSD to RSALv2 and SSPL in 2024; AGPL added with 8.0', when: '2025-05-01', source: { title: 'Momento, Valkey turns one', url: 'https://www.gomomento.com/blog/valkey-turns-one-how-the-community-fork-left-redis-in-the-dust', asOf: '2025-05-01', confidence: 'B' } },
  ],
  identifiers: { npm: 'ioredis', oci: 'library/redis', context7: '/redis/ioredis', endoflife: 'redis' },
  documentation: 'https://redis.io/docs/latest/',
});
