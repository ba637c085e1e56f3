import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'mongodb', name: 'MongoDB', kind: 'document-db', aliases: ['mongo', 'mongodb atlas', 'atlas'],
  summary: 'document database with replica sets and built-in sharding',
  licence: 'SSPL-1.0 (server)', status: 'active', versioned: true,
  serves: ['transactions', 'unique-constraint', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'typed-columns', 'aggregation', 'ttl', 'full-text', 'geo', 'flexible-schema', 'vector'],
  bestFor: ['catalogues and content of varying shape', 'growth by shard key'],
  avoidWhen: ['invariants over many entities', 'licences that must be OSI approved'],
  strainsUnder: ['cross-document transactions', 'indexes larger than memory'],
  failureModes: ['db-primary-loss', 'db-replica-lag', 'hot-partition'],
  limits: {
    document: fact('document size', 1.6e7, 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    operations: fact('operations a second of one node', interval(10_000, 25_000, 50_000), '1/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    shard: fact('stored data of one shard', interval(2e12, 2.5e12, 3e12), 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 3, reason: 'shard keys, index memory and versions' },
  alternatives: ['postgresql', 'dynamodb'],
  migrationPaths: [
    { to: 'postgresql', how: 'JSON columns first, then normalise the hot paths' },
  ],
  deprecations: [
    { what: 'Atlas Serverless and the M2 and M5 tiers replaced by Flex', when: '2025-05-01', source: { title: 'MongoDB documentation on Flex clusters, via a mirror', asOf: '2026-03-01', confidence: 'B' } },
    { what: 'MongoDB 8.2 end of life', when: '2026-07-31', source: { title: 'endoflife.date mongodb', url: 'https://endoflife.date/mongodb', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { npm: 'mongodb', oci: 'library/mongo', endoflife: 'mongodb' },
  documentation: 'https://www.mongodb.com/docs/',
});
