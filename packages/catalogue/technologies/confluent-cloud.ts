import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'confluent-cloud', name: 'Confluent Cloud', kind: 'event-stream', aliases: ['confluent'],
  summary: 'managed Kafka in several clouds with schema registry and connectors',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['append-heavy', 'fanout', 'replay', 'ordering', 'time-partition'],
  bestFor: ['Kafka with connectors and no brokers'],
  avoidWhen: ['a few events a second'],
  strainsUnder: ['partition planning', 'price a gigabyte'],
  failureModes: ['consumer-rebalance-storm', 'external-provider-outage'],
  limits: {},
  burden: { level: 1, reason: 'topics and schemas only' },
  alternatives: ['kafka', 'msk'],
  migrationPaths: [
    { to: 'kafka', how: 'link the clusters, then move clients' },
  ],
  deprecations: [],
  identifiers: { npm: '@confluentinc/kafka-javascript' },
  documentation: 'https://docs.confluent.io/cloud/current/',
});
