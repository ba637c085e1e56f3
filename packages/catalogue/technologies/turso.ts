import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'turso', name: 'Turso', kind: 'managed-sqlite', aliases: ['libsql'],
  summary: 'hosted SQLite (libSQL) with replicas inside the application',
  licence: 'MIT (libSQL), managed', status: 'active', versioned: false,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'full-text', 'scale-to-zero'],
  bestFor: ['a database for each tenant', 'reads near users'],
  avoidWhen: ['many concurrent writers on one database'],
  strainsUnder: ['one primary for writes'],
  failureModes: ['db-replica-lag', 'db-primary-loss'],
  limits: {
    databases: fact('databases of the free plan', 100, 'count', { title: 'api-evangelist/turso plans/turso-plans-pricing.yml @8cd9891e', url: 'https://turso.tech/pricing', asOf: '2026-06-12', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['d1', 'sqlite', 'neon'],
  migrationPaths: [
    { to: 'postgresql', how: 'dump, adapt types, move writers' },
  ],
  deprecations: [],
  identifiers: { npm: '@libsql/client' },
  documentation: 'https://docs.turso.tech/',
});
