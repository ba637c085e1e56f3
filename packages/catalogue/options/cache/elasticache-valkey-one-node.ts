import { assumption, fact } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsElasticache } from '../../prices/aws-elasticache.ts';
import { managedCare, managedCareShard, managedSetup, valkeyOption } from './shared/valkey.ts';

export default defineOption(valkeyOption({
  id: 'elasticache-valkey-one-node', name: 'Valkey on ElastiCache, one small node', summary: 'cache.t4g.micro without replica: a small hot set that may be lost',
  technologies: ['valkey'], requires: ['provider:aws'], tags: ['managed'], shardPrice: awsElasticache.valkeyT4gMicro,
  memoryPerShard: fact('memory of cache.t4g.micro', 0.5 * 2 ** 30, 'B', { title: 'AWS Price List API, AmazonElastiCache (code index 70712899090)', asOf: '2026-10-02', confidence: 'B' }),
  largestShards: assumption('nodes', 1, 'count', 'this option is one node'),
  nodeAvailability: fact('one instance, monthly uptime commitment (EC2 single instance)', 0.995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: managedSetup, careHours: managedCare, careShard: managedCareShard,
  gains: 'shared counters, sessions and hot reads for about 9 USD a month', gives: 'a restart empties it, and the store feels every read until it is warm',
  rollback: 'add a replica in place, or remove the cache and size the store for all reads',
}));
