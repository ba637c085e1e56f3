import { fact } from '@archwright/kernel';
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
  limits: {
    checkpointTimeout: fact('checkpoint given up after, by default', 600, 's', { title: 'apache/flink pull request 16147, flink-conf.yaml: execution.checkpointing.timeout 600000', url: 'https://github.com/apache/flink/pull/16147', asOf: 'undated', confidence: 'B' }),
    concurrentCheckpoints: fact('checkpoints at a time by default', 1, 'count', { title: 'apache/flink pull request 16147, flink-conf.yaml: max-concurrent-checkpoints 1', url: 'https://github.com/apache/flink/pull/16147', asOf: 'undated', confidence: 'B' }),
    tolerableFailures: fact('failed checkpoints tolerated before the job fails, by default', 0, 'count', { title: 'apache/flink pull request 16147, flink-conf.yaml: tolerable-failed-checkpoints 0', url: 'https://github.com/apache/flink/pull/16147', asOf: 'undated', confidence: 'B' }),
  },
  burden: { level: 5, reason: 'job and task managers, checkpoint storage, state migration at each release' },
  alternatives: ['clickhouse', 'kafka'],
  migrationPaths: [
    { to: 'clickhouse', how: 'materialised views over the raw rows replace windows that tolerate a refresh interval' },
  ],
  deprecations: [],
  identifiers: {oci: 'flink', maven: 'org.apache.flink:flink-streaming-java', endoflife: 'apache-flink'},
  documentation: 'https://nightlies.apache.org/flink/flink-docs-stable/',
  knowledgeOnly: 'no workload here needs state of joined streams: sums and windows come from the append store; it returns with windows over several streams at rates one store cannot scan',
});
