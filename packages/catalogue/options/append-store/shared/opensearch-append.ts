import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { opensearchBaseline } from '../../../baselines/opensearch.ts';
import { quorum } from '../../../baselines/recovery.ts';
import { bufferedAvailability, noticedShare } from './buffered.ts';

export interface OpensearchAppend {
  readonly id: string;
  readonly name: string;
  readonly where: string;
  readonly requires: readonly string[];
  readonly tags: readonly string[];
  readonly node: Fact;
  readonly storage: Fact;
  readonly vcpuPerNode: Fact;
  readonly available: Fact;
  readonly careHours: Fact;
  readonly careNode: Fact;
  readonly setupHours: Fact;
}

const { documentsPerVcpu, indexShare, scanRowsPerVcpu, queriesPerVcpu } = opensearchBaseline;

/** Rows as documents in indexes by day: every field is searchable, old indexes are dropped. */
export const opensearchAppend = (it: OpensearchAppend): Option => ({
  id: it.id, decision: 'append-store', name: it.name, summary: `rows as documents in daily indexes on ${it.where}, two copies; every field can be searched`, technologies: ['opensearch'],
  provides: ['append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'ttl', 'range-scan', 'point-read', 'full-text'],
  requires: it.requires, tags: ['store:search', 'append:searchable', ...it.tags], conflicts: [],
  parameters: {
    documentsPerVcpu, indexShare, scanRowsPerVcpu, queriesPerVcpu, node: it.node, storage: it.storage, vcpuPerNode: it.vcpuPerNode, available: it.available, noticedShare,
    bytesPerNode: assumption('index bytes one node carries', interval(300e9, 800e9, 1.5e12), 'B', 'logs are mostly cold: a few dozen shards of 50 GB'),
    largest: assumption('data nodes of one domain', 1_000, 'count', 'domains of hundreds of nodes are supported'),
    careHours: it.careHours, careNode: it.careNode, setupHours: it.setupHours,
  },
  figures: [
    { id: 'vcpu', label: 'vCPU needed at peak, both copies', unit: 'count', formula: '(2 * appendPeak / documentsPerVcpu + (appendLookupPeak + searchPeak) / queriesPerVcpu + aggregationPeak * aggregationScanRows / scanRowsPerVcpu) / headroom' },
    { id: 'stored', label: 'index bytes, both copies', unit: 'B', formula: '2 * appendBytes * indexShare' },
    { id: 'nodes', label: 'data nodes', unit: 'count', formula: 'max(3, ceil(vcpu / vcpuPerNode), ceil(stored / bytesPerNode))' },
  ],
  costs: [
    { id: 'nodes', label: 'data nodes', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * node' },
    { id: 'storage', label: 'index storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored, nodes * 10000000000 * oneByte) * storage' },
  ],
  limits: [{ id: 'nodes', label: 'data nodes', unit: 'count', demand: 'nodes', limit: 'largest', why: 'one domain ends here' }],
  availability: bufferedAvailability,
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'mapping, daily indexes, life cycle' }, run: { formula: 'careHours + nodes * careNode', reason: 'shards, life cycle, upgrades' }, parts: 2,
  gains: 'any word of any row is found in a second, with facets and dashboards',
  gives: 'the dearest bytes of all append stores, and shards and heap to look after', rollback: 'write new rows elsewhere and let the old indexes expire',
});
