import { assumption, fact, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { azureManagedRedis } from '../../prices/azure-managed-redis.ts';
import { managedCare, managedCareShard, managedSetup, valkeyOption } from './shared/valkey.ts';

const { b3: node } = azureManagedRedis;

export default defineOption(valkeyOption({
  id: 'azure-managed-redis', name: 'Azure Managed Redis, balanced pairs', summary: 'B3 nodes in pairs over zones; more memory by larger sizes, counted here in pairs',
  technologies: ['redis'], requires: ['provider:azure'], tags: ['managed'],
  shardPrice: { ...node, label: `${node.label}, primary and replica`, low: node.low * 2, likely: node.likely * 2, high: node.high * 2 },
  memoryPerShard: assumption('memory of B3', interval(2e9, 3e9, 3e9), 'B', 'the number in the name is the gigabytes'),
  largestShards: assumption('pairs’ worth of one instance', 200, 'count', 'sizes reach hundreds of gigabytes'),
  nodeAvailability: fact('one virtual machine with premium disk, as a lower bound', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: managedSetup, careHours: managedCare, careShard: managedCareShard,
  gains: 'replicated Redis on Azure that scales by size; it replaces Azure Cache for Redis, which is being retired', gives: 'a floor of 95 USD a month with a replica', rollback: 'remove the cache and size the store for all reads',
}));
