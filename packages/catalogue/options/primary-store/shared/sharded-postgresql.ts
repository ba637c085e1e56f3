import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option, Recovery } from '@archwright/model';
import { postgresqlBaseline, postgresqlCopies, postgresqlLimits } from '../../../baselines/postgresql.ts';
import { postgresqlCapabilities, storedFigure, vcpuFigure } from './relational.ts';

export interface ShardedPostgresql {
  readonly id: string;
  readonly name: string;
  readonly where: string;
  readonly requires: readonly string[];
  readonly tags: readonly string[];
  /** Price of one unit with its standby. */
  readonly unit: Fact;
  /** Price of a stored byte with its standby copy. */
  readonly storage: Fact;
  readonly vcpuPerUnit: Fact;
  readonly shardVcpu: Fact;
  readonly available: Fact;
  readonly recovery: Recovery;
  readonly careShard: Fact;
}

/** Several PostgreSQL primaries, each with a standby; the owner key (user, tenant) decides the shard. */
export const shardedPostgresql = (it: ShardedPostgresql): Option => ({
  id: it.id, decision: 'primary-store', name: it.name,
  summary: `several primaries on ${it.where}, each with a standby; the owner key (user, tenant) decides the shard`,
  technologies: ['postgresql'], provides: postgresqlCapabilities, requires: it.requires,
  tags: ['store:relational', 'store:postgresql', 'store:sharded', ...it.tags], conflicts: [],
  parameters: {
    ...postgresqlBaseline, ...postgresqlCopies, shardStored: postgresqlLimits.shardStored, unit: it.unit, storage: it.storage, vcpuPerUnit: it.vcpuPerUnit,
    shardVcpu: it.shardVcpu, available: it.available, careShard: it.careShard,
    largestShards: assumption('shards that tooling and a platform team can run', 2_048, 'count', 'schema changes and failovers over thousands of instances need a platform of their own; its hours are counted for each shard'),
    careHours: assumption('care a month of the sharded fleet', interval(10, 16, 30), 'h/month', 'shard map, rebalancing, schema changes everywhere, cross-shard reports'),
    setupHours: assumption('set-up: key choice, shard map, routing, online split, cross-shard identifiers', interval(200, 320, 600), 'h', 'our estimate: about two months of one engineer, more where the key is not obvious'),
  },
  figures: [
    vcpuFigure, storedFigure,
    { id: 'shards', label: 'shards', unit: 'count', formula: 'max(2, ceil(vcpu / shardVcpu), ceil(stored / shardStored))' },
    { id: 'units', label: 'units over all shards', unit: 'count', formula: 'max(shards, ceil(vcpu / vcpuPerUnit))' },
  ],
  costs: [
    { id: 'instances', label: 'primaries and standbys', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * unit' },
    { id: 'storage', label: 'storage with its standby copy', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, shards * 20000000000 * oneByte) * storage' },
  ],
  limits: [{ id: 'shards', label: 'shards', unit: 'count', demand: 'shards', limit: 'largestShards', why: 'each shard is an instance to upgrade, watch and restore' }],
  latency: { p50: '0.001 * oneSecond', p99: '0.01 * oneSecond' }, availability: '1 - (1 - available) * pow(outageKept, regionCopies - 1)',
  recovery: it.recovery,
  build: { formula: 'setupHours', reason: 'shard key, routing, online split and the tests for them' },
  run: { formula: 'careHours + shards * careShard', reason: 'rebalancing, schema changes on all shards, restore drills' },
  parts: 2,
  gains: 'writes and data grow by adding primaries, and a failed shard touches only its own users',
  gives: 'transactions, joins and unique constraints hold within one shard; reports and moves across shards are work of ours',
  rollback: 'shards can be merged again by logical replication while they fit one primary',
});

/** A price that pays for two of the same: primary and standby. */
export const withStandby = (price: Fact): Fact => ({ ...price, label: `${price.label}, twice (primary and standby)`, low: price.low * 2, likely: price.likely * 2, high: price.high * 2 });
