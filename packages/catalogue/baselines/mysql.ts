import { assumption, fact, interval, type Source } from '@archwright/kernel';

const practitioner: Source = { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' };

/** What one vCPU of MySQL (InnoDB) does: planning ranges for a node of about 16 vCPU, divided by 16. */
export const mysqlBaseline = {
  readsPerVcpu: fact('point reads a vCPU (30,000-150,000 a node)', interval(1_900, 5_000, 9_400), '1/s', practitioner),
  writesPerVcpu: fact('durable commits a vCPU (5,000-30,000 a node)', interval(310, 900, 1_900), '1/s', practitioner),
  bulkRowsPerVcpu: assumption('rows a vCPU in multi-row inserts', interval(3_000, 10_000, 20_000), '1/s', 'ten times the single-row commits, as measured on PostgreSQL'),
  scanRowsPerVcpu: assumption('rows a vCPU reads when it aggregates', interval(0.3e6, 1e6, 3e6), '1/s', 'a row store without parallel aggregation; ClickBench shows MySQL about half as fast as PostgreSQL'),
  appendOverhead: assumption('table and index bytes ÷ bytes as sent', interval(1.2, 1.4, 2), 'ratio', 'clustered index pages are part empty; one secondary index'),
  derating: assumption('benchmark rate ÷ planned rate', interval(1, 1.2, 2), 'ratio', 'the rates are planning ranges already'),
};

/** Where one primary stops being the plan. */
export const mysqlLimits = {
  hotLimit: fact('stored data one primary is planned for', interval(1e12, 2e12, 4e12), 'B', { ...practitioner, note: 'as for PostgreSQL' }),
  shardStored: fact('stored data planned for one Vitess shard', interval(250e9, 400e9, 500e9), 'B', practitioner),
};
