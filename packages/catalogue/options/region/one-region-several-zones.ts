import { networkBaseline } from '../../baselines/network.ts';
import { defineOption } from '../../define.ts';

const { regionAvailability, medianShare } = networkBaseline;

export default defineOption({
  id: 'one-region-several-zones', decision: 'region', name: 'One region, several zones',
  summary: 'processes and stores stand in at least two data centres of one region',
  technologies: [], provides: [], requires: [], tags: ['zones:several', 'regions:one'], conflicts: [],
  parameters: { regionAvailability, medianShare }, exports: { regionCopies: '1' }, figures: [], costs: [],
  limits: [{ id: 'regions', label: 'regions that must hold their own data', unit: 'count', demand: 'regions', limit: '1', why: 'all data is in one region' }],
  latency: { p50: 'medianShare * farRoundTrip', p99: 'farRoundTrip' },
  availability: 'regionAvailability',
  build: { formula: '6 * oneHour', reason: 'subnets in each zone, health checks, one rehearsed loss of a zone' },
  run: { formula: '0.5 * oneHour * onePerMonth', reason: 'a drill a quarter' },
  parts: 0,
  gains: 'the loss of a data centre is a short error burst, not an outage',
  gives: 'two of everything, and a regional event still stops the service',
  rollback: 'run in one zone again; nothing else changes',
});
