import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'no-append-store', decision: 'append-store', name: 'No append store', summary: 'the system keeps no stream of rows',
  technologies: [], provides: [], requires: [], tags: [], conflicts: [], parameters: {}, exports: { appendOnPrimary: '0' }, figures: [], costs: [],
  limits: [{ id: 'rows', label: 'appended rows', unit: '1/s', demand: 'appendPeak', limit: '0 / oneSecond', why: 'rows that only grow need a place with retention' }],
  build: { formula: '0 * oneHour', reason: 'nothing to set up' }, run: { formula: '0 * oneHour * onePerMonth', reason: 'nothing to run' }, parts: 0,
  gains: 'no retention to manage', gives: 'no history of events', rollback: 'add a partitioned table in the primary store',
});
