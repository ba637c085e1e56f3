import { assumption, interval } from '@archwright/kernel';
import { networkBaseline } from '../../baselines/network.ts';
import { defineOption } from '../../define.ts';

const { nearRoundTrip, medianShare, crossRegion } = networkBaseline;

export default defineOption({
  id: 'active-active', decision: 'region', name: 'Two regions, both active',
  summary: 'every region serves every user near it; records have one writing region and are read from the nearest copy',
  technologies: [], provides: ['global-placement'], requires: [], tags: ['zones:several', 'regions:several'], conflicts: [],
  parameters: {
    nearRoundTrip, medianShare, crossRegion,
    copies: assumption('regions that run the whole system', interval(2, 2, 3), 'count', 'two suffice for the loss of one'),
    availabilityTogether: assumption('share of time one of the regions serves', interval(0.9999, 0.99999, 0.999999), 'ratio', 'routing moves users in about a minute; what remains is shared: DNS, code, people'),
    setupHours: assumption('set-up: replication, routing, conflict rules', interval(120, 240, 480), 'h', 'every write needs a rule for what happens when two regions write'),
    careHours: assumption('care a month', interval(10, 20, 40), 'h/month', 'replication lag, drills, releases region by region'),
  },
  exports: { regionCopies: 'copies' }, figures: [],
  costs: [{ id: 'replication', label: 'replication traffic', unit: 'USD/month', dimension: 'traffic', formula: 'ingressBytes * secondsPerMonth * crossRegion * (copies - 1)' }],
  limits: [{ id: 'regions', label: 'regions that must hold their own data', unit: 'count', demand: 'regions', limit: '1', why: 'every region holds everybody’s data, which residency in several places forbids' }],
  latency: { p50: 'medianShare * min(farRoundTrip, nearRoundTrip)', p99: 'min(farRoundTrip, nearRoundTrip)' },
  availability: 'availabilityTogether',
  build: { formula: 'setupHours', reason: 'replication, routing and conflict rules' },
  run: { formula: 'careHours', reason: 'lag, drills and staged releases' },
  parts: 4,
  gains: 'users are served from their continent and a lost region is a routing change',
  gives: 'twice the bill, reads that lag, and rules for conflicting writes',
  rollback: 'route all users to one region and stop replication; the other is then a standby',
});
