import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'memcached', name: 'Memcached', kind: 'cache',
  summary: 'plain key-value cache in memory, many threads, no persistence',
  licence: 'BSD-3-Clause', status: 'active', versioned: true,
  serves: ['in-memory', 'ttl'],
  bestFor: ['large plain caches'],
  avoidWhen: ['sorted sets, counters that must survive, replication'],
  strainsUnder: ['a lost node is an empty node', 'no structures'],
  failureModes: ['cache-down', 'cache-stampede'],
  limits: {},
  burden: { level: 2, reason: 'stateless, but clients decide where keys live' },
  alternatives: ['valkey', 'redis'],
  migrationPaths: [
    { to: 'valkey', how: 'dual writes until the hit rate of the new cache matches, then read from it' },
  ],
  deprecations: [],
  identifiers: {oci: 'memcached'},
  documentation: 'https://docs.memcached.org/',
});
