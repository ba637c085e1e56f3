import { assumption, interval } from '@archwright/kernel';
import { networkBaseline } from '../../baselines/network.ts';
import { defineOption } from '../../define.ts';

const { medianShare, crossRegion } = networkBaseline;

export default defineOption({
  id: 'active-passive', decision: 'region', name: 'Second region in waiting',
  summary: 'data is replicated to a second region where little runs; it is scaled up when the first is lost',
  technologies: [], provides: [], requires: [], tags: ['zones:several', 'regions:standby'], conflicts: [],
  parameters: {
    medianShare, crossRegion,
    pilotShare: assumption('what the waiting region costs, as a share of the active one', interval(0.2, 0.35, 0.6), 'ratio', 'storage is paid in full, processes run at the minimum'),
    availabilityWithFailover: assumption('share of time one of the two regions serves', interval(0.9999, 0.99996, 0.99999), 'ratio', 'a regional event of hours becomes the half hour that a rehearsed failover takes'),
    setupHours: assumption('set-up: replication, second environment, rehearsed failover', interval(40, 80, 160), 'h', 'the second environment is code; the rehearsals find what is not'),
    drillHours: assumption('drills and drift a month', interval(3, 6, 12), 'h/month', 'one failover drill a quarter, parity checks between'),
  },
  exports: { regionCopies: '1 + pilotShare' }, figures: [],
  costs: [{ id: 'replication', label: 'replication traffic', unit: 'USD/month', dimension: 'traffic', formula: 'ingressBytes * secondsPerMonth * crossRegion' }],
  limits: [{ id: 'regions', label: 'regions that must hold their own data', unit: 'count', demand: 'regions', limit: '1', why: 'one region is active; the other holds a copy' }],
  latency: { p50: 'medianShare * farRoundTrip', p99: 'farRoundTrip' },
  availability: 'availabilityWithFailover',
  build: { formula: 'setupHours', reason: 'replication, a second environment and rehearsals' },
  run: { formula: 'drillHours', reason: 'drills and parity checks' },
  parts: 2,
  gains: 'a lost region costs minutes of data and less than an hour of service',
  gives: 'a second copy to pay for and keep in step; someone has to decide to fail over',
  rollback: 'fail back the way of the drill; or drop the second region, which leaves the first untouched',
});
