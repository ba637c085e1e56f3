import { assumption, fact, interval } from '@archwright/kernel';
import { mysqlBaseline, mysqlLimits } from '../../baselines/mysql.ts';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsRds } from '../../prices/aws-rds.ts';
import { mysqlCapabilities, sizeLimit, storedFigure, storedLimit, unitsFigure, vcpuFigure, relationalStation } from './shared/relational.ts';

export default defineOption({
  id: 'rds-mysql-two-zones', decision: 'primary-store', name: 'MySQL on Amazon RDS, two zones',
  summary: 'one primary with a standby in a second zone; light connections, Vitess as the way to shards',
  technologies: ['mysql'], provides: mysqlCapabilities,
  requires: ['provider:aws'], tags: ['store:relational', 'store:mysql', 'managed'], conflicts: [],
  parameters: {
    ...mysqlBaseline, hotLimit: mysqlLimits.hotLimit, instanceZone: awsRds.m5LargeMysql, storage: awsRds.storageMultiAz,
    vcpuPerUnit: fact('vCPU of db.m5.large', 2, 'count', { title: 'AWS RDS instance classes', asOf: '2026-05-03', confidence: 'B' }),
    largestUnits: assumption('largest class in units of db.m5.large (96 vCPU)', 48, 'count', 'db.m5.24xlarge is the largest general-purpose class of that family'),
    sla: fact('Amazon RDS Multi-AZ monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month: upgrades, schema and query review, restore drill', interval(3, 6, 10), 'h/month', 'managed service: no vacuum, but online schema changes need care'),
    setupHours: assumption('set-up: parameters, roles, backups, migrations in the pipeline', interval(16, 24, 40), 'h', 'our estimate for a team that knows SQL'),
  },
  figures: [vcpuFigure, unitsFigure, storedFigure],
  costs: [
    { id: 'instances', label: 'instances in two zones', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * 2 * instanceZone' },
    { id: 'storage', label: 'storage in two zones', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, 20000000000 * oneByte) * storage' },
  ],
  limits: [sizeLimit, storedLimit],
  station: relationalStation, latency: { p50: '0.001 * oneSecond', p99: '0.008 * oneSecond' },
  availability: 'sla',
  recovery: standbyInZone.rds,
  build: { formula: 'setupHours', reason: 'schema, roles, backups and migrations' },
  run: { formula: 'careHours', reason: 'upgrades, query and index care, restore drills' },
  parts: 1,
  gains: 'transactions and joins with threads instead of processes per connection, and Vitess when one primary is too small',
  gives: 'no row-level security and weaker extensions, document and search support than PostgreSQL',
  rollback: 'dump and restore into any MySQL; to PostgreSQL a type-by-type migration',
});
