import { assumption, fact, interval } from '@archwright/kernel';
import { postgresqlBaseline } from '../../baselines/postgresql.ts';
import { defineOption } from '../../define.ts';

/** CPU and disk are charged by the primary store, which reads `appendOnPrimary`. */
export default defineOption({
  id: 'partitioned-tables', decision: 'append-store', name: 'Partitioned tables in the primary store',
  summary: 'rows by month or day in the database that is there anyway; old partitions are dropped',
  technologies: ['postgresql'], provides: ['append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'ttl', 'point-read', 'range-scan'],
  requires: ['store:relational'], tags: [], conflicts: [],
  parameters: {
    scanRowsPerVcpu: postgresqlBaseline.scanRowsPerVcpu, derating: postgresqlBaseline.derating, appendOverhead: postgresqlBaseline.appendOverhead,
    scanVcpu: assumption('vCPU that may be busy aggregating', 16, 'count', 'a quarter of the largest primary: beyond it reports push out the requests users wait for'),
    rowsLimit: assumption('rows a second one primary takes beside its records', interval(20_000, 40_000, 100_000), '1/s', 'batched inserts reach 40,000 a vCPU before derating; WAL, replicas and vacuum of everything else share the disk'),
    bytesLimit: fact('appended bytes planned beside the records', interval(1e12, 2e12, 4e12), 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C', note: 'sharding is considered above 1-2 TB of hot data' }),
    setupHours: assumption('set-up: partitions, retention job, batching of inserts', interval(6, 12, 24), 'h', 'partition key, a job that makes and drops partitions, indexes per partition'),
    careHours: assumption('care a month', interval(0.3, 1, 2), 'h/month', 'a failed partition job is the usual incident'),
  },
  exports: { appendOnPrimary: '1' },
  figures: [
    { id: 'busyVcpu', label: 'vCPU busy aggregating at peak', unit: 'count', formula: 'aggregationPeak * aggregationScanRows / scanRowsPerVcpu * derating' },
    { id: 'kept', label: 'table and index bytes', unit: 'B', formula: 'appendBytes * appendOverhead' },
  ],
  costs: [],
  limits: [
    { id: 'rows', label: 'rows appended a second', unit: '1/s', demand: 'appendPeak', limit: 'rowsLimit', why: 'a row store writes each row to log, heap and indexes' },
    { id: 'bytes', label: 'rows kept', unit: 'B', demand: 'kept', limit: 'bytesLimit', why: 'restores and index builds grow with all that is kept' },
    { id: 'scan', label: 'vCPU aggregating', unit: 'count', demand: 'busyVcpu', limit: 'scanVcpu', why: 'a row store reads whole rows to sum one column' },
  ],
  build: { formula: 'setupHours', reason: 'partitions, retention and batching' }, run: { formula: 'careHours', reason: 'partition jobs and index review' }, parts: 0,
  gains: 'no second store: rows join with records and share backups and transactions',
  gives: 'aggregations over millions of rows slow the primary store down',
  rollback: 'copy partitions to a column store one by one and switch the readers',
});
