import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'cache-down',
  componentKind: 'cache',
  name: 'Cache lost: the hidden dependency',
  severity: 'high',
  trigger: 'a node fails, evictions run away, or the network between drops',
  effect: 'the store behind receives all reads, which it was never sized for',
  signal: 'cache errors; load of the origin against what it carried in the last cold test',
  threshold: 'cache errors above 1 %',
  mitigations: [
    'a load test with the cache switched off, repeated',
    'a limit on concurrent origin reads, the rest is shed',
    'replicas of the cache and a rate limit on warming',
  ],
  recovery: [
    'let traffic back in steps',
    'warm from a snapshot or the most-read keys',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Caching challenges and strategies', url: 'https://aws.amazon.com/builders-library/caching-challenges-and-strategies/', asOf: 'undated', confidence: 'B' },
    { title: 'Discord status, incident qk9cdgnqnhcn', url: 'https://status.discordapp.com/incidents/qk9cdgnqnhcn', asOf: 'undated', confidence: 'B' },
  ],
});
