import { assumption, fact } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { gcpMemorystore } from '../../prices/gcp-memorystore.ts';
import { managedCare, managedCareShard, managedSetup, valkeyOption } from './shared/valkey.ts';

export default defineOption(valkeyOption({
  id: 'memorystore-redis-basic', name: 'Memorystore for Redis, one small node', summary: 'basic tier without replica: a small hot set that may be lost',
  technologies: ['redis'], requires: ['provider:gcp'], tags: ['managed'], shardPrice: gcpMemorystore.basicGibibyte,
  memoryPerShard: assumption('memory of one unit', 2 ** 30, 'B', 'the price is per GiB; a larger node is several units'),
  largestShards: assumption('GiB of one small node', 4, 'count', 'the price step ends at 4 GiB'),
  nodeAvailability: fact('one machine, monthly uptime commitment (Compute Engine single instance)', 0.995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: managedSetup, careHours: managedCare, careShard: managedCareShard,
  gains: 'shared counters, sessions and hot reads without a server', gives: 'a restart empties it; 36 USD a GiB and month',
  rollback: 'create a standard instance and switch the address; the cache refills itself',
}));
