import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'grafana', name: 'Grafana', kind: 'dashboards', aliases: ['grafana cloud'],
  summary: 'dashboards and alerts over many sources',
  licence: 'AGPL-3.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['metrics, logs and traces in one place'],
  avoidWhen: ['teams bound to one vendor’s console'],
  strainsUnder: ['dashboards multiply'],
  failureModes: ['observability-blind'],
  limits: {
    logs: fact('logs written above the allowance', 4e-10, 'USD/B', { title: 'Grafana Cloud documentation, logs invoice', asOf: '2026-06-01', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'stateful configuration, a release every two months' },
  alternatives: ['cloudwatch'],
  migrationPaths: [],
  deprecations: [
    { what: 'Grafana Agent replaced by Alloy', when: '2025-11-01', source: { title: 'Grafana Agent deprecation notice', asOf: '2026-11-22', confidence: 'D', note: 'recalled, to be confirmed' } },
  ],
  identifiers: { oci: 'grafana/grafana', endoflife: 'grafana' },
  documentation: 'https://grafana.com/docs/',
});
