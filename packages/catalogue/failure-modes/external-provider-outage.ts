import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'external-provider-outage',
  componentKind: 'external',
  name: 'External provider down',
  severity: 'high',
  trigger: 'the payment, mail, SMS, identity or model provider fails',
  effect: 'the step that needs it stops: no sign-in, no payment, no message',
  signal: 'error rate by provider; a synthetic call; the provider’s status feed',
  threshold: 'errors above 5 % for 2 min',
  mitigations: [
    'a second provider, chosen by health, where the contract allows',
    'queue what can wait and send it later',
    'tell the user what still works',
  ],
  recovery: [
    'work the queue off within the provider’s rate limit',
    'reconcile by the provider’s own reference',
  ],
  sources: [
    { title: 'AWS: Kinesis event in Northern Virginia', url: 'https://aws.amazon.com/message/11201/', asOf: '2020-11', confidence: 'B' },
    { title: 'Amazon Builders’ Library: Avoiding fallback in distributed systems', url: 'https://aws.amazon.com/builders-library/avoiding-fallback-in-distributed-systems/', asOf: 'undated', confidence: 'B' },
  ],
});
