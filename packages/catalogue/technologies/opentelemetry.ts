import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'opentelemetry', name: 'OpenTelemetry', kind: 'telemetry-standard', aliases: ['otel'],
  summary: 'traces, metrics and logs in one vendor-neutral form',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['any new service'],
  avoidWhen: ['one-off scripts'],
  strainsUnder: ['configuration', 'experimental packages in some languages'],
  failureModes: ['observability-blind'],
  limits: {},
  burden: { level: 3, reason: 'collector and sampling' },
  alternatives: ['sentry'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: '@opentelemetry/sdk-node', pypi: 'opentelemetry-sdk', context7: '/open-telemetry/opentelemetry-js' },
  documentation: 'https://opentelemetry.io/docs/',
});
