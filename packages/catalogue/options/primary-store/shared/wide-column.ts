import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { quorum } from '../../../baselines/recovery.ts';
import { wideColumnBaseline } from '../../../baselines/wide-column.ts';
import type { ServerNode } from '../../../prices/server-nodes.ts';

export interface WideColumn {
  readonly technology: string;
  readonly name: string;
  readonly rates: { readonly writesPerVcpu: Fact; readonly readsPerVcpu: Fact; readonly nodeStored: Fact };
  readonly careHours: Fact;
}

/** Records by partition key on a self-run ring of at least three nodes with three copies of each row. */
export const wideColumnStore = (node: ServerNode, it: WideColumn): Option => ({
  id: `${it.technology}-${node.id}`, decision: 'primary-store', name: `${it.name}, three copies (${node.where})`,
  summary: `rows by partition key over a ring of ${it.name} nodes on ${node.where}, without a primary; grows by adding nodes`, technologies: [it.technology],
  provides: ['point-read', 'range-scan', 'conditional-write', 'append-heavy', 'ttl', 'time-partition'],
  requires: node.requires, tags: ['store:wide-column', 'self-run'], conflicts: [],
  parameters: {
    ...wideColumnBaseline, ...it.rates, vcpuPerNode: node.vcpuPerNode, nodePrice: node.nodePrice, disk: node.diskPrice, nodeCare: node.nodeCare,
    quorumReads: assumption('copies read for one answer', 2, 'count', 'a majority of three'),
    largestNodes: assumption('nodes of one ring', 1_000, 'count', 'rings of hundreds of nodes are documented (recalled: verify)'),
    ringAvailability: assumption('a ring of three copies in service', interval(0.9995, 0.9999, 0.99999), 'ratio', 'one node may fail unnoticed; operator mistakes are what is left'),
    careHours: it.careHours,
    setupHours: assumption('set-up: query-first model, ring, repair, backup, drivers', interval(80, 120, 200), 'h', 'every query gets its table before the first row'),
  },
  figures: [
    { id: 'vcpu', label: 'vCPU needed at peak', unit: 'count', formula: '((recordWritePeak + storeWritesExtra) * replicas / writesPerVcpu + recordReadPeak * (1 - cacheHitShare) * quorumReads / readsPerVcpu) / headroom' },
    { id: 'stored', label: 'disk used over all copies', unit: 'B', formula: 'recordBytes * replicas * compaction' },
    { id: 'nodes', label: 'nodes', unit: 'count', formula: 'max(3, ceil(vcpu / vcpuPerNode), ceil(stored / nodeStored))' },
  ],
  costs: [
    { id: 'nodes', label: 'nodes', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * nodePrice' },
    { id: 'disk', label: 'disks', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, nodes * 50000000000 * oneByte) * disk' },
  ],
  limits: [{ id: 'nodes', label: 'nodes', unit: 'count', demand: 'nodes', limit: 'largestNodes', why: 'repair and membership of one ring end here' }],
  latency: { p50: '0.002 * oneSecond', p99: '0.02 * oneSecond' }, availability: '1 - pow(1 - ringAvailability, regionCopies)',
  partition: { perKey: 'readsPerVcpu * vcpuPerNode * headroom', chosenBy: 'pattern', cure: 'a bucket column joins the partition key; writers pick one by hash, readers ask for all and merge' },
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'query-first model, ring, repair and backup' }, run: { formula: 'careHours + nodes * nodeCare', reason: 'repair, compaction, replacement of nodes' }, parts: 3,
  gains: 'writes grow with the number of nodes, in one region or several, and no node is special',
  gives: 'no joins, no transactions over rows, no query that was not modelled, and a ring to operate',
  rollback: 'export by token range into another store while both are written',
});
