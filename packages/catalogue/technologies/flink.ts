import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'flink', name: 'Apache Flink', kind: 'stream-processor',
  summary: 'stateful processing of event streams with event time, windows and checkpoints',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['aggregation', 'ordering', 'replay'],
  bestFor: ['joins of streams and windows over late data at high rates'],
  avoidWhen: ['sums that a store can compute when asked', 'teams without a platform group'],
  strainsUnder: ['state of a large job', 'checkpoints slower than their interval', 'upgrades that must keep state'],
  failureModes: ['consumer-rebalance-storm', 'queue-backlog', 'oom-killed'],
  limits: {},
  burden: { level: 5, reason: 'job and task managers, checkpoint storage, state migration at each release' },
  alternatives: ['clickhouse', 'kafka'],
  migrationPaths: [
    { to: 'clickhouse', how: 'materialised views over the raw rows replace windows that tolerate a refresh interval' },
  ],
  deprecations: [],
  identifiers: {oci: 'flink', maven: 'org.apache.flink:flink-streaming-java', endoflife: 'apache-flink'},
  documentation: 'https://nightlies.apache.org/flink/flink-docs-stable/',
});
