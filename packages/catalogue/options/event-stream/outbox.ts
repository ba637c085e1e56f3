import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

/** Events are taken to follow the larger of record writes and appended rows. The work lands on the primary store, which reads `storeWritesExtra`. */
export default defineOption({
  id: 'outbox', decision: 'event-stream', name: 'Outbox table, polled by each consumer', summary: 'events are rows committed with their records; consumers keep a position and poll',
  technologies: ['outbox-table'], provides: ['fanout', 'replay', 'ordering'],
  requires: ['store:relational'], tags: ['stream:database'], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    batch: assumption('events a consumer takes at a time', interval(20, 50, 200), 'ratio', 'a poll of a second or less reads what has come'),
    rateLimit: assumption('events a second on the main database', interval(500, 1_500, 5_000), '1/s', 'each event is one more row in the same transaction, and each consumer reads it again'),
    consumerLimit: assumption('consumers that poll', interval(4, 8, 12), 'count', 'every consumer polls the primary'),
    setupHours: assumption('set-up: table, relay, positions, retention', interval(8, 16, 28), 'h', 'a few hundred lines and their tests'),
    careHours: assumption('care a month', interval(0.5, 1.5, 3), 'h/month', 'lag of each consumer, retention'),
  },
  exports: { storeWritesExtra: 'storeWritesExtra + recordWritePeak * (1 + eventConsumers / batch)' },
  figures: [{ id: 'events', label: 'events a second at peak', unit: '1/s', formula: 'max(recordWritePeak, appendPeak)' }],
  costs: [],
  limits: [
    { id: 'rate', label: 'events a second', unit: '1/s', demand: 'events', limit: 'rateLimit', why: 'events share the primary with requests' },
    { id: 'consumers', label: 'consumers', unit: 'count', demand: 'eventConsumers', limit: 'consumerLimit', why: 'every consumer polls the primary' },
  ],
  build: { formula: 'setupHours', reason: 'table, relay, positions, retention' }, run: { formula: 'careHours', reason: 'consumer lag and retention' }, parts: 0,
  gains: 'an event exists exactly when its record does; replay is a query',
  gives: 'modest rates and a delay of a second; the schema of the table is the contract',
  rollback: 'feed a broker from the same table and move consumers one by one',
});
