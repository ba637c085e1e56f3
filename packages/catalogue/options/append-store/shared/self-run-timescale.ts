import { assumption, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { ownPair } from '../../../baselines/recovery.ts';
import { timescaledbBaseline } from '../../../baselines/timescaledb.ts';
import type { ServerNode } from '../../../prices/server-nodes.ts';
import { bufferedAvailability, noticedShare } from './buffered.ts';

/** TimescaleDB on own servers: one primary with a standby; it scales up only. */
export const selfRunTimescale = (node: ServerNode): Option => ({
  id: `timescaledb-${node.id}`, decision: 'append-store', name: `TimescaleDB pair (${node.where})`,
  summary: `PostgreSQL with compressed chunks and continuous aggregates on a primary and a standby, self-run on ${node.where}`, technologies: ['timescaledb', 'postgresql'],
  provides: ['append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'ttl', 'range-scan', 'point-read', 'joins'],
  requires: node.requires, tags: ['store:time-series', 'self-run'], conflicts: [],
  parameters: {
    ...timescaledbBaseline, vcpuPerNode: node.vcpuPerNode, nodePrice: node.nodePrice, disk: node.diskPrice, nodeCare: node.nodeCare, noticedShare,
    recentShare: assumption('share of rows not yet compressed', interval(0.02, 0.05, 0.2), 'ratio', 'a week of a year or so stays in row form'),
    derating: assumption('benchmark rate ÷ planned rate', interval(1, 1.5, 3), 'ratio', 'compression and continuous aggregates take their part'),
    largestUnits: assumption('largest server in units of four vCPU (64 vCPU)', 16, 'count', 'one primary; larger servers exist but restores grow with them'),
    largestStored: assumption('data on disk of one primary', interval(2e12, 5e12, 10e12), 'B', 'compressed chunks restore slowly'),
    available: assumption('a pair in service', interval(0.998, 0.9995, 0.9999), 'ratio', 'failovers some times a year, and one that needs a person'),
    careHours: assumption('care a month: chunks, compression, failover drills, upgrades', interval(8, 14, 24), 'h/month', 'a PostgreSQL pair of our own and its policies'),
    setupHours: assumption('set-up: hypertables, policies, replication, backup', interval(36, 56, 96), 'h', 'SQL stays; the pair and its policies are new'),
  },
  figures: [
    { id: 'vcpu', label: 'vCPU of the primary', unit: 'count', formula: '(appendPeak / rowsPerVcpu + aggregationPeak * aggregationScanRows / scanRowsPerVcpu + appendLookupPeak / lookupsPerVcpu) * derating / headroom' },
    { id: 'units', label: 'units of four vCPU', unit: 'count', formula: 'max(1, ceil(vcpu / vcpuPerNode))' },
    { id: 'stored', label: 'data on disk', unit: 'B', formula: 'appendBytes * 1.4 * (recentShare + (1 - recentShare) * storedShare)' },
  ],
  costs: [
    { id: 'servers', label: 'primary and standby', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * 2 * units * nodePrice' },
    { id: 'disk', label: 'disks and backup copy', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * 3 * max(stored, 50000000000 * oneByte) * disk' },
  ],
  limits: [
    { id: 'size', label: 'largest server', unit: 'count', demand: 'units', limit: 'largestUnits', why: 'one primary scales up only' },
    { id: 'stored', label: 'data on disk', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'restores and upgrades outgrow the window' },
  ],
  availability: bufferedAvailability,
  recovery: ownPair,
  build: { formula: 'setupHours', reason: 'hypertables, policies, replication, backup' }, run: { formula: 'careHours + 2 * nodeCare', reason: 'chunks, failover drills, upgrades' }, parts: 2,
  gains: 'series join with records in SQL, old chunks shrink to a fifth, and dashboards read kept aggregates',
  gives: 'one primary to scale up, and slower wide scans than a column store', rollback: 'decompress and copy chunks into partitioned tables or a column store',
});
