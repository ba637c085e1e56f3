import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'no-primary-store', decision: 'primary-store', name: 'No primary store', summary: 'the system keeps no records that change',
  technologies: [], provides: [], requires: [], tags: [], conflicts: [], parameters: {}, figures: [], costs: [],
  limits: [
    { id: 'writes', label: 'record writes', unit: '1/s', demand: 'recordWritePeak + storeWritesExtra', limit: '0 / oneSecond', why: 'there is nowhere to write a record' },
    { id: 'reads', label: 'record reads', unit: '1/s', demand: 'recordReadPeak', limit: '0 / oneSecond', why: 'there is nowhere to read a record' },
    { id: 'appends', label: 'appended rows sent here', unit: '1/s', demand: 'appendOnPrimary * appendPeak', limit: '0 / oneSecond', why: 'there is no store for appended rows to live in' },
  ],
  build: { formula: '0 * oneHour', reason: 'nothing to set up' }, run: { formula: '0 * oneHour * onePerMonth', reason: 'nothing to run' }, parts: 0,
  gains: 'nothing to back up, migrate or protect', gives: 'no record survives a request', rollback: 'add a store when the first record appears',
});
