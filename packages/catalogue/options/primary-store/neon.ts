import { assumption, fact, interval } from '@archwright/kernel';
import { postgresqlBaseline } from '../../baselines/postgresql.ts';
import { ATTESTED } from '../../attestations.ts';
import { restartedByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { neonPrices } from '../../prices/neon.ts';
import { postgresqlCapabilities, storedFigure, vcpuFigure } from './shared/relational.ts';

export default defineOption({
  id: 'neon', decision: 'primary-store', name: 'Neon PostgreSQL, sleeps when idle', summary: 'PostgreSQL billed by the compute it runs, from a quarter of a unit to sixteen',
  technologies: ['neon', 'postgresql'], provides: [...postgresqlCapabilities, 'scale-to-zero'],
  requires: [], attested: ATTESTED.neon, tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...postgresqlBaseline, unit: neonPrices.launchUnit, storage: neonPrices.storage,
    vcpuPerUnit: fact('vCPU of one compute unit', 1, 'count', { title: 'neondatabase/website content/docs/introduction/plans.md', url: 'https://neon.com/docs/introduction/plans', asOf: '2026-11-12', confidence: 'A' }),
    egress: neonPrices.egress,
    freeEgress: fact('bytes out of Neon without charge', 100e9, 'B/month', { title: 'neondatabase/website content/docs/introduction/plans.md', url: 'https://neon.com/docs/introduction/plans', asOf: '2026-11-12', confidence: 'A' }),
    answerBytes: assumption('bytes of one answered read', interval(300, 1_000, 4_000), 'B', 'a row or a short list over the public network'),
    smallest: assumption('compute units while awake', 0.25, 'count', 'the smallest size'),
    largest: fact('compute units autoscaling reaches', 16, 'count', { title: 'neondatabase/website content/docs/introduction/plans.md', url: 'https://neon.com/docs/introduction/plans', asOf: '2026-03-20', confidence: 'A' }),
    largestStored: assumption('data planned for one branch', interval(0.5e12, 1e12, 2e12), 'B', 'at 0.35 USD/GB a larger store is cheaper elsewhere'),
    available: assumption('compute in service', interval(0.998, 0.999, 0.9995), 'ratio', 'storage in several zones, one compute that is started again elsewhere; no commitment on this plan'),
    careHours: assumption('care a month', interval(2, 5, 9), 'h/month', 'no sizes or backups to keep; queries, indexes, versions and a second vendor’s bill remain'),
    setupHours: assumption('set-up: roles, pooling, migrations in the pipeline', interval(12, 22, 38), 'h', 'a project is created in minutes; the schema is the work'),
  },
  figures: [
    vcpuFigure, storedFigure,
    { id: 'peakUnits', label: 'compute units at peak', unit: 'count', formula: 'max(smallest, vcpu / vcpuPerUnit)' },
  ],
  costs: [
    { id: 'compute', label: 'compute while awake', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * peakUnits * busyShare * unit' },
    { id: 'egress', label: 'answers over the public network', unit: 'USD/month', dimension: 'traffic', formula: 'max(0 * oneByte * onePerMonth, recordReadMean * (1 - cacheHitShare) * answerBytes * secondsPerMonth - freeEgress) * egress' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * stored * storage' },
  ],
  limits: [
    { id: 'size', label: 'compute units', unit: 'count', demand: 'peakUnits', limit: 'largest', why: 'one writing compute, autoscaled to this size' },
    { id: 'stored', label: 'data of one branch', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'storage is dear at this size' },
  ],
  latency: { p50: '0.003 * oneSecond', p99: '0.02 * oneSecond' }, availability: 'available',
  recovery: restartedByService,
  build: { formula: 'setupHours', reason: 'roles, pooling, migrations' }, run: { formula: 'careHours', reason: 'queries, versions, cost' }, parts: 1,
  gains: 'an idle database costs cents, and each pull request gets its own branch of the data',
  gives: 'the first query after sleep waits some hundred milliseconds; the network leaves the provider unless regions match',
  rollback: 'dump or replicate into any PostgreSQL',
});
