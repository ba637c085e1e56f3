import { assumption, fact, interval, type Source } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import type { ServerNode } from '../../../prices/server-nodes.ts';

const limitsPage: Source = { title: 'Meilisearch documentation, FAQ: about 4.3 billion documents an index', url: 'https://meilisearch.com/docs/resources/help/faq', asOf: 'undated', confidence: 'A' };

/** Meilisearch on one own server: search with typing errors over some million short documents, one copy of the index. */
export const selfRunMeilisearch = (node: ServerNode): Option => ({
  id: `meilisearch-${node.id}`, decision: 'search-store', name: `Meilisearch, one self-run node (${node.where})`, summary: `search as you type with typing errors on one server (${node.where})`,
  technologies: ['meilisearch'], provides: ['full-text'], requires: node.requires, tags: ['store:search', 'self-run'], conflicts: [],
  parameters: {
    node: node.nodePrice, storage: node.diskPrice, vcpuPerNode: node.vcpuPerNode, memoryPerNode: node.memoryPerNode, nodeAvailability: node.nodeAvailability, nodeCare: node.nodeCare,
    queriesPerVcpu: assumption('queries a vCPU', interval(30, 100, 300), '1/s', 'prefix and typing errors over short documents: 3-30 ms of one core; measure with the real index'),
    documentsPerVcpu: assumption('documents indexed a vCPU, in batches', interval(200, 1_000, 3_000), '1/s', 'single documents are far slower than batches of thousands'),
    indexShare: assumption('index bytes ÷ raw JSON bytes', interval(3, 6, 12), 'ratio', 'inverted lists for prefixes, proximity and facets beside the documents, in a memory-mapped store'),
    hotShare: assumption('share of the index that must fit memory', interval(0.2, 0.35, 0.7), 'ratio', 'memory-mapped: the system’s file cache answers the common terms'),
    largestIndex: fact('documents of one index', 4_294_967_296, 'count', limitsPage),
    documentBytes: assumption('raw bytes of one document', interval(500, 1_000, 4_000), 'B', 'title, facets and a short text'),
    noticedShare: assumption('share of search outages counted against the system', interval(0.1, 0.25, 0.5), 'ratio', 'records stay readable by key while search is away'),
    setupHours: assumption('set-up: server, index settings, feed, reconciliation', interval(16, 28, 50), 'h', 'typing errors and ranking come set; the feed and its reconciliation are most of it'),
    careHours: assumption('care a month', interval(2, 4, 8), 'h/month', 'dump and reload at each upgrade, drift, disk'),
  },
  figures: [
    { id: 'index', label: 'index bytes', unit: 'B', formula: 'searchBytes * indexShare' },
    { id: 'vcpu', label: 'vCPU needed at peak', unit: 'count', formula: '(searchPeak / queriesPerVcpu + indexPeak / documentsPerVcpu) / headroom' },
  ],
  costs: [
    { id: 'node', label: 'node', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * node' },
    { id: 'storage', label: 'index storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(index, 10000000000 * oneByte) * storage' },
  ],
  limits: [
    { id: 'vcpu', label: 'vCPU of the node', unit: 'count', demand: 'vcpu', limit: 'vcpuPerNode', why: 'one node answers and indexes; the community edition does not spread an index over several' },
    { id: 'memory', label: 'hot part of the index', unit: 'B', demand: 'index * hotShare', limit: 'memoryPerNode', why: 'beyond memory every query waits for the disk' },
    { id: 'documents', label: 'documents', unit: 'count', demand: 'searchBytes / documentBytes', limit: 'largestIndex', why: 'one index ends here' },
  ],
  latency: { p50: '0.008 * oneSecond', p99: '0.05 * oneSecond' }, availability: '1 - (1 - nodeAvailability) * noticedShare',
  build: { formula: 'setupHours', reason: 'index settings, feed from an outbox, reconciliation' },
  run: { formula: 'careHours + nodeCare', reason: 'dump and reload at upgrades, drift between records and index' },
  parts: 1, gains: 'typing errors, prefixes and facets without tuning, for one server', gives: 'no copy: a lost node is a rebuild from the records; the first ten words of a query count',
  rollback: 'the index is derived: switch queries back to the primary store and drop it',
});
