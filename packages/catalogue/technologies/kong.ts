import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'kong', name: 'Kong Gateway', kind: 'api-gateway',
  summary: 'API gateway with plug-ins for keys, quotas and transformation',
  licence: 'Apache-2.0 (community), proprietary (enterprise)', status: 'active', versioned: true,
  serves: [],
  bestFor: ['partner APIs with keys, quotas and a portal'],
  avoidWhen: ['one application that checks its own tokens'],
  strainsUnder: ['plug-ins in the request path', 'its own database in some modes'],
  failureModes: ['bad-config-push', 'provider-rate-limit'],
  limits: {},
  burden: { level: 3, reason: 'gateway nodes and their configuration; no database in declarative mode' },
  alternatives: ['api-gateway', 'envoy'],
  migrationPaths: [
    { to: 'api-gateway', how: 'import the OpenAPI contracts, move host names one by one' },
  ],
  deprecations: [],
  identifiers: {oci: 'kong'},
  documentation: 'https://developer.konghq.com/gateway/',
});
