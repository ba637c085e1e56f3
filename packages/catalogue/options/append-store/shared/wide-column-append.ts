import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { quorum } from '../../../baselines/recovery.ts';
import { wideColumnBaseline } from '../../../baselines/wide-column.ts';
import type { ServerNode } from '../../../prices/server-nodes.ts';
import { bufferedAvailabilityInEachRegion, noticedShare } from './buffered.ts';

export interface WideColumnAppend {
  readonly technology: string;
  readonly name: string;
  readonly rates: { readonly writesPerVcpu: Fact; readonly readsPerVcpu: Fact; readonly nodeStored: Fact };
  readonly careHours: Fact;
}

/** Appended rows by partition key and time bucket on a ring of three copies; rows expire by themselves. */
export const wideColumnAppend = (node: ServerNode, it: WideColumnAppend): Option => ({
  id: `${it.technology}-append-${node.id}`, decision: 'append-store', name: `${it.name} for appended rows (${node.where})`,
  summary: `rows by key and time bucket over a ring of ${it.name} nodes on ${node.where}; old buckets expire`, technologies: [it.technology],
  provides: ['append-heavy', 'typed-columns', 'point-read', 'range-scan', 'ttl', 'time-partition'],
  requires: node.requires, tags: ['store:wide-column', 'self-run'], conflicts: [],
  parameters: {
    ...wideColumnBaseline, ...it.rates, vcpuPerNode: node.vcpuPerNode, nodePrice: node.nodePrice, disk: node.diskPrice, nodeCare: node.nodeCare, noticedShare,
    quorumReads: assumption('copies read for one answer', 2, 'count', 'a majority of three'),
    largestNodes: assumption('nodes of one ring', 1_000, 'count', 'rings of hundreds of nodes are documented (recalled: verify)'),
    available: assumption('a ring of three copies in service', interval(0.9995, 0.9999, 0.99999), 'ratio', 'one node may fail unnoticed'),
    careHours: it.careHours,
    setupHours: assumption('set-up: tables by query, time buckets, ring, repair, backup', interval(60, 100, 170), 'h', 'every query gets its table before the first row'),
  },
  figures: [
    { id: 'vcpu', label: 'vCPU needed at peak', unit: 'count', formula: '(appendPeak * replicas / writesPerVcpu + appendLookupPeak * quorumReads / readsPerVcpu) / headroom' },
    { id: 'stored', label: 'disk used over all copies', unit: 'B', formula: 'appendBytes * replicas * compaction' },
    { id: 'nodes', label: 'nodes', unit: 'count', formula: 'max(3, ceil(vcpu / vcpuPerNode), ceil(stored / nodeStored))' },
  ],
  costs: [
    { id: 'nodes', label: 'nodes', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * nodePrice' },
    { id: 'disk', label: 'disks', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, nodes * 50000000000 * oneByte) * disk' },
  ],
  limits: [
    { id: 'nodes', label: 'nodes', unit: 'count', demand: 'nodes', limit: 'largestNodes', why: 'repair and membership of one ring end here' },
    { id: 'aggregation', label: 'aggregating queries a second', unit: '1/s', demand: 'aggregationPeak', limit: '0 / oneSecond', why: 'it cannot aggregate over partitions' },
  ],
  availability: bufferedAvailabilityInEachRegion,
  partition: { perKey: 'readsPerVcpu * vcpuPerNode * headroom', chosenBy: 'pattern', cure: 'a bucket column joins the partition key; writers pick one by hash, readers ask for all and merge' },
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'tables by query, ring, repair, backup' }, run: { formula: 'careHours + nodes * nodeCare', reason: 'repair, compaction, replacement of nodes' }, parts: 3,
  gains: 'look-ups of a key’s latest rows stay fast at any write rate, and rows expire by themselves',
  gives: 'no aggregation and no query that was not modelled; a ring to operate', rollback: 'dual-write to another store for one retention period, then drop the ring',
});
