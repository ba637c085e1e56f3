import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'debezium', name: 'Debezium', kind: 'change-data-capture',
  summary: 'reads the write-ahead log of a database and publishes each row change in order',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['replay', 'ordering', 'fanout'],
  bestFor: ['feeding search, analytics and other teams without touching the writing code'],
  avoidWhen: ['one consumer, where an outbox table and a poller do'],
  strainsUnder: ['a stopped connector keeps the log of the database from being freed', 'schema changes reach consumers at once'],
  failureModes: ['disk-full', 'search-index-drift', 'queue-backlog'],
  limits: {
    tasks: fact('tasks of one relational connector: the log has one reader', 1, 'count', { title: 'Red Hat Integration, Debezium User Guide, MySQL connector properties: tasks.max', url: 'https://docs.redhat.com/ja/documentation/red_hat_integration/2022.q1/html/debezium_user_guide/descriptions-of-debezium-mysql-connector-configuration-properties', asOf: '2022', confidence: 'A' }),
  },
  burden: { level: 4, reason: 'connectors, offsets, replication slots and their alerts' },
  alternatives: ['outbox-table'],
  migrationPaths: [
    { to: 'outbox-table', how: 'consumers move from raw row changes to named events one by one' },
  ],
  deprecations: [],
  identifiers: {oci: 'debezium/connect'},
  documentation: 'https://debezium.io/documentation/',
  knowledgeOnly: 'the change feed is part of a mechanism (change data capture) that the load calls for, fed by whichever stream was chosen',
});
