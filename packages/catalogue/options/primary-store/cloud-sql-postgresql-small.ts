import { assumption, interval } from '@archwright/kernel';
import { restoredByCloud } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpCloudSql } from '../../prices/gcp-cloud-sql.ts';
import { smallPostgresql } from './shared/managed-postgresql.ts';

export default defineOption(smallPostgresql({
  id: 'cloud-sql-postgresql-small', name: 'PostgreSQL on Cloud SQL, shared core',
  summary: 'db-f1-micro in one zone: a share of a core, outside the SLA', technologies: ['cloud-sql', 'postgresql'], requires: ['provider:gcp'],
  unit: gcpCloudSql.micro, storage: gcpCloudSql.storageZonal,
  sustainedVcpu: assumption('CPU a shared core sustains', interval(0.1, 0.2, 0.25), 'count', 'f1-micro is scheduled about a fifth of a core'),
  largestStored: assumption('data planned beside 0.6 GiB of memory', interval(2e9, 10e9, 20e9), 'B', 'beyond it reads wait for the disk'),
  recovery: restoredByCloud.cloudSql,
  available: assumption('one small instance in service', interval(0.99, 0.995, 0.999), 'ratio', 'shared-core machines have no commitment; taken as one virtual machine'),
  gains: 'managed PostgreSQL with backups for about 10 USD a month',
  gives: 'no commitment, no standby and little memory',
  rollback: 'change the machine type; minutes of downtime, no migration',
}));
