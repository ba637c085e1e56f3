import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'az-loss',
  componentKind: 'platform',
  name: 'Loss of a zone',
  severity: 'high',
  trigger: 'power, cooling or network of one zone',
  effect: 'a share of capacity goes, and requests that are bound to it fail',
  signal: 'error rate and unhealthy targets by zone',
  threshold: 'error rate of one zone 5 times that of the others',
  mitigations: [
    'enough capacity in the remaining zones before anything scales',
    'a way to drain a zone by hand',
    'no dependency that lives in one zone only',
  ],
  recovery: [
    'drain the zone',
    'add capacity in the others',
    'rebalance once it is back',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Static stability using Availability Zones', url: 'https://aws.amazon.com/builders-library/static-stability-using-availability-zones/', asOf: 'undated', confidence: 'B' },
    { title: 'AWS: service event in the Sydney Region', url: 'https://aws.amazon.com/message/4372T8/', asOf: '2016-06', confidence: 'B' },
  ],
});
