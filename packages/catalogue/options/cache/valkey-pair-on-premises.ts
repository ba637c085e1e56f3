import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { onPremisesNode as node } from '../../prices/server-nodes.ts';
import { valkeyOption } from './shared/valkey.ts';

export default defineOption(valkeyOption({
  id: 'valkey-pair-on-premises', name: `Valkey with a replica, self-run (${node.where})`, summary: `primary and replica on ${node.where}; more pairs as a cluster`,
  technologies: ['valkey'], requires: node.requires, tags: ['self-run'],
  shardPrice: { ...node.nodePrice, label: `${node.nodePrice.label}, primary and replica`, low: node.nodePrice.low * 2, likely: node.nodePrice.likely * 2, high: node.nodePrice.high * 2 },
  memoryPerShard: node.memoryPerNode,
  largestShards: assumption('pairs of one cluster', 100, 'count', 'larger self-run clusters need an owner'),
  nodeAvailability: assumption('a pair in service', interval(0.998, 0.9995, 0.9999), 'ratio', 'failover within seconds; operator mistakes are what is left'),
  setupHours: assumption('set-up: servers, failover, keys, expiry, invalidation', interval(20, 34, 60), 'h', 'the managed set-up plus failover that is rehearsed'),
  careHours: assumption('care a month: patches, memory, failover drill', interval(3, 6, 10), 'h/month', 'two servers and a failover of our own'),
  careShard: assumption('care a month of a further pair', interval(0.5, 1, 2), 'h/month', 'patches and disks'),
  gains: 'a replicated cache at the price of two servers', gives: 'patches and failover are ours', rollback: 'remove the cache and size the store for all reads',
}));
