import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'prometheus', name: 'Prometheus', kind: 'metrics-db',
  summary: 'metrics by pulling, with rules for alerts',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['service and cluster metrics'],
  avoidWhen: ['labels per user'],
  strainsUnder: ['cardinality', 'one node a store'],
  failureModes: ['observability-blind', 'disk-full', 'oom-killed'],
  limits: {
    series: fact('series one server is planned for', interval(1_000_000, 2_000_000, 5_000_000), 'count', { title: 'system-design numbers reference compiled from public sources (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 3, reason: 'retention and pairs' },
  alternatives: ['grafana'],
  migrationPaths: [],
  deprecations: [
    { what: '3.13 is the long-term line until mid 2027', when: '2027-07-31', source: { title: 'endoflife.date prometheus', url: 'https://endoflife.date/prometheus', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { npm: 'prom-client', oci: 'prom/prometheus', endoflife: 'prometheus' },
  documentation: 'https://prometheus.io/docs/',
});
