import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'google-cloud-operations', name: 'Google Cloud Observability', kind: 'metrics-db', aliases: ['stackdriver'],
  summary: 'logs, metrics and traces of Google Cloud',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: [],
  bestFor: ['what Google services report by themselves'],
  avoidWhen: ['several clouds'],
  strainsUnder: ['price of log volume'],
  failureModes: ['observability-blind'],
  limits: {},
  burden: { level: 1, reason: 'managed' },
  alternatives: ['grafana'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://cloud.google.com/stackdriver/docs',
});
