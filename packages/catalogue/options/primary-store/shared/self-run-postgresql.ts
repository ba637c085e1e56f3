import { assumption, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { postgresqlBaseline, postgresqlLimits } from '../../../baselines/postgresql.ts';
import { ownPair, restoredByUs } from '../../../baselines/recovery.ts';
import type { ServerNode } from '../../../prices/server-nodes.ts';
import { postgresqlCapabilities, sizeLimit, storedFigure, storedLimit, unitsFigure, vcpuFigure, relationalStation } from './relational.ts';

const common = (node: ServerNode) => ({
  ...postgresqlBaseline, hotLimit: postgresqlLimits.hotLimit, vcpuPerUnit: node.vcpuPerNode, nodePrice: node.nodePrice, disk: node.diskPrice,
  nodeAvailability: node.nodeAvailability, nodeCare: node.nodeCare,
  largestUnits: assumption('largest server in units of four vCPU (64 vCPU)', 16, 'count', 'larger servers cost about as much a vCPU; beyond 64 the plan is sharding'),
});

/** PostgreSQL on one server of its own. */
export const onePostgresqlServer = (node: ServerNode): Option => ({
  id: `postgresql-one-server-${node.id}`, decision: 'primary-store', name: `PostgreSQL on its own server (${node.where})`,
  summary: `one self-run server on ${node.where} with continuous backup`, technologies: ['postgresql'], provides: postgresqlCapabilities,
  requires: node.requires, tags: ['store:relational', 'store:postgresql', 'self-run'], conflicts: [],
  parameters: {
    ...common(node),
    careHours: assumption('care a month: upgrades, backups, tuning, restore drill', interval(5, 9, 16), 'h/month', 'what a managed service does is ours: patches, backups, alarms'),
    setupHours: assumption('set-up: configuration, backup, monitoring, restore drill', interval(24, 36, 60), 'h', 'scripts, alarms and a proven restore'),
  },
  figures: [vcpuFigure, unitsFigure, storedFigure],
  costs: [
    { id: 'server', label: 'server', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * nodePrice' },
    { id: 'disk', label: 'disk and backup copy', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * 2 * max(stored, 20000000000 * oneByte) * disk' },
  ],
  limits: [sizeLimit, storedLimit],
  station: relationalStation, latency: { p50: '0.001 * oneSecond', p99: '0.01 * oneSecond' }, availability: 'nodeAvailability',
  recovery: restoredByUs,
  build: { formula: 'setupHours', reason: 'configuration, backup, monitoring' }, run: { formula: 'careHours + nodeCare', reason: 'upgrades, backups, tuning' }, parts: 1,
  gains: 'the full server at the price of the machine, with every extension',
  gives: 'patches, backups and failures at night are ours, and there is no standby',
  rollback: 'replicate to a managed service and switch the address',
});

/** PostgreSQL with a standby and automatic failover, three witnesses of which one is small. */
export const postgresqlPair = (node: ServerNode): Option => ({
  id: `postgresql-pair-${node.id}`, decision: 'primary-store', name: `PostgreSQL pair with failover (${node.where})`,
  summary: `a self-run primary and synchronous standby on ${node.where} in two places, with automatic failover`, technologies: ['postgresql'], provides: postgresqlCapabilities,
  requires: node.requires, tags: ['store:relational', 'store:postgresql', 'self-run'], conflicts: [],
  parameters: {
    ...common(node),
    failoverLoss: assumption('outage left over after failover, as a share of both being down and of failovers that go wrong', interval(0.0002, 0.0005, 0.002), 'ratio', 'failovers of 30-120 s some times a year, and one that needs a person'),
    careHours: assumption('care a month: upgrades, failover drills, backups, tuning', interval(10, 16, 28), 'h/month', 'consensus, fencing and replication lag are ours to watch'),
    setupHours: assumption('set-up: replication, failover, fencing, backup, monitoring, drills', interval(50, 80, 140), 'h', 'failover must be rehearsed until it is boring'),
  },
  figures: [vcpuFigure, unitsFigure, storedFigure],
  costs: [
    { id: 'servers', label: 'primary, standby and a small witness', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * (2 * units + 1) * nodePrice' },
    { id: 'disk', label: 'disks and backup copy', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * 3 * max(stored, 20000000000 * oneByte) * disk' },
  ],
  limits: [sizeLimit, storedLimit],
  latency: { p50: '0.0015 * oneSecond', p99: '0.012 * oneSecond' },
  availability: '1 - (1 - nodeAvailability) * (1 - nodeAvailability) - failoverLoss',
  recovery: ownPair,
  build: { formula: 'setupHours', reason: 'replication, failover, fencing and drills' }, run: { formula: 'careHours + 3 * nodeCare', reason: 'failover drills, upgrades, backups' }, parts: 3,
  gains: 'survives a server without a managed service’s price',
  gives: 'failover, fencing and upgrades of a pair are ours; someone must be able to get up for it',
  rollback: 'replicate to a managed service and switch the address',
});
