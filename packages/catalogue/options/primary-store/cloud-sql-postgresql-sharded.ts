import { assumption, fact, interval } from '@archwright/kernel';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpCloudSql } from '../../prices/gcp-cloud-sql.ts';
import { shardedPostgresql } from './shared/sharded-postgresql.ts';

export default defineOption(shardedPostgresql({
  id: 'cloud-sql-postgresql-sharded', where: 'Cloud SQL', name: 'PostgreSQL on Cloud SQL, sharded by key, two zones',
  requires: ['provider:gcp'], tags: ['managed'], unit: gcpCloudSql.unitRegional, storage: gcpCloudSql.storageRegional,
  vcpuPerUnit: assumption('vCPU of one unit', 1, 'count', 'the price is per vCPU and GiB; we buy them one to four'),
  shardVcpu: assumption('vCPU of one shard', 32, 'count', 'a third of the largest machine, so that a hot shard can still grow before it is split'),
  recovery: standbyInZone.cloudSql,
  available: fact('Cloud SQL high-availability monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  careShard: assumption('care a month of one shard', interval(0.3, 0.6, 1), 'h/month', 'upgrades and restore drills are scripted but watched'),
}));
