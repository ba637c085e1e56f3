import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'planetscale', name: 'PlanetScale', kind: 'managed-sql', aliases: ['vitess'],
  summary: 'managed Vitess (MySQL) and PostgreSQL with branching, three nodes and NVMe',
  licence: 'proprietary, managed; Vitess Apache-2.0', status: 'active', versioned: false,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'flexible-schema'],
  bestFor: ['MySQL or PostgreSQL with heavy input and output', 'sharding without own tooling'],
  avoidWhen: ['budgets of a few dollars on Vitess', 'SQL that Vitess does not route'],
  strainsUnder: ['cross-shard queries'],
  failureModes: ['db-primary-loss', 'hot-partition'],
  limits: {
    shardStored: fact('data of one Vitess shard, guidance', interval(2.5e11, 4e11, 5e11), 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'managed, with online schema changes' },
  alternatives: ['postgresql', 'mysql', 'neon'],
  migrationPaths: [
    { to: 'mysql', how: 'dump, or replicate out of Vitess' },
  ],
  deprecations: [
    { what: 'Vitess 23 end of life', when: '2026-11-04', source: { title: 'endoflife.date vitess', url: 'https://endoflife.date/vitess', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { npm: '@planetscale/database', endoflife: 'vitess' },
  documentation: 'https://planetscale.com/docs',
});
