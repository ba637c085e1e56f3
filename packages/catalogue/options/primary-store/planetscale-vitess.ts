import { assumption, interval } from '@archwright/kernel';
import { mysqlBaseline, mysqlLimits } from '../../baselines/mysql.ts';
import { ATTESTED } from '../../attestations.ts';
import { quorum } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { planetscalePrices } from '../../prices/planetscale.ts';
import { mysqlCapabilities, storedFigure, vcpuFigure } from './shared/relational.ts';

export default defineOption({
  id: 'planetscale-vitess', decision: 'primary-store', name: 'PlanetScale (Vitess), shards of three nodes on NVMe', summary: 'MySQL behind Vitess over several shards, more by an online split',
  technologies: ['planetscale', 'mysql'], provides: mysqlCapabilities,
  requires: [], attested: ATTESTED.planetscale, tags: ['store:relational', 'store:mysql', 'store:sharded', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...mysqlBaseline, shardStored: mysqlLimits.shardStored, shardPrice: planetscalePrices.vitessMetalM160,
    shardVcpu: assumption('vCPU of one Metal M-160 node', interval(1, 2, 4), 'count', 'the size was not in the source; 16 GiB class with two vCPU taken from its name and price'),
    largestShards: assumption('shards of one keyspace', 256, 'count', 'documented keyspaces run hundreds of shards (recalled: verify)'),
    available: assumption('three nodes a shard in service', interval(0.9995, 0.9999, 0.99999), 'ratio', 'three zones with automatic failover; commitment of the plan not read'),
    careHours: assumption('care a month', interval(5, 10, 18), 'h/month', 'as one database, and keys, queries across shards and splits beside it: between one managed primary and shards of our own'),
    careShard: assumption('care a month of a further shard', interval(0.1, 0.3, 0.6), 'h/month', 'splits and hot shards'),
    setupHours: assumption('set-up: schema, branches, deploy requests', interval(16, 28, 50), 'h', 'as any MySQL, with its own way of schema changes'),
    shardingHours: assumption('work to give every table a sharding key', interval(60, 120, 240), 'h', 'routing is there; the key and the queries across shards are ours'),
  },
  figures: [
    vcpuFigure, storedFigure,
    { id: 'shards', label: 'shards', unit: 'count', formula: 'max(2, ceil(vcpu / shardVcpu), ceil(stored / shardStored))' },
  ],
  costs: [{ id: 'shards', label: 'shards of three nodes', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * shards * shardPrice' }],
  limits: [{ id: 'shards', label: 'shards', unit: 'count', demand: 'shards', limit: 'largestShards', why: 'one keyspace ends here' }],
  latency: { p50: '0.002 * oneSecond', p99: '0.012 * oneSecond' }, availability: 'available',
  recovery: quorum,
  build: { formula: 'setupHours + shardingHours', reason: 'schema, branches, a sharding key for every table' },
  run: { formula: 'careHours + (shards - 1) * careShard', reason: 'schema changes, splits, query review' }, parts: 1,
  gains: 'growth by splitting shards online, on local NVMe, with schema changes that can be reverted',
  gives: 'a floor of hundreds of dollars, and the SQL that Vitess can route', rollback: 'replicate out into any MySQL while one shard suffices',
});
