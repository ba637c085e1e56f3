import { assumption, fact } from '@archwright/kernel';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpCloudSql } from '../../prices/gcp-cloud-sql.ts';
import { managedPostgresql } from './shared/managed-postgresql.ts';

export default defineOption(managedPostgresql({
  id: 'cloud-sql-postgresql-two-zones', name: 'PostgreSQL on Cloud SQL, two zones', summary: 'one Cloud SQL primary with a synchronous standby in a second zone; scales up, not out',
  technologies: ['cloud-sql', 'postgresql'], requires: ['provider:gcp'], unit: gcpCloudSql.unitRegional, storage: gcpCloudSql.storageRegional,
  vcpuPerUnit: assumption('vCPU of one unit', 1, 'count', 'the price is per vCPU and GiB; we buy them one to four'),
  largestUnits: assumption('largest machine in units of 1 vCPU', 96, 'count', 'the largest Enterprise machine has 96 vCPU'),
  recovery: standbyInZone.cloudSql,
  available: fact('Cloud SQL high-availability monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  gains: 'transactions, constraints and joins in one managed store that survives a zone', gives: 'one writing primary, at twice the price of one zone', rollback: 'dump and restore into any PostgreSQL; the wire protocol and SQL stay',
}));
