import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'tempo', name: 'Grafana Tempo', kind: 'trace-store',
  summary: 'traces in object storage',
  licence: 'AGPL-3.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['traces kept beyond a sample'],
  avoidWhen: ['tiny set-ups'],
  strainsUnder: ['searches need tuned blocks'],
  failureModes: ['observability-blind', 'object-store-errors'],
  limits: {},
  burden: { level: 3, reason: 'object store, compactor' },
  alternatives: ['sentry'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { oci: 'grafana/tempo' },
  documentation: 'https://grafana.com/docs/tempo/latest/',
});
