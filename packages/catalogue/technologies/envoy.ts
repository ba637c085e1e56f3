import { fact } from '@archwright/kernel';
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
  limits: {
    connections: fact('connections to one upstream cluster by default', 1024, 'count', { title: 'Envoy documentation, circuit breakers', url: 'https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/circuit_breaker.proto', asOf: 'undated', confidence: 'A', note: 'defaults read in v1.8 to v1.21' }),
    pendingRequests: fact('requests waiting for one by default', 1024, 'count', { title: 'Envoy documentation, circuit breakers', url: 'https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/circuit_breaker.proto', asOf: 'undated', confidence: 'A', note: 'defaults read in v1.8 to v1.21' }),
    retries: fact('retries in flight to one upstream cluster by default', 3, 'count', { title: 'Envoy documentation, circuit breakers', url: 'https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/circuit_breaker.proto', asOf: 'undated', confidence: 'A', note: 'defaults read in v1.8 to v1.21' }),
  },
  burden: { level: 4, reason: 'a proxy for each node or a fleet at the edge, and a control plane to feed it' },
  alternatives: ['api-gateway', 'kong'],
  migrationPaths: [
    { to: 'api-gateway', how: 'routes move one by one behind the same host name' },
  ],
  deprecations: [],
  identifiers: {oci: 'envoyproxy/envoy'},
  documentation: 'https://www.envoyproxy.io/docs/envoy/latest/',
  knowledgeOnly: 'routing and limits come with the chosen compute platform or edge; a proxy of its own adds a fleet to operate and is found in repositories',
});
