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

/** What one key costs and gets, beside the command thread it lives on. */
export const redisKeyBaseline = {
  recordLife: assumption('age at which a cached record expires', interval(30, 60, 300), 's', 'a common default where nothing tells of changes'),
  keyBytes: assumption('memory of a key beside its value', interval(150, 200, 260), 'B', 'measured: text of the key, object headers, entries in the dictionary and in that of expiries, and what the allocator rounds up'),
  smallKeyBytes: assumption('memory of a key with a number', interval(120, 160, 220), 'B', 'measured: as above, the number stands in the object header'),
  hottestShare: assumption('share of reads on the hottest key', interval(0.01, 0.05, 0.2), 'ratio', 'skewed popularity; replace by what the engine’s own hot-key report says'),
};
