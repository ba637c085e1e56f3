import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'payment-ambiguous',
  componentKind: 'payments',
  name: 'Payment with unknown outcome',
  severity: 'critical',
  trigger: 'a timeout after the charge, or a lost webhook',
  effect: 'charged twice, or paid and not delivered',
  signal: 'intents pending for long; differences between ledger and provider',
  threshold: 'pending for more than 15 min',
  mitigations: [
    'one idempotency key per intent, sent to the provider',
    'a state machine in which unknown is a state',
    'webhooks, and polling in case they are lost',
  ],
  recovery: [
    'ask the provider by key, then settle or refund',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Making retries safe with idempotent APIs', url: 'https://aws.amazon.com/builders-library/making-retries-safe-with-idempotent-APIs/', asOf: 'undated', confidence: 'B' },
  ],
});
