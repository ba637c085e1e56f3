import { assumption, fact, interval } from '@archwright/kernel';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsRds } from '../../prices/aws-rds.ts';
import { shardedPostgresql, withStandby } from './shared/sharded-postgresql.ts';

export default defineOption(shardedPostgresql({
  id: 'rds-postgresql-sharded', where: 'Amazon RDS', name: 'PostgreSQL on Amazon RDS, sharded by key, two zones',
  requires: ['provider:aws'], tags: ['managed'], unit: withStandby(awsRds.m7gLarge), storage: awsRds.storageMultiAz,
  vcpuPerUnit: fact('vCPU of db.m7g.large', 2, 'count', { title: 'AWS RDS instance classes', asOf: '2026-07-01', confidence: 'B' }),
  shardVcpu: assumption('vCPU of one shard', 32, 'count', 'half the largest class, so that a hot shard can still grow before it is split'),
  recovery: standbyInZone.rds,
  available: fact('Amazon RDS Multi-AZ monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C', note: 'an outage of one shard touches only its users' }),
  careShard: assumption('care a month of one shard', interval(0.3, 0.6, 1), 'h/month', 'upgrades and restore drills are scripted but watched'),
}));
