import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cloud-sql', name: 'Cloud SQL for PostgreSQL', kind: 'managed-sql', aliases: ['google cloud sql'],
  summary: 'Google’s managed PostgreSQL with an optional standby zone',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'geo', 'flexible-schema', 'vector', 'row-level-security'],
  bestFor: ['relational data on Google Cloud'],
  avoidWhen: ['more writes than one primary commits'],
  strainsUnder: ['connections without a pooler', 'one writer'],
  failureModes: ['db-primary-loss', 'db-connection-exhaustion'],
  limits: {
    uptime: fact('high-availability monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 2, reason: 'patching and backups are the provider’s' },
  alternatives: ['postgresql', 'aurora-postgresql'],
  migrationPaths: [
    { to: 'postgresql', how: 'dump and restore, or logical replication' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://cloud.google.com/sql/docs/postgres',
});
