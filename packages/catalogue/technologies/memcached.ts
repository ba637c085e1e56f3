import { fact } from '@archwright/kernel';
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
  limits: {
    item: fact('one item by default (-I raises it to 1 GB at most)', 2 ** 20, 'B', { title: 'memcached/memcached discussion 1066, maintainer', url: 'https://github.com/memcached/memcached/discussions/1066', asOf: 'undated', confidence: 'B' }),
    connections: fact('connections by default (-c)', 1024, 'count', { title: 'memcached(1) manual page', url: 'https://manpages.ubuntu.com/manpages/trusty/man1/memcached.1.html', asOf: 'undated', confidence: 'A' }),
    memory: fact('memory by default (-m)', 64 * 2 ** 20, 'B', { title: 'memcached(1) manual page', url: 'https://manpages.ubuntu.com/manpages/trusty/man1/memcached.1.html', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'stateless, but clients decide where keys live' },
  alternatives: ['valkey', 'redis'],
  migrationPaths: [
    { to: 'valkey', how: 'dual writes until the hit rate of the new cache matches, then read from it' },
  ],
  deprecations: [],
  identifiers: {oci: 'memcached'},
  documentation: 'https://docs.memcached.org/',
  knowledgeOnly: 'Valkey serves all it serves, at the price of the same memory, and counters, sets and a replica besides: it could only tie',
});
