import { assumption, fact, interval, type Source } from '@archwright/kernel';
import { postgresqlBaseline } from '../../baselines/postgresql.ts';
import { ATTESTED } from '../../attestations.ts';
import { restartedByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { postgresqlCapabilities, storedFigure, vcpuFigure } from './shared/relational.ts';

const docs: Source = { title: 'neondatabase/website content/docs/introduction/plans.md', url: 'https://neon.com/docs/introduction/plans', asOf: '2026-11-12', confidence: 'A' };

export default defineOption({
  id: 'neon-free', decision: 'primary-store', name: 'Neon PostgreSQL, free plan', summary: 'PostgreSQL within 0.5 GB and 100 compute-unit hours a month, without charge',
  technologies: ['neon', 'postgresql'], provides: [...postgresqlCapabilities, 'scale-to-zero'],
  requires: [], attested: ATTESTED.neon, tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...postgresqlBaseline,
    freeStorage: fact('storage of the free plan', 0.5e9, 'B', docs),
    freeShare: fact('share of a month a quarter unit may be awake (100 unit-hours ÷ 0.25 ÷ 730)', 100 / 0.25 / 730, 'ratio', docs),
    smallest: assumption('compute units while awake', 0.25, 'count', 'the smallest size'),
    available: assumption('compute in service', interval(0.995, 0.999, 0.9995), 'ratio', 'no commitment on the free plan'),
    careHours: assumption('care a month', interval(1, 3, 5), 'h/month', 'little data; quotas and versions'),
    setupHours: assumption('set-up: roles, pooling, migrations in the pipeline', interval(6, 12, 22), 'h', 'a project is created in minutes; the schema is the work'),
  },
  figures: [vcpuFigure, storedFigure], costs: [],
  limits: [
    { id: 'size', label: 'CPU of the smallest compute', unit: 'count', demand: 'vcpu', limit: 'smallest', why: 'the quota lasts only at the smallest size' },
    { id: 'awake', label: 'share of the month awake', unit: 'ratio', demand: 'busyShare', limit: 'freeShare', why: '100 compute-unit hours a month' },
    { id: 'stored', label: 'data held', unit: 'B', demand: 'stored', limit: 'freeStorage', why: 'the free plan ends at this size' },
  ],
  latency: { p50: '0.003 * oneSecond', p99: '0.5 * oneSecond' }, availability: 'available',
  recovery: restartedByService,
  build: { formula: 'setupHours', reason: 'roles, pooling, migrations' }, run: { formula: 'careHours', reason: 'quotas and versions' }, parts: 1,
  gains: 'full PostgreSQL for nothing while the product is small', gives: 'it stops at its quota, and the first query after sleep waits up to half a second',
  rollback: 'move to a paid plan in place, or dump into any PostgreSQL',
});
