import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'grpc', name: 'gRPC', kind: 'rpc-framework',
  summary: 'typed calls and streams over HTTP/2 with Protocol Buffers',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['many calls between services', 'streams'],
  avoidWhen: ['browsers without a proxy', 'public APIs'],
  strainsUnder: ['load balancing of long connections', 'binary traffic needs tools'],
  failureModes: ['cascading-overload'],
  limits: {},
  burden: { level: 2, reason: 'generated code and connection balancing' },
  alternatives: ['openapi'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: '@grpc/grpc-js', pypi: 'grpcio', go: 'google.golang.org/grpc', maven: 'io.grpc:grpc-netty-shaded' },
  documentation: 'https://grpc.io/docs/',
});
