import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'retry-storm',
  componentKind: 'service',
  name: 'Retry storm',
  severity: 'critical',
  trigger: 'a timeout shorter than the work, and retries at every layer',
  effect: 'three layers of three attempts turn one request into 27; the overload feeds itself after the cause is gone',
  signal: 'attempts per request; errors that stay high once the trigger has ended',
  threshold: 'retries above 10 % of first attempts',
  mitigations: [
    'retry in one layer only',
    'exponential backoff with full jitter',
    'a retry budget and a circuit breaker',
    'pass the deadline on, so that nobody works for a caller who left',
  ],
  recovery: [
    'switch retries off by flag',
    'shed load until queues are empty, then let it back in steps',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Timeouts, retries, and backoff with jitter', url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/', asOf: 'undated', confidence: 'B' },
    { title: 'Site Reliability Engineering (Google), chapter Addressing Cascading Failures', url: 'https://sre.google/sre-book/addressing-cascading-failures/', asOf: '2016', confidence: 'B' },
    { title: 'AWS: DynamoDB event in US-East', url: 'https://aws.amazon.com/message/5467D2/', asOf: '2015-09', confidence: 'B' },
  ],
});
