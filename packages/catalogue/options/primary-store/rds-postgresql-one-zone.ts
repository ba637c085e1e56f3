import { assumption, fact, interval } from '@archwright/kernel';
import { postgresqlBaseline, postgresqlCopies, postgresqlLimits } from '../../baselines/postgresql.ts';
import { restoredByCloud } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsRds } from '../../prices/aws-rds.ts';
import { postgresqlCapabilities, sizeLimit, storedFigure, storedLimit, unitsFigure, vcpuFigure, relationalStation } from './shared/relational.ts';

export default defineOption({
  id: 'rds-postgresql-one-zone', decision: 'primary-store', name: 'PostgreSQL on Amazon RDS, one zone',
  summary: 'one primary without standby; a zone outage means a restore from backup',
  technologies: ['postgresql', 'rds'], provides: postgresqlCapabilities,
  requires: ['provider:aws'], tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: [],
  parameters: {
    ...postgresqlBaseline, ...postgresqlCopies, hotLimit: postgresqlLimits.hotLimit,
    instance: awsRds.m7gLarge, storage: awsRds.storage,
    vcpuPerUnit: fact('vCPU of db.m7g.large', 2, 'count', { title: 'AWS RDS instance classes', asOf: '2026-07-01', confidence: 'B' }),
    largestUnits: assumption('largest class in units of db.m7g.large (64 vCPU)', 32, 'count', 'db.m7g.16xlarge is the largest general-purpose class of that family'),
    sla: fact('one instance, monthly uptime commitment (EC2 single instance)', 0.995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month: upgrades, schema and query review, restore drill', interval(3, 6, 10), 'h/month', 'managed service; upgrades need a short outage window as there is no standby'),
    setupHours: assumption('set-up: parameters, roles, backups, migrations in the pipeline', interval(16, 24, 40), 'h', 'our estimate for a team that knows SQL'),
  },
  figures: [vcpuFigure, unitsFigure, storedFigure],
  costs: [
    { id: 'instances', label: 'instance', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * instance' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, 20000000000 * oneByte) * storage' },
  ],
  limits: [sizeLimit, storedLimit],
  station: relationalStation, latency: { p50: '0.001 * oneSecond', p99: '0.008 * oneSecond' },
  availability: '1 - (1 - sla) * pow(outageKept, regionCopies - 1)',
  recovery: restoredByCloud.rds,
  build: { formula: 'setupHours', reason: 'schema, roles, backups and migrations' },
  run: { formula: 'careHours', reason: 'upgrades, query and index care, restore drills' },
  parts: 1,
  gains: 'half the database bill of two zones, with the same SQL and backups',
  gives: 'no standby: a failed zone or host means minutes to hours of outage and a restore from backup',
  rollback: 'switch Multi-AZ on: RDS adds the standby without a migration',
});
