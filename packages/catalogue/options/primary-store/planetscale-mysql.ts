import { assumption, interval } from '@archwright/kernel';
import { mysqlBaseline, mysqlLimits } from '../../baselines/mysql.ts';
import { ATTESTED } from '../../attestations.ts';
import { quorum } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { planetscalePrices } from '../../prices/planetscale.ts';
import { mysqlCapabilities, storedFigure, vcpuFigure } from './shared/relational.ts';

export default defineOption({
  id: 'planetscale-mysql', decision: 'primary-store', name: 'PlanetScale MySQL, three nodes on NVMe', summary: 'one MySQL primary and two replicas in three zones behind Vitess; split online when it is outgrown',
  technologies: ['planetscale', 'mysql'], provides: mysqlCapabilities,
  requires: [], attested: ATTESTED.planetscale, tags: ['store:relational', 'store:mysql', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...mysqlBaseline, shardStored: mysqlLimits.shardStored, shardPrice: planetscalePrices.vitessMetalM160,
    shardVcpu: assumption('vCPU of one Metal M-160 node', interval(1, 2, 4), 'count', 'the size was not in the source; 16 GiB class with two vCPU taken from its name and price'),
    available: assumption('three nodes in service', interval(0.9995, 0.9999, 0.99999), 'ratio', 'three zones with automatic failover; commitment of the plan not read'),
    careHours: assumption('care a month', interval(2, 5, 9), 'h/month', 'schema changes by branch, query review'),
    setupHours: assumption('set-up: schema, branches, deploy requests', interval(16, 28, 50), 'h', 'as any MySQL, with its own way of schema changes'),
  },
  figures: [
    vcpuFigure, storedFigure,
    { id: 'primaries', label: 'primaries it would take', unit: 'count', formula: 'max(1, ceil(vcpu / shardVcpu), ceil(stored / shardStored))' },
  ],
  costs: [{ id: 'nodes', label: 'three nodes', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * shardPrice' }],
  limits: [{ id: 'primaries', label: 'primaries', unit: 'count', demand: 'primaries', limit: '1', why: 'there is one writer; beyond it the data is split' }],
  latency: { p50: '0.002 * oneSecond', p99: '0.012 * oneSecond' }, availability: 'available',
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'schema, branches, deploy requests' },
  run: { formula: 'careHours', reason: 'schema changes, query review' }, parts: 1,
  gains: 'three zones on local NVMe, schema changes that can be reverted, and a way to split that needs no move',
  gives: 'a floor of hundreds of dollars for a size that smaller services sell for less', rollback: 'replicate out into any MySQL',
});
