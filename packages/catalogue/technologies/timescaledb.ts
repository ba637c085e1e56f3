import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'timescaledb', name: 'TimescaleDB', kind: 'time-series-db', aliases: ['timescale', 'tigerdata'],
  summary: 'PostgreSQL extension for time series: chunks, compression, continuous aggregates',
  licence: 'Apache-2.0 core, Timescale licence for features', status: 'active', versioned: true,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'full-text', 'geo', 'flexible-schema', 'vector', 'row-level-security', 'ttl'],
  bestFor: ['sensor data and metrics that join with records'],
  avoidWhen: ['event analytics over petabytes', 'managed clouds that exclude its features'],
  strainsUnder: ['late data into compressed chunks'],
  failureModes: ['disk-full', 'slow-query-regression', 'db-primary-loss'],
  limits: {
    load: fact('105-column rows loaded on 16 vCPU', 34_129, '1/s', { title: 'ClickHouse/ClickBench timescaledb/results/20260510/c6a.4xlarge.json @faa7e582', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2026-05-10', confidence: 'A' }),
    stored: fact('bytes of 100 M wide rows', 1.931e10, 'B', { title: 'ClickHouse/ClickBench timescaledb/results/20260510/c6a.4xlarge.json @faa7e582', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2026-05-10', confidence: 'A' }),
  },
  burden: { level: 3, reason: 'chunks, compression and a PostgreSQL to run' },
  alternatives: ['clickhouse', 'postgresql'],
  migrationPaths: [
    { to: 'clickhouse', how: 'copy chunk by chunk, switch readers' },
  ],
  deprecations: [
    { what: 'the company is now called TigerData', when: '2025-06-17', source: { title: 'tigerdata.com on former timescale.com documentation', asOf: '2025-06-17', confidence: 'B' } },
  ],
  identifiers: { oci: 'timescale/timescaledb' },
  documentation: 'https://www.tigerdata.com/docs/',
});
