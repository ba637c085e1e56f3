import { assumption, fact, interval } from '@archwright/kernel';
import { postgresqlBaseline, postgresqlCopies } from '../../baselines/postgresql.ts';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsAurora } from '../../prices/aws-aurora.ts';
import { postgresqlCapabilities, storedFigure, vcpuFigure } from './shared/relational.ts';

export default defineOption({
  id: 'aurora-serverless-postgresql', decision: 'primary-store', name: 'Aurora Serverless PostgreSQL, two zones',
  summary: 'capacity follows the load by the second, from half a unit upwards; writer and failover reader',
  technologies: ['aurora-postgresql', 'postgresql'], provides: postgresqlCapabilities,
  requires: ['provider:aws'], tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: [],
  parameters: {
    ...postgresqlBaseline, ...postgresqlCopies, unit: awsAurora.capacityUnit, storage: awsAurora.storage, io: awsAurora.io,
    vcpuPerUnit: assumption('vCPU of one capacity unit', interval(0.2, 0.25, 0.5), 'count', 'a unit is 2 GiB; memory-optimised classes pair 8 GiB with a vCPU'),
    smallestUnits: assumption('capacity units kept while idle', 0.5, 'count', 'half a unit a node keeps the failover reader ready'),
    largestUnits: assumption('capacity units of one node', 256, 'count', 'the documented ceiling of Serverless v2 (recalled: verify)'),
    ioPerWrite: assumption('storage requests a record write', interval(2, 4, 8), 'ratio', 'log records of the row and its indexes'),
    largestStored: assumption('data planned for one cluster', interval(10e12, 30e12, 60e12), 'B', 'the volume grows to 128 TB; index builds and vacuum set the practical bound'),
    sla: fact('Aurora multi-AZ cluster monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month', interval(2, 4, 8), 'h/month', 'no class to choose; upgrades, queries and the capacity ceiling remain'),
    setupHours: assumption('set-up: capacity range, roles, backups, migrations', interval(14, 22, 40), 'h', 'our estimate for a team that knows SQL'),
  },
  figures: [
    vcpuFigure, storedFigure,
    { id: 'peakUnits', label: 'capacity units at peak', unit: 'count', formula: 'max(smallestUnits, vcpu / vcpuPerUnit)' },
    { id: 'meanUnits', label: 'capacity units, mean of a day', unit: 'count', formula: 'smallestUnits + peakUnits * busyShare' },
  ],
  costs: [
    { id: 'capacity', label: 'capacity of writer and reader', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * 2 * meanUnits * unit' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, 10000000000 * oneByte) * storage' },
    { id: 'io', label: 'storage requests', unit: 'USD/month', dimension: 'requests', formula: '(recordReadMean * (1 - cacheHitShare) + (recordWriteMean + storeWritesExtra + appendOnPrimary * appendMean) * ioPerWrite) * secondsPerMonth * io' },
  ],
  limits: [
    { id: 'size', label: 'capacity of one node', unit: 'count', demand: 'peakUnits', limit: 'largestUnits', why: 'there is one writer, and it scales only up' },
    { id: 'stored', label: 'data of one cluster', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'index builds and vacuum outgrow the maintenance window' },
  ],
  latency: { p50: '0.001 * oneSecond', p99: '0.01 * oneSecond' },
  availability: '1 - (1 - sla) * pow(outageKept, regionCopies - 1)',
  recovery: standbyInZone.aurora,
  build: { formula: 'setupHours', reason: 'schema, roles and migrations' },
  run: { formula: 'careHours', reason: 'upgrades, query care, capacity ceiling' },
  parts: 1,
  gains: 'no instance class to choose: quiet nights cost little, and peaks are carried without a resize',
  gives: 'about twice the price of provisioned instances under steady load',
  rollback: 'add a provisioned instance to the same cluster and fail over to it',
});
