import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

/** CPU and disk are charged by the primary store, which reads `appendOnPrimary`. */
export default defineOption({
  id: 'documents-in-primary-store', decision: 'append-store', name: 'Time-series collections in the document store', summary: 'rows as documents with an expiry in the store that is there anyway',
  technologies: ['mongodb'], provides: ['append-heavy', 'typed-columns', 'aggregation', 'ttl', 'time-partition', 'point-read', 'range-scan'],
  requires: ['store:document-aggregation'], tags: [], conflicts: [],
  parameters: {
    rowsLimit: assumption('rows a second beside the records', interval(5_000, 10_000, 40_000), '1/s', 'batches into time-series collections; the log is shared with the records'),
    bytesLimit: assumption('appended bytes beside the records', interval(0.5e12, 1e12, 2e12), 'B', 'restores grow with all that is kept'),
    scanLimit: assumption('rows aggregated a second', interval(1e6, 4e6, 10e6), '1/s', 'documents are decoded one at a time'),
    setupHours: assumption('set-up: collections, expiry, batching', interval(4, 10, 18), 'h', 'buckets and an expiry index'), careHours: assumption('care a month', interval(0.3, 1, 2), 'h/month', 'index and volume review'),
  },
  exports: { appendOnPrimary: '1' }, figures: [], costs: [],
  limits: [
    { id: 'rows', label: 'rows appended a second', unit: '1/s', demand: 'appendPeak', limit: 'rowsLimit', why: 'they share the primary’s log with the records' },
    { id: 'bytes', label: 'rows kept', unit: 'B', demand: 'appendBytes', limit: 'bytesLimit', why: 'restores grow with all that is kept' },
    { id: 'scan', label: 'rows aggregated a second', unit: '1/s', demand: 'aggregationPeak * aggregationScanRows', limit: 'scanLimit', why: 'aggregation shares the primary with requests' },
  ],
  build: { formula: 'setupHours', reason: 'collections, expiry, batching' }, run: { formula: 'careHours', reason: 'index and volume' }, parts: 0,
  gains: 'no second store, and documents expire by themselves', gives: 'aggregations over millions of rows slow the primary store down', rollback: 'copy collections by day into a column store and switch the readers',
});
