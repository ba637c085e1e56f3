import { assumption, fact } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsElasticache } from '../../prices/aws-elasticache.ts';
import { managedCare, managedCareShard, managedSetup, valkeyOption } from './shared/valkey.ts';

const { valkeyR7gLarge: node } = awsElasticache;

export default defineOption(valkeyOption({
  id: 'elasticache-valkey-cluster', name: 'Valkey on ElastiCache, sharded in two zones', summary: 'shards of cache.r7g.large, each with a replica in a second zone',
  technologies: ['valkey'], requires: ['provider:aws'], tags: ['managed'],
  shardPrice: { ...node, label: `${node.label}, primary and replica`, low: node.low * 2, likely: node.likely * 2, high: node.high * 2 },
  memoryPerShard: fact('memory of cache.r7g.large', 13.07 * 2 ** 30, 'B', { title: 'AWS Price List API, AmazonElastiCache (code index 70712899090)', asOf: '2026-10-02', confidence: 'B' }),
  largestShards: assumption('shards of one cluster', 250, 'count', 'half of the documented 500 nodes, as each shard has a replica (recalled: verify)'),
  nodeAvailability: fact('ElastiCache cross-zone monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: managedSetup, careHours: managedCare, careShard: managedCareShard,
  gains: 'memory and commands grow by the shard, and a failed node is replaced within seconds to a minute', gives: 'commands over several keys must stay in one slot; memory is the dearest storage',
  rollback: 'remove the cache and size the store for all reads, or restore the snapshot elsewhere',
}));
