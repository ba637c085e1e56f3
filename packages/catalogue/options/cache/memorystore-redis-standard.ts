import { assumption, fact } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { gcpMemorystore } from '../../prices/gcp-memorystore.ts';
import { managedCare, managedCareShard, managedSetup, valkeyOption } from './shared/valkey.ts';

export default defineOption(valkeyOption({
  id: 'memorystore-redis-standard', name: 'Memorystore for Redis with a replica', summary: 'standard tier: a replica in a second zone takes over',
  technologies: ['redis'], requires: ['provider:gcp'], tags: ['managed'], shardPrice: gcpMemorystore.standardGibibyte,
  memoryPerShard: assumption('memory of one unit', 2 ** 30, 'B', 'the price is per GiB; a larger node is several units'),
  largestShards: assumption('GiB of one small node', 4, 'count', 'the price step ends at 4 GiB'),
  nodeAvailability: fact('Memorystore standard monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: managedSetup, careHours: managedCare, careShard: managedCareShard,
  gains: 'survives a zone without a cluster client', gives: '47 USD a GiB and month', rollback: 'remove the cache and size the store for all reads, or move to the cluster tier',
}));
