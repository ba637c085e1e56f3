import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { opensearchBaseline } from '../../../baselines/opensearch.ts';

export interface OpensearchOption {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly requires: readonly string[];
  readonly tags: readonly string[];
  readonly node: Fact;
  readonly storage: Fact;
  readonly vcpuPerNode: Fact;
  readonly memoryPerNode: Fact;
  readonly smallest: Fact;
  readonly largest: Fact;
  readonly copies: Fact;
  readonly nodeAvailability: Fact;
  readonly setupHours: Fact;
  readonly careHours: Fact;
  readonly careNode: Fact;
  readonly gains: string;
  readonly gives: string;
}

/** A search cluster of equal data nodes holding `copies` copies of the index. */
export const opensearchOption = (it: OpensearchOption): Option => {
  const { scanRowsPerVcpu: _scan, documentsPerVcpu, ...baseline } = opensearchBaseline;
  return {
    id: it.id, decision: 'search-store', name: it.name, summary: it.summary, technologies: ['opensearch'], provides: ['full-text', 'vector', 'geo', 'aggregation'],
    requires: it.requires, tags: ['store:search', ...it.tags], conflicts: [],
    parameters: {
      ...baseline, documentsPerVcpu, node: it.node, storage: it.storage, vcpuPerNode: it.vcpuPerNode, memoryPerNode: it.memoryPerNode,
      smallest: it.smallest, largest: it.largest, copies: it.copies, nodeAvailability: it.nodeAvailability,
      noticedShare: assumption('share of search outages counted against the system', interval(0.1, 0.25, 0.5), 'ratio', 'records stay readable by key while search is away'),
      hotShare: assumption('share of the index that must fit memory', interval(0.1, 0.25, 0.5), 'ratio', 'the file cache answers common terms; the tail comes from disk'),
      bytesPerNode: assumption('index bytes one node carries', interval(100e9, 300e9, 600e9), 'B', 'a dozen shards of 10-50 GB'),
      setupHours: it.setupHours, careHours: it.careHours, careNode: it.careNode,
    },
    figures: [
      { id: 'index', label: 'index bytes, all copies', unit: 'B', formula: 'searchBytes * indexShare * copies' },
      { id: 'vectorMemory', label: 'memory of vectors, all copies', unit: 'B', formula: 'vectorCount * bytesPerVector * copies' },
      { id: 'vcpu', label: 'vCPU needed at peak', unit: 'count', formula: '(searchPeak / queriesPerVcpu + indexPeak * copies / documentsPerVcpu) / headroom' },
      { id: 'nodes', label: 'data nodes', unit: 'count', formula: 'max(smallest, ceil(vcpu / vcpuPerNode), ceil(index / bytesPerNode), ceil((index * hotShare + vectorMemory) / memoryPerNode))' },
    ],
    costs: [
      { id: 'nodes', label: 'data nodes', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * node' },
      { id: 'storage', label: 'index storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(index + vectorMemory, nodes * 10000000000 * oneByte) * storage' },
    ],
    limits: [{ id: 'nodes', label: 'data nodes', unit: 'count', demand: 'nodes', limit: 'largest', why: 'one cluster ends here; above it the index is split by tenant or time' }],
    latency: { p50: '0.01 * oneSecond', p99: '0.06 * oneSecond' }, availability: '1 - pow(1 - nodeAvailability, regionCopies) * noticedShare',
    build: { formula: 'setupHours', reason: 'mapping, feed from an outbox, relevance, reindexing without pause' },
    run: { formula: 'careHours + nodes * careNode', reason: 'shards, upgrades, drift between records and index' },
    parts: 2, gains: it.gains, gives: it.gives, rollback: 'the index is derived: switch queries back to the primary store and drop it',
  };
};
