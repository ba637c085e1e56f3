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
  limits: {},
  burden: { level: 4, reason: 'connectors, offsets, replication slots and their alerts' },
  alternatives: ['outbox-table'],
  migrationPaths: [
    { to: 'outbox-table', how: 'consumers move from raw row changes to named events one by one' },
  ],
  deprecations: [],
  identifiers: {oci: 'debezium/connect'},
  documentation: 'https://debezium.io/documentation/',
});
