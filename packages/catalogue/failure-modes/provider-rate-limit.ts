import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'provider-rate-limit',
  componentKind: 'external',
  name: 'Provider’s quota exceeded',
  severity: 'medium',
  trigger: 'a burst of fan-out to mail, push, SMS or a model',
  effect: 'answers 429, messages dropped, in the worst case the account suspended',
  signal: 'share of 429 answers; tokens left in the bucket; bounces and complaints',
  threshold: '429 above 1 % of calls',
  mitigations: [
    'a token bucket at the quota in front of every provider',
    'a queue per provider',
    'urgent messages in their own lane',
  ],
  recovery: [
    'slow down and obey Retry-After',
    'ask for a higher quota before the next campaign',
  ],
  sources: [
    { title: 'Firebase Cloud Messaging, throttling and quotas', url: 'https://firebase.google.com/docs/cloud-messaging/throttling-and-quotas', asOf: 'undated', confidence: 'B' },
  ],
});
