import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'postgresql', name: 'PostgreSQL', kind: 'relational-database', aliases: ['postgres', 'psql', 'pg'],
  summary: 'relational database: transactions, constraints, rich SQL, extensions for search, geography and vectors',
  licence: 'PostgreSQL', status: 'active', versioned: true,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'full-text', 'geo', 'vector', 'row-level-security', 'flexible-schema', 'work-queue'],
  bestFor: ['systems of record', 'multi-tenant applications', 'ledgers', 'queues at modest rates'],
  avoidWhen: ['sustained writes beyond what one primary commits', 'scans over billions of wide rows'],
  strainsUnder: ['write fan-out beyond one primary', 'queue polling at high churn', 'thousands of direct connections', 'very wide analytical scans'],
  failureModes: ['db-primary-loss', 'db-connection-exhaustion', 'db-replica-lag', 'txid-wraparound'],
  limits: {
    connections: fact('default max_connections', 100, 'count', { title: 'PostgreSQL documentation, runtime-config-connection', url: 'https://www.postgresql.org/docs/current/runtime-config-connection.html', asOf: '2026-09-01', confidence: 'B' }),
  },
  burden: { level: 2, reason: 'managed offers exist everywhere; pooling, vacuum and major upgrades remain' },
  alternatives: ['mysql', 'planetscale'],
  migrationPaths: [
    { to: 'clickhouse', how: 'change data capture of the append-only tables, then move their queries' },
    { to: 'citus', how: 'put the tenant key first in every primary key, then distribute by it' },
  ],
  deprecations: [{ what: 'PostgreSQL 14 end of life', when: '2026-11-12', source: { title: 'endoflife.date postgresql', url: 'https://endoflife.date/postgresql', asOf: '2026-08-22', confidence: 'A' } }],
  identifiers: { npm: 'pg', pypi: 'psycopg', go: 'github.com/jackc/pgx/v5', oci: 'library/postgres', context7: '/websites/postgresql_18', endoflife: 'postgresql' },
  documentation: 'https://www.postgresql.org/docs/current/',
});
