import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'loki', name: 'Grafana Loki', kind: 'log-store',
  summary: 'logs in object storage, indexed by labels only',
  licence: 'AGPL-3.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['logs of many containers'],
  avoidWhen: ['free search over everything'],
  strainsUnder: ['label cardinality', 'scans without labels'],
  failureModes: ['observability-blind', 'object-store-errors'],
  limits: {},
  burden: { level: 3, reason: 'ring, compactor, object store' },
  alternatives: ['opensearch', 'clickhouse'],
  migrationPaths: [],
  deprecations: [
    { what: 'Promtail end of life, Alloy takes its place', when: '2026-03-02', source: { title: 'code index 70900654373, 60639671570', asOf: '2026-03-02', confidence: 'C', note: 'day recalled' } },
  ],
  identifiers: { oci: 'grafana/loki', endoflife: 'grafana-loki' },
  documentation: 'https://grafana.com/docs/loki/latest/',
});
