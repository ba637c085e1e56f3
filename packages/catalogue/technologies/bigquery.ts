import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'bigquery', name: 'Google BigQuery', kind: 'olap-db', aliases: ['big query'],
  summary: 'serverless warehouse billed by bytes stored and scanned',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'ttl', 'scale-to-zero'],
  bestFor: ['reports over any amount of rows, a few times an hour'],
  avoidWhen: ['dashboards for users: seconds an answer, a price each'],
  strainsUnder: ['scans without a partition filter'],
  failureModes: ['quota-cost-runaway'],
  limits: {
    uptime: fact('monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'nothing to size; cost control remains' },
  alternatives: ['clickhouse'],
  migrationPaths: [
    { to: 'clickhouse', how: 'export Parquet and load it' },
  ],
  deprecations: [],
  identifiers: { npm: '@google-cloud/bigquery' },
  documentation: 'https://cloud.google.com/bigquery/docs',
});
