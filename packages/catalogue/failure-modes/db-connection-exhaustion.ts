import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'db-connection-exhaustion',
  componentKind: 'database',
  name: 'Connection pool exhausted',
  severity: 'high',
  trigger: 'a traffic spike, slow queries, one connection per function instance, or connections never returned',
  effect: 'requests wait for a connection and time out while the database itself is idle',
  signal: 'wait for a pooled connection; active connections at the maximum; p99 that rises while database CPU stays flat',
  threshold: 'p95 of the wait for a connection above 100 ms',
  mitigations: [
    'a pooler in transaction mode between the instances and the database',
    'pool size per instance = allowed connections ÷ largest number of instances',
    'statement and idle-in-transaction timeouts',
    'separate pools per class of work',
  ],
  recovery: [
    'end sessions that are idle in a transaction',
    'shed low-priority requests',
    'reduce instances before adding any: more instances open more connections',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Timeouts, retries, and backoff with jitter', url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/', asOf: 'undated', confidence: 'B' },
    { title: 'OWASP Application Security Verification Standard 5.0', url: 'https://github.com/OWASP/ASVS', asOf: '2025-05-30', confidence: 'B' },
  ],
});
