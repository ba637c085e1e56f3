import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'cache-stampede',
  componentKind: 'cache',
  name: 'Cache stampede',
  severity: 'high',
  trigger: 'a popular key expires, or the cache is flushed by a deploy',
  effect: 'every caller recomputes the same value at once and the store behind falls over',
  signal: 'origin requests against hit ratio; concurrent misses of one key',
  threshold: 'hit ratio down by more than 20 points within a minute',
  mitigations: [
    'one recomputation per key, the others wait or get the old value (request coalescing)',
    'soft expiry with early refresh and jitter on TTLs',
    'serve stale while revalidating',
  ],
  recovery: [
    'turn stale serving on',
    'warm the top keys',
    'cap concurrency towards the origin',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Caching challenges and strategies', url: 'https://aws.amazon.com/builders-library/caching-challenges-and-strategies/', asOf: 'undated', confidence: 'B' },
  ],
});
