import { assumption, interval } from '@archwright/kernel';
import { networkBaseline } from '../../baselines/network.ts';
import { defineOption } from '../../define.ts';

const { edgeRoundTrip, regionAvailability } = networkBaseline;

export default defineOption({
  id: 'home-region-edge-answers', decision: 'region', name: 'One home region, strict answers at the edge',
  summary: 'the system of record stays in one region of several zones; the operations with the strictest target are answered by code and copies at the edge',
  technologies: [], provides: ['global-placement'], requires: ['edge:compute'], tags: ['zones:several', 'regions:one'], conflicts: [],
  parameters: {
    edgeRoundTrip, regionAvailability,
    homeShare: assumption('trips home in the slowest hundredth of strict requests', interval(0, 0.25, 1), 'ratio', 'what the edge copy cannot answer goes home once'),
    splitHours: assumption('splitting off the strict operations', interval(40, 80, 160), 'h', 'copies, invalidation and a second runtime for one to three operations'),
    splitCare: assumption('care of the second runtime a month', interval(2, 4, 8), 'h/month', 'two deployments of one contract'),
  },
  exports: { regionCopies: '1' }, figures: [], costs: [],
  limits: [{ id: 'regions', label: 'regions that must hold their own data', unit: 'count', demand: 'regions', limit: '1', why: 'all records are at home in one region' }],
  latency: { p50: 'edgeRoundTrip', p99: 'edgeRoundTrip + homeShare * farRoundTrip' },
  availability: 'regionAvailability',
  build: { formula: 'splitHours', reason: 'copies and invalidation for the strict operations' },
  run: { formula: 'splitCare', reason: 'two runtimes for one contract' },
  parts: 2,
  gains: 'near answers for the few operations that need them, an ordinary system for the rest',
  gives: 'a second runtime, and copies that may be stale for as long as invalidation takes',
  rollback: 'route the operations to the home region; only their latency changes',
});
