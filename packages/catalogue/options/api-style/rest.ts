import { assumption, interval } from '@archwright/kernel';
import { apiBaseline } from '../../baselines/api.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'rest', decision: 'api-style', name: 'REST over HTTP and JSON, OpenAPI first',
  summary: 'resources with versioned paths, cursors, idempotency keys and problem details; the contract is an OpenAPI document',
  technologies: ['openapi'], provides: [], requires: [], tags: ['api:http'], conflicts: [],
  parameters: {
    vcpuMonth: apiBaseline.vcpuMonth, hopCpu: apiBaseline.jsonHop,
    contextHours: assumption('contract of one context', interval(3, 6, 12), 'h', 'some eight operations with examples and errors'),
    careHours: assumption('care of the contract a month', interval(0.3, 0.5, 1), 'h/month', 'linting and breaking-change checks run by themselves'),
  },
  figures: [], limits: [],
  costs: [{ id: 'internalCalls', label: 'CPU of calls between services', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * networkHops * requestPeak * hopCpu / headroom * vcpuMonth' }],
  build: { formula: 'contextHours * contexts', reason: 'operations, examples and errors of each context' },
  run: { formula: 'careHours', reason: 'compatible changes' },
  parts: 0,
  gains: 'every client, proxy, cache and tool understands it; contracts can be tested from outside',
  gives: 'several round trips where a screen needs several resources, and text on the wire',
  rollback: 'versions stand side by side until the last client has moved',
});
