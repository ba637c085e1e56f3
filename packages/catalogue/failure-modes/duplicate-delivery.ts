import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'duplicate-delivery',
  componentKind: 'queue',
  name: 'Delivered twice or out of order',
  severity: 'high',
  trigger: 'at-least-once delivery, a visibility timeout shorter than the work, a producer that repeats',
  effect: 'charged twice, mailed twice, an old state written over a new one',
  signal: 'deduplication hits; duplicate business keys',
  threshold: 'deduplication hits above 1 % of messages',
  mitigations: [
    'an idempotency key and a unique constraint behind it',
    'an inbox table in the same transaction as the effect',
    'a version per entity, older ones ignored',
  ],
  recovery: [
    'reverse the duplicate effects',
    'lengthen the visibility timeout beyond the p99.9 of the work',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Making retries safe with idempotent APIs', url: 'https://aws.amazon.com/builders-library/making-retries-safe-with-idempotent-APIs/', asOf: 'undated', confidence: 'B' },
  ],
});
