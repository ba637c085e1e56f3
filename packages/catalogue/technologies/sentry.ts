import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'sentry', name: 'Sentry', kind: 'error-tracking',
  summary: 'errors grouped by release, with traces',
  licence: 'FSL-1.1, also managed', status: 'active', versioned: true,
  serves: [],
  bestFor: ['application errors'],
  avoidWhen: ['a whole log platform'],
  strainsUnder: ['price an event'],
  failureModes: ['observability-blind'],
  limits: {
    error: fact('one error above the included, Team plan', 0.0003625, 'USD', { title: 'getsentry/sentry-docs docs/pricing/index.mdx @0002f347', asOf: '2025-07-01', confidence: 'A' }),
  },
  burden: { level: 1, reason: 'managed; 4 if run by ourselves' },
  alternatives: ['opentelemetry', 'grafana'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: '@sentry/node', pypi: 'sentry-sdk' },
  documentation: 'https://docs.sentry.io/',
});
