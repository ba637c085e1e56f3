import { fact } from '@archwright/kernel';
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
  limits: {
    connections: fact('open connections of a node at most, unless configured', 16384, 'count', { title: 'Kong Gateway documentation, optimize performance: ulimit', url: 'https://developer.konghq.com/gateway/performance/optimize', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 3, reason: 'gateway nodes and their configuration; no database in declarative mode' },
  alternatives: ['api-gateway', 'envoy'],
  migrationPaths: [
    { to: 'api-gateway', how: 'import the OpenAPI contracts, move host names one by one' },
  ],
  deprecations: [],
  identifiers: {oci: 'kong'},
  documentation: 'https://developer.konghq.com/gateway/',
  knowledgeOnly: 'routing, keys and limits come with the chosen compute platform or edge; found in repositories, and considered where partners get keys and a portal',
});
