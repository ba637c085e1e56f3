import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'no-event-stream', decision: 'event-stream', name: 'No event stream', summary: 'nobody else reads what happened; callers are called directly',
  technologies: [], provides: [], requires: [], tags: [], conflicts: [], parameters: {}, figures: [], costs: [],
  limits: [{ id: 'consumers', label: 'independent consumers', unit: 'count', demand: 'eventConsumers', limit: '1', why: 'a second consumer needs its own copy and position' }],
  build: { formula: '0 * oneHour', reason: 'nothing to set up' }, run: { formula: '0 * oneHour * onePerMonth', reason: 'nothing to run' }, parts: 0,
  gains: 'no schema of events to keep compatible', gives: 'no replay, and a new consumer means a change to the producer', rollback: 'write an outbox beside the records; a stream can be fed from it later',
});
