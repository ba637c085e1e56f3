import { assumption, fact, interval } from '@archwright/kernel';
import { postgresqlBaseline, postgresqlCopies, postgresqlLimits } from '../../baselines/postgresql.ts';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsRds } from '../../prices/aws-rds.ts';
import { postgresqlCapabilities, sizeLimit, storedFigure, storedLimit, unitsFigure, vcpuFigure, relationalStation } from './shared/relational.ts';

export default defineOption({
  id: 'rds-postgresql-two-zones', decision: 'primary-store', name: 'PostgreSQL on Amazon RDS, two zones',
  summary: 'one RDS primary with a synchronous standby in a second zone; scales up, not out',
  technologies: ['postgresql', 'rds'], provides: postgresqlCapabilities,
  requires: ['provider:aws'], tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: [],
  parameters: {
    ...postgresqlBaseline, ...postgresqlCopies, hotLimit: postgresqlLimits.hotLimit,
    instanceZone: awsRds.m7gLarge, storage: awsRds.storageMultiAz,
    vcpuPerUnit: fact('vCPU of db.m7g.large', 2, 'count', { title: 'AWS RDS instance classes', asOf: '2026-07-01', confidence: 'B' }),
    largestUnits: assumption('largest class in units of db.m7g.large (64 vCPU)', 32, 'count', 'db.m7g.16xlarge is the largest general-purpose class of that family'),
    sla: fact('Amazon RDS Multi-AZ monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month: upgrades, schema and query review, restore drill', interval(3, 6, 10), 'h/month', 'managed service: no patching, but vacuum, indexes and connection limits stay ours'),
    setupHours: assumption('set-up: parameters, roles, backups, migrations in the pipeline', interval(16, 24, 40), 'h', 'our estimate for a team that knows SQL'),
  },
  figures: [vcpuFigure, unitsFigure, storedFigure],
  costs: [
    { id: 'instances', label: 'instances in two zones', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * 2 * instanceZone' },
    { id: 'storage', label: 'storage in two zones', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, 20000000000 * oneByte) * storage' },
  ],
  limits: [sizeLimit, storedLimit],
  station: relationalStation, latency: { p50: '0.001 * oneSecond', p99: '0.008 * oneSecond' },
  availability: '1 - (1 - sla) * pow(outageKept, regionCopies - 1)',
  recovery: standbyInZone.rds,
  build: { formula: 'setupHours', reason: 'schema, roles, backups and migrations' },
  run: { formula: 'careHours', reason: 'upgrades, query and index care, restore drills' },
  parts: 1,
  gains: 'transactions, constraints, joins and ad-hoc queries in one store that most engineers know',
  gives: 'one writing primary: growth beyond its largest class needs sharding or another store',
  rollback: 'dump and restore into any PostgreSQL; the wire protocol and SQL stay',
});
