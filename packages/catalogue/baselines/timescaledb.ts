import { assumption, fact, interval, type Source } from '@archwright/kernel';

const clickbench: Source = {
  title: 'ClickHouse/ClickBench timescaledb/results/20260510/c6a.4xlarge.json @faa7e582: 99,997,497 rows of 105 columns, 16 vCPU', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2026-05-10', confidence: 'A',
};

/** What one vCPU of TimescaleDB with its column store does. */
export const timescaledbBaseline = {
  rowsPerVcpu: assumption('rows a vCPU in batches of 1,000', interval(2_100, 8_000, 20_000), '1/s', 'ClickBench loads 34,129 wide rows/s on 16 vCPU; narrow points batch far better (PostgreSQL alone: 40,000 a vCPU measured)'),
  scanRowsPerVcpu: fact('rows scanned a vCPU, warm mean of 43 queries (43 × 99,997,497 ÷ 569 s ÷ 16)', (43 * 99_997_497) / 569.4 / 16, '1/s', clickbench),
  storedShare: fact('bytes on disk ÷ PostgreSQL heap bytes', interval(0.1, 19.31 / 106.49, 0.4), 'ratio', clickbench),
  lookupsPerVcpu: assumption('look-ups of a series and time range a vCPU', interval(500, 2_000, 5_000), '1/s', 'an index look-up as in PostgreSQL; compressed chunks cost a decompression'),
};
