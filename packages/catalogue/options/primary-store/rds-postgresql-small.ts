import { assumption, interval, fact } from '@archwright/kernel';
import { postgresqlBaseline, postgresqlCopies } from '../../baselines/postgresql.ts';
import { restoredByCloud } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsRds } from '../../prices/aws-rds.ts';
import { postgresqlCapabilities, storedFigure, sustainedLimit, vcpuFigure } from './shared/relational.ts';

export default defineOption({
  id: 'rds-postgresql-small', decision: 'primary-store', name: 'PostgreSQL on Amazon RDS, small burstable instance',
  summary: 'db.t4g.micro in one zone: full PostgreSQL for light load at the lowest RDS price',
  technologies: ['postgresql', 'rds'], provides: postgresqlCapabilities,
  requires: ['provider:aws'], tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: [],
  parameters: {
    ...postgresqlBaseline, ...postgresqlCopies, instance: awsRds.t4gMicro, storage: awsRds.storage,
    sustainedVcpu: assumption('CPU db.t4g.micro sustains without credits', interval(0.15, 0.2, 0.25), 'count', 'two burstable vCPU with a baseline of about 10 % each'),
    largestStored: assumption('data planned beside 1 GiB of memory', interval(10e9, 40e9, 100e9), 'B', 'beyond it the hot set no longer fits the memory and reads wait for the disk'),
    sla: fact('one instance, monthly uptime commitment (EC2 single instance)', 0.995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month', interval(1, 3, 6), 'h/month', 'small data: upgrades and a restore drill, little tuning'),
    setupHours: assumption('set-up: roles, backups, migrations in the pipeline', interval(10, 16, 30), 'h', 'our estimate for a team that knows SQL'),
  },
  figures: [vcpuFigure, storedFigure],
  costs: [
    { id: 'instance', label: 'instance', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * instance' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, 20000000000 * oneByte) * storage' },
  ],
  limits: [sustainedLimit, { id: 'stored', label: 'data beside 1 GiB of memory', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'the hot set must fit the memory' }],
  latency: { p50: '0.001 * oneSecond', p99: '0.012 * oneSecond' },
  availability: '1 - (1 - sla) * pow(outageKept, regionCopies - 1)',
  recovery: restoredByCloud.rds,
  build: { formula: 'setupHours', reason: 'schema, roles, backups and migrations' },
  run: { formula: 'careHours', reason: 'upgrades and restore drills' },
  parts: 1,
  gains: 'managed PostgreSQL with backups for about 14 USD a month; grows by changing the class',
  gives: 'no standby, 1 GiB of memory and CPU credits: a busy hour slows down, a failed zone is an outage',
  rollback: 'change the instance class or switch Multi-AZ on; minutes of downtime, no migration',
});
