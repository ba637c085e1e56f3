import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'stale-cache',
  componentKind: 'cache',
  name: 'Stale or mixed-up cache entry',
  severity: 'high',
  trigger: 'a missed invalidation, a key without the tenant in it, or an error stored as an answer',
  effect: 'users see old data or, worse, each other’s',
  signal: 'sampled comparison of cache and source; stored error answers; audit of keys for the tenant',
  threshold: 'any difference across tenants; more than 0.1 % stale beyond the TTL in the sample',
  mitigations: [
    'tenant, user and representation in the key',
    'short TTL for negative answers, none for errors',
    'a version in the key that changes with the schema',
  ],
  recovery: [
    'purge by tag',
    'raise the key version: everything old is out of reach at once',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Caching challenges and strategies', url: 'https://aws.amazon.com/builders-library/caching-challenges-and-strategies/', asOf: 'undated', confidence: 'B' },
  ],
});
