import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'broker-partition',
  componentKind: 'queue',
  name: 'Broker without quorum',
  severity: 'critical',
  trigger: 'brokers are cut off from each other, or too many are lost',
  effect: 'publishing stops or, with lenient settings, acknowledged messages are lost',
  signal: 'under-replicated partitions; leader changes; too few replicas in sync',
  threshold: 'any partition without a leader',
  mitigations: [
    'three copies, acknowledged by at least two before a publish succeeds',
    'pause the minority side',
    'an odd number of nodes over three zones',
  ],
  recovery: [
    'restore the quorum before clearing anything',
    'producers replay from their outbox',
  ],
  sources: [
    { title: 'Site Reliability Engineering (Google), chapter Managing Critical State', url: 'https://sre.google/sre-book/managing-critical-state/', asOf: '2016', confidence: 'B' },
  ],
});
