import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'webhook-sink-down',
  componentKind: 'integration',
  name: 'Subscriber’s endpoint down',
  severity: 'low',
  trigger: 'a customer’s server fails for hours',
  effect: 'its retries crowd out healthy subscribers',
  signal: 'failures in a row per endpoint; retry queue age by tenant',
  threshold: 'an endpoint failing for 1 h',
  mitigations: [
    'a queue and a circuit breaker per endpoint',
    'exponential backoff up to 24-72 h, then switched off',
    'signed payloads and a way to fetch what was missed',
  ],
  recovery: [
    'tell the owner',
    'replay from the log once it is mended',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Workload isolation using shuffle-sharding', url: 'https://aws.amazon.com/builders-library/workload-isolation-using-shuffle-sharding/', asOf: 'undated', confidence: 'B' },
  ],
});
