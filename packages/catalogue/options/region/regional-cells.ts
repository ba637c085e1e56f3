import { assumption, interval } from '@archwright/kernel';
import { networkBaseline } from '../../baselines/network.ts';
import { defineOption } from '../../define.ts';

const { nearRoundTrip, medianShare, regionAvailability } = networkBaseline;

export default defineOption({
  id: 'regional-cells', decision: 'region', name: 'A cell in each region',
  summary: 'every region runs a whole, separate system for its own users or tenants; a thin directory says who lives where',
  technologies: [], provides: ['global-placement'], requires: [], tags: ['zones:several', 'regions:several', 'regions:cells'], conflicts: [],
  parameters: {
    nearRoundTrip, medianShare, regionAvailability,
    setupHours: assumption('set-up: directory, routing, one environment from code', interval(80, 160, 320), 'h', 'environments are copies of one definition; the directory and moves between cells are new'),
    cellHours: assumption('set-up of one cell', interval(12, 24, 48), 'h', 'accounts, secrets, data-protection paperwork, load test'),
    cellCare: assumption('care of one cell a month', interval(3, 6, 12), 'h/month', 'releases, alerts and quotas region by region'),
  },
  exports: { regionCopies: 'max(2, regions)' },
  figures: [{ id: 'cells', label: 'cells', unit: 'count', formula: 'max(2, regions)' }],
  costs: [], limits: [],
  latency: { p50: 'medianShare * min(farRoundTrip, nearRoundTrip)', p99: 'min(farRoundTrip, nearRoundTrip)' },
  availability: 'regionAvailability',
  build: { formula: 'setupHours + cells * cellHours', reason: 'a directory, and an environment in each region' },
  run: { formula: 'cells * cellCare', reason: 'each cell is released and watched on its own' },
  parts: 3,
  gains: 'data stays in its region by construction, users are near, and a failure stops one cell only',
  gives: 'a whole system per region, and questions across cells are answered outside them',
  rollback: 'move the tenants of one cell to another and point the directory there',
});
