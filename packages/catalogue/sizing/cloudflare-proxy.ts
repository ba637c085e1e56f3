import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { edgeBaseline, monthlyEgress } from '../baselines/edge.ts';
import { cloudflarePrices } from '../prices/cloudflare-workers.ts';

/**
 * Cloudflare's proxy in front of an origin at another provider: bytes to users are free, bytes from the origin are not.
 *
 * @param own - `perByte` and `free` are the origin's egress price and allowance
 */
export const cloudflareProxy = (own: { readonly id: string; readonly origin: string; readonly provider: string; readonly perByte: Fact; readonly free: Fact }): Option => ({
  id: own.id, decision: 'edge', name: `Cloudflare in front of ${own.origin}`,
  summary: `connections end near the users, shared responses are cached there; only misses leave ${own.origin}`,
  technologies: ['cloudflare-cdn'], provides: [], requires: [own.provider], tags: ['edge:cdn', 'managed'], conflicts: [],
  parameters: {
    perByte: own.perByte, free: own.free, plan: cloudflarePrices.proPlan, cachedShare: edgeBaseline.cachedShare, edgeAvailability: edgeBaseline.edgeAvailability,
    planBytes: assumption('bytes a month before a negotiated plan', interval(10e12, 50e12, 200e12), 'B/month', 'the plan has no price a byte and no published limit; API traffic of tens of terabytes draws a call'),
    setupHours: assumption('set-up: zone, cache rules, origin protection', interval(3, 6, 12), 'h', 'cache keys and invalidation need thought'),
    careHours: assumption('care a month', interval(0.2, 0.5, 1), 'h/month', 'cache and firewall rules'),
  },
  figures: [monthlyEgress],
  costs: [
    { id: 'zone', label: 'plan of the zone', unit: 'USD/month', dimension: 'licence', formula: 'plan' },
    { id: 'misses', label: 'bytes that leave the origin', unit: 'USD/month', dimension: 'traffic', formula: 'max(0, egress * (1 - cachedShare) - free) * perByte' },
  ],
  limits: [{ id: 'fairUse', label: 'bytes a month through one zone of this plan', unit: 'B/month', demand: 'egress', limit: 'planBytes', why: 'beyond it the provider asks for a negotiated plan, whose price is not public' }],
  latency: { p50: '0.002 * oneSecond', p99: '0.005 * oneSecond' },
  availability: 'edgeAvailability',
  build: { formula: 'setupHours', reason: 'cache rules and origin protection' }, run: { formula: 'careHours', reason: 'cache and firewall rules' },
  parts: 1,
  gains: 'what the edge answers costs nothing, handshakes are short for far users, and floods end at the edge',
  gives: 'a second provider reads all traffic, and cached responses that outlive a change',
  rollback: 'point DNS at the origin',
});
