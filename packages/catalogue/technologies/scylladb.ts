import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'scylladb', name: 'ScyllaDB', kind: 'wide-column-db', aliases: ['scylla'],
  summary: 'Cassandra-compatible store with a shard per core',
  licence: 'source-available since 2025, AGPL-3.0 before', status: 'active', versioned: true,
  serves: ['point-read', 'range-scan', 'append-heavy', 'typed-columns', 'ttl', 'time-partition', 'conditional-write'],
  bestFor: ['wide-column data with strict latency'],
  avoidWhen: ['licences that must be OSI approved'],
  strainsUnder: ['hot partitions', 'disks that are not tuned'],
  failureModes: ['hot-partition', 'disk-full'],
  limits: {
    writes: fact('writes a second of one node', interval(100_000, 200_000, 1e6), '1/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 4, reason: 'kernel and disk tuning' },
  alternatives: ['cassandra', 'dynamodb'],
  migrationPaths: [
    { to: 'cassandra', how: 'the same query language: load the tables, then switch' },
  ],
  deprecations: [
    { what: 'source-available licence replaces AGPL', source: { title: 'ScyllaDB licence note, as recorded 2026-11', asOf: '2026-11-22', confidence: 'C' } },
  ],
  identifiers: { npm: 'cassandra-driver', oci: 'scylladb/scylla' },
  documentation: 'https://docs.scylladb.com/',
});
