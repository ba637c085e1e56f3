import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cassandra', name: 'Apache Cassandra', kind: 'wide-column-db',
  summary: 'store without a primary: rows by partition key over many nodes and regions',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['point-read', 'range-scan', 'append-heavy', 'typed-columns', 'ttl', 'time-partition', 'conditional-write'],
  bestFor: ['huge write volume by key', 'several active regions'],
  avoidWhen: ['small teams', 'queries not known in advance'],
  strainsUnder: ['deletes and tombstones', 'large partitions', 'repairs'],
  failureModes: ['hot-partition', 'disk-full', 'clock-skew'],
  limits: {
    writes: fact('writes a second of one node', interval(10_000, 30_000, 50_000), '1/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    partition: fact('partition size that warns', 1e8, 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 5, reason: 'repair, compaction and capacity need an owner' },
  alternatives: ['scylladb', 'dynamodb'],
  migrationPaths: [
    { to: 'scylladb', how: 'the same query language: load the tables, then switch' },
  ],
  deprecations: [
    { what: 'Cassandra 3.11 end of life', when: '2024-09-05', source: { title: 'endoflife.date apache-cassandra', url: 'https://endoflife.date/apache-cassandra', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { npm: 'cassandra-driver', oci: 'library/cassandra', endoflife: 'apache-cassandra' },
  documentation: 'https://cassandra.apache.org/doc/latest/',
});
