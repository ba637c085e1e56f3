import { assumption, fact, interval, type Source } from '@archwright/kernel';

const practitioner: Source = { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' };

/** Redis and Valkey: one command thread, memory first. */
export const redisBaseline = {
  operationsPerNode: fact('commands a second of one node, one command thread', interval(50_000, 80_000, 150_000), '1/s', { ...practitioner, note: 'own measurement on one shared core without pipelining: 50,900-53,200' }),
  memoryOverhead: assumption('memory ÷ payload bytes', interval(1.2, 1.4, 2), 'ratio', '50-100 bytes a key, fragmentation, and room for the fork that writes a snapshot'),
  hotHitRatio: fact('hit ratio of a warm cache on hot keys', interval(0.9, 0.95, 0.99), 'ratio', practitioner),
  cacheableShare: assumption('share of record reads that may be answered from a cache', interval(0.6, 0.8, 0.9), 'ratio', 'reads that decide a write, and reads of the long tail, go to the store'),
  noticedShare: assumption('share of cache outages that users notice', interval(0.1, 0.25, 0.5), 'ratio', 'cache-aside reads fall back to the primary store; at peak it cannot take them all'),
};
