import { assumption, fact, interval, type Source } from '@archwright/kernel';

const measured: Source = {
  title: 'own measurement: PostgreSQL 15, pgbench, 2 shared vCPU, data in memory', asOf: '2026-11-22', confidence: 'A',
  note: 'an upper bound on a friendly workload: derate before sizing',
};

/** What one vCPU of PostgreSQL does, before derating. */
export const postgresqlBaseline = {
  readsPerVcpu: fact('point reads a vCPU, measured', 23_165 / 2, '1/s', measured),
  writesPerVcpu: fact('single-row commits a vCPU, measured', 5_910 / 2, '1/s', measured),
  bulkRowsPerVcpu: fact('rows a vCPU in multi-row inserts of 1,000, measured', 80_042 / 2, '1/s', measured),
  scanRowsPerVcpu: assumption('rows a vCPU reads when it aggregates', interval(0.5e6, 2e6, 5e6), '1/s', 'narrow rows in memory aggregate at 1-5 M/s a core; 105-column rows from disk do far worse (ClickBench: 0.02-0.07 M/s a vCPU)'),
  appendOverhead: assumption('table and index bytes ÷ bytes as sent', interval(1.2, 1.4, 2), 'ratio', 'row header, alignment and one B-tree of 10-40 % of the table'),
  derating: assumption('measured rate ÷ planned rate', interval(2, 3, 5), 'ratio', 'real queries, indexes and vacuum cost 2-5 times a benchmark row; to be replaced by a load test'),
};

/** What a second region does for a store that has one writer. */
export const postgresqlCopies = {
  outageKept: assumption('share of a store’s outage that a copy in another region leaves', interval(0.1, 0.2, 0.5), 'ratio', 'promotion takes minutes and the outages that count take longer; a fault in the data itself crosses regions'),
};

const practitioner: Source = { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' };

/** Where one primary stops being the plan. */
export const postgresqlLimits = {
  hotLimit: fact('stored data one primary is planned for', interval(1e12, 2e12, 4e12), 'B', { ...practitioner, note: 'consider sharding above 1-2 TB of hot data' }),
  shardStored: fact('stored data planned for one shard', interval(0.5e12, 1e12, 2e12), 'B', { ...practitioner, note: 'half the size at which sharding is considered, so that a shard can be restored and split' }),
};
