import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'region-loss',
  componentKind: 'platform',
  name: 'Loss of a region',
  severity: 'critical',
  trigger: 'power, network or the control plane of a whole region',
  effect: 'everything in that region is down; with one region, everything',
  signal: 'probes from outside, composed per region; the provider’s status; probes from other regions',
  threshold: 'more than 20 % of probes failing from 3 places for 2 min',
  mitigations: [
    'a standby region whose RPO and RTO have been drilled',
    'a failover path that needs no control plane',
    'traffic moved by DNS or anycast, with capacity already there',
  ],
  recovery: [
    'run the failover runbook',
    'shed what the standby cannot carry',
    'reconcile writes when the region returns',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Static stability using Availability Zones', url: 'https://aws.amazon.com/builders-library/static-stability-using-availability-zones/', asOf: 'undated', confidence: 'B' },
    { title: 'AWS: service event in Northern Virginia, December 2021', url: 'https://aws.amazon.com/message/12721/', asOf: '2021-12', confidence: 'B' },
    { title: 'AWS: S3 disruption in Northern Virginia', url: 'https://aws.amazon.com/message/41926/', asOf: '2017-02', confidence: 'B' },
  ],
});
