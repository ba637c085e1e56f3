import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'aurora-postgresql', name: 'Amazon Aurora PostgreSQL', kind: 'managed-sql', aliases: ['aurora'],
  summary: 'PostgreSQL engine on storage shared by three zones, with readers and a serverless mode',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'geo', 'flexible-schema', 'vector', 'row-level-security'],
  bestFor: ['reads beyond one machine', 'fast failover', 'spiky load in serverless mode'],
  avoidWhen: ['write rates beyond one writer', 'steady small load, where RDS is cheaper'],
  strainsUnder: ['storage request charges under write-heavy load', 'one writer'],
  failureModes: ['db-primary-loss', 'db-connection-exhaustion', 'db-replica-lag', 'quota-cost-runaway'],
  limits: {
    uptime: fact('multi-AZ cluster monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 2, reason: 'no storage care; upgrades, queries and cost remain' },
  alternatives: ['postgresql', 'neon'],
  migrationPaths: [
    { to: 'postgresql', how: 'logical replication into RDS or any PostgreSQL' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/',
});
