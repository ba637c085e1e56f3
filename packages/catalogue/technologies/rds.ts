import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'rds', name: 'Amazon RDS for PostgreSQL', kind: 'managed-sql', aliases: ['amazon rds', 'rds postgresql'],
  summary: 'PostgreSQL on one machine or a pair in two zones, patched and backed up by AWS',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'geo', 'flexible-schema', 'vector', 'row-level-security'],
  bestFor: ['steady relational load on AWS', 'teams without a database administrator'],
  avoidWhen: ['load that sleeps most of the day', 'extensions that AWS does not offer'],
  strainsUnder: ['one writer', 'failover takes a minute or two in an ordinary pair'],
  failureModes: ['db-primary-loss', 'db-connection-exhaustion', 'db-replica-lag', 'disk-full'],
  limits: {
    storage: fact('storage of one instance', 65_536 * 2 ** 30, 'B', { title: 'Amazon RDS API, CreateDBInstance, AllocatedStorage: 20 to 65536 GiB', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html', asOf: 'undated', confidence: 'A' }),
    instances: fact('instances of an account and region by default', 40, 'count', { title: 'Amazon RDS User Guide, quotas and constraints', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'no machines to patch; sizing, queries and major upgrades remain' },
  alternatives: ['aurora-postgresql', 'cloud-sql', 'azure-postgresql', 'neon'],
  migrationPaths: [
    { to: 'aurora-postgresql', how: 'Aurora read replica of the instance, promoted in a planned minute' },
    { to: 'postgresql', how: 'logical replication out, then a switch of the connection string' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_PostgreSQL.html',
});
