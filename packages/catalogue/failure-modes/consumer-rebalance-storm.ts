import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'consumer-rebalance-storm',
  componentKind: 'stream',
  name: 'Rebalance storm',
  severity: 'medium',
  trigger: 'deploys, pauses longer than the session timeout, or an autoscaler that flaps',
  effect: 'consumption stops again and again while partitions change hands',
  signal: 'rebalances in 10 minutes; exceeded poll intervals; lag in sawteeth',
  threshold: 'more than 3 rebalances in 10 min',
  mitigations: [
    'cooperative assignment and static membership',
    'batches that end well inside the poll interval',
    'one instance replaced at a time',
  ],
  recovery: [
    'stop the autoscaler',
    'lengthen the session timeout',
  ],
  sources: [
    { title: 'Apache Kafka documentation, consumer configurations', url: 'https://kafka.apache.org/documentation/#consumerconfigs', asOf: 'undated', confidence: 'B' },
  ],
});
