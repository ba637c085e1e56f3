import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'dual-write-loss',
  componentKind: 'queue',
  name: 'Committed but not published',
  severity: 'high',
  trigger: 'the transaction commits and the publish fails, or the other way round',
  effect: 'events are missing or speak of something that never happened; two systems drift apart',
  signal: 'difference between rows and events at reconciliation',
  threshold: 'any difference that lasts 15 min',
  mitigations: [
    'transactional outbox, or change data capture of the table itself',
    'publish from the log, never beside the transaction',
  ],
  recovery: [
    'rebuild the missing events from the table',
    'emit corrections',
  ],
  sources: [
    { title: 'microservices.io, Pattern: Transactional outbox', url: 'https://microservices.io/patterns/data/transactional-outbox.html', asOf: 'undated', confidence: 'B' },
  ],
});
