import { assumption, interval } from '@archwright/kernel';
import { apiBaseline } from '../../baselines/api.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'grpc-inside', decision: 'api-style', name: 'gRPC between services, REST for clients',
  summary: 'Protocol Buffers over HTTP/2 inside, OpenAPI at the border',
  technologies: ['grpc', 'openapi'], provides: [], requires: ['pattern:services'], tags: ['api:http', 'api:grpc'], conflicts: [],
  parameters: {
    vcpuMonth: apiBaseline.vcpuMonth, hopCpu: apiBaseline.grpcHop,
    contextHours: assumption('contracts of one context', interval(8, 16, 30), 'h', 'an OpenAPI document and a proto file, generated clients in the pipeline'),
    careHours: assumption('care of contracts and generated code a month', interval(1, 2, 4), 'h/month', 'plugins, generated clients, load balancing of long connections'),
  },
  figures: [], limits: [],
  costs: [{ id: 'internalCalls', label: 'CPU of calls between services', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * networkHops * requestPeak * hopCpu / headroom * vcpuMonth' }],
  build: { formula: 'contextHours * contexts', reason: 'two contracts of each context and generated clients' },
  run: { formula: 'careHours', reason: 'generated code and connection balancing' },
  parts: 1,
  gains: 'less than half the CPU of an internal call, streaming, and clients generated from the contract',
  gives: 'binary traffic that needs tools to read, two contracts for what is both inside and outside',
  rollback: 'services keep their HTTP handlers; callers switch back by configuration',
});
