import { assumption, fact } from '@archwright/kernel';
import { restoredByCloud } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpCloudSql } from '../../prices/gcp-cloud-sql.ts';
import { managedPostgresql } from './shared/managed-postgresql.ts';

export default defineOption(managedPostgresql({
  id: 'cloud-sql-postgresql-one-zone', name: 'PostgreSQL on Cloud SQL, one zone', summary: 'one Cloud SQL primary without standby',
  technologies: ['cloud-sql', 'postgresql'], requires: ['provider:gcp'], unit: gcpCloudSql.unitZonal, storage: gcpCloudSql.storageZonal,
  vcpuPerUnit: assumption('vCPU of one unit', 1, 'count', 'the price is per vCPU and GiB; we buy them one to four'),
  largestUnits: assumption('largest machine in units of 1 vCPU', 96, 'count', 'the largest Enterprise machine has 96 vCPU'),
  recovery: restoredByCloud.cloudSql,
  available: fact('one instance, monthly uptime commitment (single machine)', 0.995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  gains: 'half the database bill of a regional instance', gives: 'no standby: a failed zone is an outage until it returns or a backup is restored', rollback: 'switch high availability on: the standby is added without a migration',
}));
