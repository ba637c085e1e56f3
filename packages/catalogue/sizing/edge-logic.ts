import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { edgeBaseline, monthlyEgress, monthlyRequests } from '../baselines/edge.ts';
import { cloudflarePrices } from '../prices/cloudflare-workers.ts';

/**
 * Code at the edge in front of an origin at another provider: the strict operations are answered there.
 *
 * @param own - `perByte` and `free` are the origin's egress price and allowance
 */
export const workersInFront = (own: { readonly id: string; readonly origin: string; readonly provider: string; readonly perByte: Fact; readonly free: Fact }): Option => ({
  id: own.id, decision: 'edge', name: `Cloudflare Workers in front of ${own.origin}`,
  summary: `code and copies at the edge answer the operations with the strictest target; the rest passes through to ${own.origin}`,
  technologies: ['cloudflare-cdn', 'cloudflare-workers'], provides: [], requires: [own.provider], tags: ['edge:cdn', 'edge:compute', 'managed'], conflicts: [],
  parameters: {
    perByte: own.perByte, free: own.free, plan: cloudflarePrices.plan, request: cloudflarePrices.request, requestsIncluded: cloudflarePrices.requestsIncluded,
    cpuSecond: cloudflarePrices.cpuSecond, cpuIncluded: cloudflarePrices.cpuIncluded, cachedShare: edgeBaseline.cachedShare, edgeAvailability: edgeBaseline.edgeAvailability,
    edgeCpu: assumption('CPU of one request at the edge', interval(0.0005, 0.002, 0.01), 's', 'check a token, look up a copy, serialise'),
    setupHours: assumption('set-up: routes, token checks, copies, observability', interval(12, 24, 50), 'h', 'a second runtime with its own pipeline'),
    careHours: assumption('care a month', interval(1, 2, 4), 'h/month', 'two runtimes, stale copies'),
  },
  figures: [monthlyEgress, monthlyRequests],
  costs: [
    { id: 'edgePlan', label: 'plan', unit: 'USD/month', dimension: 'licence', formula: 'plan' },
    { id: 'edgeRequests', label: 'requests at the edge', unit: 'USD/month', dimension: 'requests', formula: 'max(0, requests - requestsIncluded) * request' },
    { id: 'edgeCompute', label: 'CPU at the edge', unit: 'USD/month', dimension: 'compute', formula: 'max(0, requests * edgeCpu - cpuIncluded) * cpuSecond' },
    { id: 'misses', label: 'bytes that leave the origin', unit: 'USD/month', dimension: 'traffic', formula: 'max(0, egress * (1 - cachedShare) - free) * perByte' },
  ],
  limits: [],
  latency: { p50: 'edgeCpu', p99: 'edgeCpu * 5' },
  availability: 'edgeAvailability',
  build: { formula: 'setupHours', reason: 'a second runtime with copies of what it answers' }, run: { formula: 'careHours', reason: 'two runtimes and stale copies' },
  parts: 2,
  gains: 'token checks, routing and hot reads within tens of milliseconds of every user',
  gives: 'a second runtime with small memory, and copies to invalidate',
  rollback: 'remove the route: requests pass through to the origin',
});
