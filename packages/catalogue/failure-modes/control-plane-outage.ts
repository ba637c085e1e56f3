import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'control-plane-outage',
  componentKind: 'platform',
  name: 'Provider’s control plane down',
  severity: 'high',
  trigger: 'an event in the services that create and change resources',
  effect: 'what runs keeps running; nothing scales, deploys or fails over',
  signal: 'errors of the provider’s management API; failed scaling events',
  threshold: 'management errors above 20 %',
  mitigations: [
    'capacity that is already there (static stability)',
    'recovery that needs no management call',
  ],
  recovery: [
    'stop deploying and live on headroom',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Static stability using Availability Zones', url: 'https://aws.amazon.com/builders-library/static-stability-using-availability-zones/', asOf: 'undated', confidence: 'B' },
    { title: 'AWS: Kinesis event in Northern Virginia', url: 'https://aws.amazon.com/message/11201/', asOf: '2020-11', confidence: 'B' },
    { title: 'Cloudflare: control plane and analytics outage', url: 'https://blog.cloudflare.com/post-mortem-on-cloudflare-control-plane-and-analytics-outage/', asOf: '2023-11', confidence: 'B' },
  ],
});
