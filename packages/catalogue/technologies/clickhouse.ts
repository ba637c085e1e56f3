import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'clickhouse', name: 'ClickHouse', kind: 'olap-db', aliases: ['clickhouse cloud'],
  summary: 'column store: fast bulk inserts, small storage, very fast scans',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'ttl', 'range-scan', 'point-read'],
  bestFor: ['events, logs and product analytics', 'aggregations over billions of rows'],
  avoidWhen: ['rows that change in transactions'],
  strainsUnder: ['many small inserts', 'look-ups by random key', 'joins of two large tables'],
  failureModes: ['disk-full', 'queue-backlog', 'slow-query-regression'],
  limits: {
    load: fact('105-column rows loaded on 16 vCPU', 328_939, '1/s', { title: 'ClickHouse/ClickBench clickhouse/results/20260822/c6a.4xlarge.json @faa7e582', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2026-08-22', confidence: 'A' }),
    stored: fact('bytes of 100 M wide rows', 1.527e10, 'B', { title: 'ClickHouse/ClickBench clickhouse/results/20260822/c6a.4xlarge.json @faa7e582', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2026-08-22', confidence: 'A' }),
  },
  burden: { level: 3, reason: 'parts, merges, replicas and Keeper' },
  alternatives: ['timescaledb', 'opensearch', 'bigquery'],
  migrationPaths: [
    { to: 'bigquery', how: 'export Parquet to a bucket and load it' },
  ],
  deprecations: [
    { what: 'only recent monthly lines are supported: use the .3 and .8 long-term builds', when: '2026-08-22', source: { title: 'endoflife.date clickhouse', url: 'https://endoflife.date/clickhouse', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { npm: '@clickhouse/client', oci: 'clickhouse/clickhouse-server', endoflife: 'clickhouse' },
  documentation: 'https://clickhouse.com/docs',
});
