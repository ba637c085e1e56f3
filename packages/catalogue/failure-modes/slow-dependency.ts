import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'slow-dependency',
  componentKind: 'service',
  name: 'Dependency slow, not down',
  severity: 'high',
  trigger: 'something called answers late instead of failing',
  effect: 'threads and sockets fill up with waiting; endpoints that never call it fail too',
  signal: 'p99 of the dependency against its timeout; calls in flight per dependency',
  threshold: 'calls in flight above 70 % of the pool',
  mitigations: [
    'timeouts from the measured p99.9, not from a library’s default',
    'a bulkhead per dependency',
    'a circuit breaker that counts slow calls as failures',
    'a second, hedged read where reads are idempotent',
  ],
  recovery: [
    'open the breaker and answer without it',
    'reduce the pool for that dependency',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Timeouts, retries, and backoff with jitter', url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/', asOf: 'undated', confidence: 'B' },
    { title: 'Cloudflare: a Byzantine failure in the real world', url: 'https://web.archive.org/web/20211015231917/https://blog.cloudflare.com/a-byzantine-failure-in-the-real-world/', asOf: '2020-11', confidence: 'B' },
  ],
});
