import { networkBaseline } from '../../baselines/network.ts';
import { defineOption } from '../../define.ts';

const { zoneAvailability, medianShare } = networkBaseline;

export default defineOption({
  id: 'one-region-one-zone', decision: 'region', name: 'One region, one zone',
  summary: 'everything in one data centre; backups are kept elsewhere',
  technologies: [], provides: [], requires: [], tags: ['zones:one', 'regions:one'], conflicts: [],
  parameters: { zoneAvailability, medianShare }, exports: { regionCopies: '1' }, figures: [], costs: [],
  limits: [{ id: 'regions', label: 'regions that must hold their own data', unit: 'count', demand: 'regions', limit: '1', why: 'there is one place' }],
  latency: { p50: 'medianShare * farRoundTrip', p99: 'farRoundTrip' },
  availability: 'zoneAvailability',
  build: { formula: '2 * oneHour', reason: 'backups to a second place' },
  run: { formula: '0.5 * oneHour * onePerMonth', reason: 'a restore drill a quarter' },
  parts: 0,
  gains: 'no traffic between zones, no standby to pay for, nothing to fail over',
  gives: 'an event in that data centre stops the service, for hours or until a restore elsewhere',
  rollback: 'restore the backup in another zone and move the address',
});
