import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'envoy', name: 'Envoy', kind: 'api-gateway',
  summary: 'proxy for the edge and between services: routing, retries, rate limits, mutual TLS',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['long-lived-connections'],
  bestFor: ['many services that need the same routing, retries and identity'],
  avoidWhen: ['one service behind a load balancer'],
  strainsUnder: ['configuration by control plane', 'one more hop on each call'],
  failureModes: ['bad-config-push', 'retry-storm', 'cert-expiry'],
  limits: {},
  burden: { level: 4, reason: 'a proxy for each node or a fleet at the edge, and a control plane to feed it' },
  alternatives: ['api-gateway', 'kong'],
  migrationPaths: [
    { to: 'api-gateway', how: 'routes move one by one behind the same host name' },
  ],
  deprecations: [],
  identifiers: {oci: 'envoyproxy/envoy'},
  documentation: 'https://www.envoyproxy.io/docs/envoy/latest/',
});
