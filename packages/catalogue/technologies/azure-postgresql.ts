import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure-postgresql', name: 'Azure Database for PostgreSQL', kind: 'managed-sql', aliases: ['azure postgres'],
  summary: 'Microsoft’s managed PostgreSQL, flexible server, with an optional standby zone',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'geo', 'flexible-schema', 'vector', 'row-level-security'],
  bestFor: ['relational data on Azure'],
  avoidWhen: ['more writes than one primary commits'],
  strainsUnder: ['connections without a pooler', 'one writer'],
  failureModes: ['db-primary-loss', 'db-connection-exhaustion'],
  limits: {
    uptime: fact('zone-redundant monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 2, reason: 'patching and backups are the provider’s' },
  alternatives: ['postgresql', 'cloud-sql'],
  migrationPaths: [
    { to: 'postgresql', how: 'dump and restore, or logical replication' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/postgresql/',
});
