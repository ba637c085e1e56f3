import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'outbox-table', name: 'Outbox table', kind: 'event-stream', aliases: ['transactional outbox'],
  summary: 'events as rows committed with their records, read by position',
  licence: 'own code', status: 'active', versioned: false,
  serves: ['fanout', 'replay', 'ordering'],
  bestFor: ['a few consumers at modest rates'],
  avoidWhen: ['thousands of events a second', 'consumers outside the team'],
  strainsUnder: ['polling by many consumers'],
  failureModes: ['duplicate-delivery', 'queue-backlog'],
  limits: {},
  burden: { level: 1, reason: 'uses the database that is there' },
  alternatives: ['kafka', 'nats'],
  migrationPaths: [
    { to: 'kafka', how: 'feed topics from the same table' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://microservices.io/patterns/data/transactional-outbox.html',
});
