import { assumption, interval } from '@archwright/kernel';
import { ownPair } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { hetznerNode } from '../../prices/server-nodes.ts';
import { shardedPostgresql, withStandby } from './shared/sharded-postgresql.ts';

export default defineOption(shardedPostgresql({
  id: 'postgresql-sharded-hetzner', where: hetznerNode.where, name: `PostgreSQL pairs, sharded by key (${hetznerNode.where})`,
  requires: hetznerNode.requires, tags: ['self-run'], unit: withStandby(hetznerNode.nodePrice), storage: withStandby(hetznerNode.diskPrice),
  vcpuPerUnit: hetznerNode.vcpuPerNode,
  shardVcpu: assumption('vCPU of one shard', 32, 'count', 'eight units of four vCPU in one larger server'),
  recovery: ownPair,
  available: assumption('one pair in service', interval(0.998, 0.9995, 0.9998), 'ratio', 'failovers of 30-120 s some times a year, and one that needs a person'),
  careShard: assumption('care a month of one pair', interval(2, 4, 8), 'h/month', 'failover drills, upgrades and backups are ours'),
}));
