import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'openapi', name: 'OpenAPI', kind: 'contract', aliases: ['swagger', 'rest', 'rest api', 'rest apis', 'rest endpoints', 'restful'],
  summary: 'description of an HTTP API that people and tools read',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['contract-first HTTP APIs'],
  avoidWhen: ['streams of events'],
  strainsUnder: ['drifts from code unless checked'],
  failureModes: [],
  limits: {},
  burden: { level: 1, reason: 'a linter in the pipeline' },
  alternatives: ['grpc', 'graphql'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://spec.openapis.org/oas/latest.html',
});
