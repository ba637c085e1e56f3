import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option, Recovery } from '@archwright/model';
import { postgresqlBaseline, postgresqlCopies, postgresqlLimits } from '../../../baselines/postgresql.ts';
import { postgresqlCapabilities, sizeLimit, storedFigure, storedLimit, sustainedLimit, unitsFigure, vcpuFigure, relationalStation } from './relational.ts';

export interface ManagedPostgresql {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly technologies: readonly string[];
  readonly requires: readonly string[];
  readonly conflicts?: readonly string[];
  /** Price of one unit with everything it includes (standby too, where it has one). */
  readonly unit: Fact;
  readonly storage: Fact;
  readonly vcpuPerUnit: Fact;
  readonly largestUnits: Fact;
  readonly available: Fact;
  readonly recovery: Recovery;
  readonly gains: string;
  readonly gives: string;
  readonly rollback: string;
}

const care = assumption('care a month: upgrades, schema and query review, restore drill', interval(3, 6, 10), 'h/month', 'managed service: no patching, but vacuum, indexes and connection limits stay ours');
const setup = assumption('set-up: parameters, roles, backups, migrations in the pipeline', interval(16, 24, 40), 'h', 'our estimate for a team that knows SQL');
const smallCare = assumption('care a month', interval(1, 3, 6), 'h/month', 'small data: upgrades and a restore drill, little tuning');
const smallSetup = assumption('set-up: roles, backups, migrations in the pipeline', interval(10, 16, 30), 'h', 'our estimate for a team that knows SQL');

/** A provider's PostgreSQL that scales up in whole units of vCPU. */
export const managedPostgresql = (it: ManagedPostgresql): Option => ({
  id: it.id, decision: 'primary-store', name: it.name, summary: it.summary, technologies: it.technologies, provides: postgresqlCapabilities,
  requires: it.requires, tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: it.conflicts ?? [],
  parameters: {
    ...postgresqlBaseline, ...postgresqlCopies, hotLimit: postgresqlLimits.hotLimit, unit: it.unit, storage: it.storage, vcpuPerUnit: it.vcpuPerUnit,
    largestUnits: it.largestUnits, available: it.available, careHours: care, setupHours: setup,
  },
  figures: [vcpuFigure, unitsFigure, storedFigure],
  costs: [
    { id: 'instances', label: 'instances', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * unit' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, 20000000000 * oneByte) * storage' },
  ],
  limits: [sizeLimit, storedLimit],
  station: relationalStation, latency: { p50: '0.001 * oneSecond', p99: '0.008 * oneSecond' }, availability: '1 - (1 - available) * pow(outageKept, regionCopies - 1)',
  recovery: it.recovery,
  build: { formula: 'setupHours', reason: 'schema, roles, backups and migrations' },
  run: { formula: 'careHours', reason: 'upgrades, query and index care, restore drills' },
  parts: 1, gains: it.gains, gives: it.gives, rollback: it.rollback,
});

export interface SmallPostgresql extends Omit<ManagedPostgresql, 'vcpuPerUnit' | 'largestUnits'> {
  readonly sustainedVcpu: Fact;
  readonly largestStored: Fact;
}

/** The smallest class a provider sells: one instance with a share of a core. */
export const smallPostgresql = (it: SmallPostgresql): Option => ({
  id: it.id, decision: 'primary-store', name: it.name, summary: it.summary, technologies: it.technologies, provides: postgresqlCapabilities,
  requires: it.requires, tags: ['store:relational', 'store:postgresql', 'managed'], conflicts: it.conflicts ?? [],
  parameters: {
    ...postgresqlBaseline, ...postgresqlCopies, unit: it.unit, storage: it.storage, sustainedVcpu: it.sustainedVcpu, largestStored: it.largestStored,
    available: it.available, careHours: smallCare, setupHours: smallSetup,
  },
  figures: [vcpuFigure, storedFigure],
  costs: [
    { id: 'instance', label: 'instance', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * unit' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, 10000000000 * oneByte) * storage' },
  ],
  limits: [sustainedLimit, { id: 'stored', label: 'data beside the small memory', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'the hot set must fit the memory' }],
  latency: { p50: '0.001 * oneSecond', p99: '0.012 * oneSecond' }, availability: '1 - (1 - available) * pow(outageKept, regionCopies - 1)',
  recovery: it.recovery,
  build: { formula: 'setupHours', reason: 'schema, roles, backups and migrations' },
  run: { formula: 'careHours', reason: 'upgrades and restore drills' },
  parts: 1, gains: it.gains, gives: it.gives, rollback: it.rollback,
});
