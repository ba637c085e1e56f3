import { assumption, fact } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsElasticache } from '../../prices/aws-elasticache.ts';
import { managedCare, managedCareShard, managedSetup, valkeyOption } from './shared/valkey.ts';

const { valkeyT4gSmall: node } = awsElasticache;

export default defineOption(valkeyOption({
  id: 'elasticache-valkey-small-two-zones', name: 'Valkey on ElastiCache, small pair in two zones', summary: 'cache.t4g.small with a replica in a second zone',
  technologies: ['valkey'], requires: ['provider:aws'], tags: ['managed'],
  shardPrice: { ...node, label: `${node.label}, primary and replica`, low: node.low * 2, likely: node.likely * 2, high: node.high * 2 },
  memoryPerShard: fact('memory of cache.t4g.small', 1.37 * 2 ** 30, 'B', { title: 'AWS Price List API, AmazonElastiCache (code index 70712899090)', asOf: '2026-10-02', confidence: 'B' }),
  largestShards: assumption('pairs', 1, 'count', 'above one pair the larger nodes are cheaper a byte'),
  nodeAvailability: fact('ElastiCache cross-zone monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: managedSetup, careHours: managedCare, careShard: managedCareShard,
  gains: 'survives a node or a zone for about 37 USD a month', gives: 'burstable nodes with little memory; the last writes before a failover may be lost',
  rollback: 'change the node type in place, or remove the cache and size the store for all reads',
}));
