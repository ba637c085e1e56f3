import { assumption, fact, interval, type Source } from '@archwright/kernel';

const clickbench: Source = {
  title: 'ClickHouse/ClickBench clickhouse/results/20260822/c6a.4xlarge.json @faa7e582: 99,997,497 rows of 105 columns, 16 vCPU', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2026-08-22', confidence: 'A',
};

/** What one vCPU of ClickHouse does. */
export const clickhouseBaseline = {
  rowsPerVcpu: fact('wide rows loaded a vCPU', 328_939 / 16, '1/s', clickbench),
  scanRowsPerVcpu: fact('rows scanned a vCPU, warm mean of 43 queries (43 × 99,997,497 ÷ 19 s ÷ 16)', (43 * 99_997_497) / 19 / 16, '1/s', clickbench),
  storedShare: assumption('bytes on disk ÷ bytes as sent', interval(0.08, 0.15, 0.3), 'ratio', 'ClickBench stores 0.14 of a PostgreSQL heap; JSON keys compress further, random identifiers do not'),
  lookupsPerVcpu: assumption('look-ups by sort key a vCPU', interval(20, 100, 300), '1/s', 'a look-up reads whole granules of 8,192 rows in several columns'),
  derating: assumption('benchmark rate ÷ planned rate', interval(1, 1.5, 3), 'ratio', 'merges and concurrent queries take their part; our rows are narrower than the benchmark’s 105 columns'),
};
