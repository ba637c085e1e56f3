import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { redisBaseline, redisKeyBaseline } from '../../../baselines/redis.ts';
import { pageKeys, recordKeys } from './cached-records.ts';
import { availability, cacheHitShare, commandsFigure, latency, memoryFigure } from './cache-aside.ts';

export interface ValkeyOption {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly technologies: readonly string[];
  readonly requires: readonly string[];
  readonly tags: readonly string[];
  readonly conflicts?: readonly string[];
  /** Price of one shard with its replicas. */
  readonly shardPrice: Fact;
  readonly memoryPerShard: Fact;
  readonly largestShards: Fact;
  readonly nodeAvailability: Fact;
  readonly setupHours: Fact;
  readonly careHours: Fact;
  readonly careShard: Fact;
  readonly gains: string;
  readonly gives: string;
  readonly rollback: string;
}

/** Redis or Valkey in whole shards, each with the replicas its price pays for. */
export const valkeyOption = (it: ValkeyOption): Option => ({
  id: it.id, decision: 'cache', name: it.name, summary: it.summary, technologies: it.technologies,
  provides: ['in-memory', 'sorted-set', 'ttl', 'geo'], requires: it.requires, tags: ['store:in-memory', 'store:redis', ...it.tags], conflicts: it.conflicts ?? [],
  parameters: {
    ...redisBaseline, ...redisKeyBaseline, shardPrice: it.shardPrice, memoryPerShard: it.memoryPerShard, largestShards: it.largestShards, nodeAvailability: it.nodeAvailability,
    setupHours: it.setupHours, careHours: it.careHours, careShard: it.careShard,
    usable: assumption('share of memory that may be filled', interval(0.6, 0.75, 0.8), 'ratio', 'a quarter stays free for snapshots and replication buffers'),
  },
  exports: { cacheHitShare },
  figures: [
    memoryFigure, commandsFigure,
    { id: 'shards', label: 'shards', unit: 'count', formula: 'max(1, ceil(memory / (memoryPerShard * usable)), ceil(commands / (operationsPerNode * headroom)))' },
  ],
  costs: [{ id: 'nodes', label: 'nodes', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * shards * shardPrice' }],
  limits: [{ id: 'shards', label: 'shards', unit: 'count', demand: 'shards', limit: 'largestShards', why: 'the service or the team ends at this many shards' }],
  latency, availability,
  build: { formula: 'setupHours', reason: 'keys, expiry, invalidation, behaviour when it is down' },
  run: { formula: 'careHours + (shards - 1) * careShard', reason: 'memory, evictions, failover tests' },
  keyStore: { perKey: 'operationsPerNode * headroom', bytes: 'shards * memoryPerShard * usable', recordKeys, pageKeys },
  parts: 1, gains: it.gains, gives: it.gives, rollback: it.rollback,
});

export const managedSetup = assumption('set-up: keys, expiry, invalidation, behaviour when it is down', interval(10, 18, 32), 'h', 'the service is quick; correct invalidation is the work');
export const managedCare = assumption('care a month: memory, evictions, failover test', interval(1, 2, 4), 'h/month', 'managed nodes');
export const managedCareShard = assumption('care a month of a further shard', interval(0.05, 0.1, 0.3), 'h/month', 'resharding and hot keys');
