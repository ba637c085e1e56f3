import { assumption, interval } from '@archwright/kernel';
import { apiBaseline } from '../../baselines/api.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'graphql', decision: 'api-style', name: 'GraphQL',
  summary: 'one endpoint and a typed graph: clients ask for the fields of a screen in one query',
  technologies: ['graphql'], provides: [], requires: [], tags: ['api:http', 'api:graphql'], conflicts: [],
  parameters: {
    vcpuMonth: apiBaseline.vcpuMonth, hopCpu: apiBaseline.jsonHop, queryCpu: apiBaseline.graphqlRequest,
    contextHours: assumption('graph of one context', interval(8, 16, 32), 'h', 'types, resolvers, batching of look-ups, permission by field'),
    careHours: assumption('care a month', interval(2, 4, 8), 'h/month', 'query cost limits, slow resolvers, deprecated fields'),
  },
  figures: [], limits: [],
  costs: [{ id: 'resolving', label: 'CPU of resolving and of calls between services', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * requestPeak * (queryCpu + networkHops * hopCpu) / headroom * vcpuMonth' }],
  latency: { p50: 'queryCpu', p99: 'queryCpu * 5' },
  build: { formula: 'contextHours * contexts', reason: 'types, resolvers and batching of each context' },
  run: { formula: 'careHours', reason: 'query limits and slow resolvers' },
  parts: 1,
  gains: 'one round trip for a screen that needs many resources, whoever designs the screen',
  gives: 'no HTTP caching by address, query cost to bound, permission in every resolver',
  rollback: 'resolvers call the same functions that REST handlers would; routes can be added beside the graph',
});
