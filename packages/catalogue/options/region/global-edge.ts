import { assumption, interval } from '@archwright/kernel';
import { networkBaseline } from '../../baselines/network.ts';
import { defineOption } from '../../define.ts';

const { edgeRoundTrip } = networkBaseline;

export default defineOption({
  id: 'global-edge', decision: 'region', name: 'No home region: the edge network',
  summary: 'code runs in the location nearest to each user; state is placed near the users it belongs to',
  technologies: [], provides: ['global-placement'], requires: ['pattern:edge-first', 'platform:edge-functions'], tags: ['zones:several', 'regions:edge'], conflicts: [],
  parameters: {
    edgeRoundTrip,
    homeShare: assumption('trips to the home of a shared record in the slowest hundredth of requests', interval(0, 0.25, 1), 'ratio', 'strict operations are served from per-user objects and copies; a request for a shared record goes home once'),
    edgeAvailability: assumption('share of time some near location serves', interval(0.999, 0.9999, 0.99999), 'ratio', 'locations fail over to their neighbours; global configuration errors remain'),
  },
  exports: { regionCopies: '1' }, figures: [], costs: [],
  limits: [{ id: 'regions', label: 'regions that must hold their own data', unit: 'count', demand: 'regions', limit: '1', why: 'copies may be made anywhere; only one jurisdiction at a time can be fenced off' }],
  latency: { p50: 'edgeRoundTrip', p99: 'edgeRoundTrip + homeShare * farRoundTrip' },
  availability: 'edgeAvailability',
  build: { formula: '8 * oneHour', reason: 'placement hints, jurisdiction, routing' },
  run: { formula: '1 * oneHour * onePerMonth', reason: 'placement and lag to watch' },
  parts: 1,
  gains: 'a near answer everywhere, without a region to choose or run',
  gives: 'copies lag, shared records still have a home, and where bytes lie is harder to say',
  rollback: 'pin placement to one region; the code stays',
});
