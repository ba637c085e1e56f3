import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'mysql', name: 'MySQL', kind: 'relational-db', aliases: ['innodb'], carries: ['mariadb'],
  summary: 'relational database with light connections, a huge install base and Vitess as its way to shards',
  licence: 'GPL-2.0 or commercial', status: 'active', versioned: true,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'geo', 'flexible-schema'],
  bestFor: ['read-heavy web applications', 'teams that know it', 'growth through Vitess'],
  avoidWhen: ['deep JSON, geography or extension needs', 'row-level security'],
  strainsUnder: ['large table changes', 'wide analytical scans'],
  failureModes: ['db-primary-loss', 'db-replica-lag', 'migration-lock', 'db-connection-exhaustion'],
  limits: {
    connections: fact('default max_connections', 151, 'count', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    writes: fact('durable commits a second of one node', interval(5000, 12_000, 30_000), '1/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 2, reason: 'managed offers everywhere; online schema changes need care' },
  alternatives: ['postgresql', 'planetscale'],
  migrationPaths: [
    { to: 'planetscale', how: 'import into Vitess, then cut over with its online migration' },
    { to: 'postgresql', how: 'convert types table by table, replicate by change capture, switch readers first' },
  ],
  deprecations: [
    { what: 'MySQL 8.0 end of life', when: '2026-04-30', source: { title: 'endoflife.date mysql', url: 'https://endoflife.date/mysql', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { npm: 'mysql2', oci: 'library/mysql', endoflife: 'mysql' },
  documentation: 'https://dev.mysql.com/doc/',
});
