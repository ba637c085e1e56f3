import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'hot-key',
  componentKind: 'cache',
  name: 'Hot key',
  severity: 'medium',
  trigger: 'one celebrated object or a global setting is read by everyone',
  effect: 'one shard is at its limit while the others idle; all keys on it suffer',
  signal: 'sampled requests per key; CPU of the hottest shard against the median',
  threshold: 'one shard above 2 times the median CPU',
  mitigations: [
    'a small cache inside each process for the hottest keys',
    'copies of the key under several names',
    'replicas for reads',
  ],
  recovery: [
    'hold the object in process memory',
    'enlarge or split that shard',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Caching challenges and strategies', url: 'https://aws.amazon.com/builders-library/caching-challenges-and-strategies/', asOf: 'undated', confidence: 'B' },
  ],
});
