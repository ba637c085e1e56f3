import { assumption, fact, interval } from '@archwright/kernel';
import { postgresqlBaseline, postgresqlCopies } from '../../baselines/postgresql.ts';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsRds } from '../../prices/aws-rds.ts';
import { postgresqlCapabilities, storedFigure, sustainedLimit, vcpuFigure } from './shared/relational.ts';

export default defineOption({
  id: 'rds-postgresql-small-two-zones', decision: 'primary-store', name: 'PostgreSQL on Amazon RDS, small burstable instance in two zones',
  summary: 'db.t4g.small with a synchronous standby: light load that must survive a zone',
  technologies: ['postgresql', 'rds'], provides: postgresqlCapabilities,
  requires: ['provider:aws'], tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: [],
  parameters: {
    ...postgresqlBaseline, ...postgresqlCopies, instance: awsRds.t4gSmallMultiAz, storage: awsRds.storageMultiAz,
    sustainedVcpu: assumption('CPU db.t4g.small sustains without credits', interval(0.3, 0.4, 0.5), 'count', 'two burstable vCPU with a baseline of about 20 % each'),
    largestStored: assumption('data planned beside 2 GiB of memory', interval(20e9, 80e9, 200e9), 'B', 'beyond it the hot set no longer fits the memory and reads wait for the disk'),
    sla: fact('Amazon RDS Multi-AZ monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month', interval(1, 3, 6), 'h/month', 'small data: upgrades and a restore drill, little tuning'),
    setupHours: assumption('set-up: roles, backups, migrations in the pipeline', interval(10, 18, 32), 'h', 'our estimate for a team that knows SQL'),
  },
  figures: [vcpuFigure, storedFigure],
  costs: [
    { id: 'instance', label: 'instances in two zones', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * instance' },
    { id: 'storage', label: 'storage in two zones', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, 20000000000 * oneByte) * storage' },
  ],
  limits: [sustainedLimit, { id: 'stored', label: 'data beside 2 GiB of memory', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'the hot set must fit the memory' }],
  latency: { p50: '0.001 * oneSecond', p99: '0.012 * oneSecond' },
  availability: '1 - (1 - sla) * pow(outageKept, regionCopies - 1)',
  recovery: standbyInZone.rds,
  build: { formula: 'setupHours', reason: 'schema, roles, backups and migrations' },
  run: { formula: 'careHours', reason: 'upgrades and restore drills' },
  parts: 1,
  gains: 'a standby that takes over within about two minutes, for about 52 USD a month',
  gives: '2 GiB of memory and CPU credits: sustained load above the baseline slows down',
  rollback: 'change the instance class; minutes of downtime, no migration',
});
