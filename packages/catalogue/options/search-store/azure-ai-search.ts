import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { azureAiSearch } from '../../prices/azure-ai-search.ts';

export default defineOption({
  id: 'azure-ai-search', decision: 'search-store', name: 'Azure AI Search, Basic units', summary: 'managed text and vector search in replicas and partitions',
  technologies: ['azure-ai-search'], provides: ['full-text', 'vector'], requires: ['provider:azure'], tags: ['store:search', 'managed'], conflicts: [],
  parameters: {
    unit: azureAiSearch.basicUnit,
    queriesPerUnit: assumption('simple queries a second of one replica', interval(3, 10, 20), '1/s', 'the Basic tier is planned for a few queries a second'),
    documentsPerUnit: assumption('documents a second one unit takes', interval(5, 20, 60), '1/s', 'indexing shares the unit with queries; the vendor gives no rate for the tier'),
    bytesPerUnit: assumption('index bytes of one partition', interval(2e9, 10e9, 15e9), 'B', 'Basic partitions hold some gigabytes (recalled: verify)'),
    vectorsPerUnit: assumption('vectors of one partition', interval(0.3e6, 1e6, 1.5e6), 'count', 'a few gigabytes of vector memory at 4-5 KB a vector'),
    largest: assumption('units of one service', 9, 'count', 'three replicas by three partitions on Basic (recalled: verify)'),
    available: assumption('service with three replicas in reach', interval(0.995, 0.999, 0.9995), 'ratio', 'commitment of the tier was not read'),
    noticedShare: assumption('share of search outages counted against the system', interval(0.1, 0.25, 0.5), 'ratio', 'records stay readable by key while search is away'),
    setupHours: assumption('set-up: index, feed, relevance', interval(18, 30, 54), 'h', 'the feed and its reconciliation are most of it'),
    careHours: assumption('care a month', interval(1, 3, 6), 'h/month', 'drift and relevance; nothing to patch'),
  },
  figures: [{ id: 'units', label: 'search units', unit: 'count', formula: 'max(1, ceil(searchPeak / queriesPerUnit / headroom), ceil(indexPeak / documentsPerUnit / headroom)) * max(1, ceil(searchBytes / bytesPerUnit), ceil(vectorCount / vectorsPerUnit))' }],
  costs: [{ id: 'units', label: 'search units', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * unit' }],
  limits: [{ id: 'units', label: 'search units', unit: 'count', demand: 'units', limit: 'largest', why: 'the Basic tier ends here; Standard tiers were not priced' }],
  latency: { p50: '0.02 * oneSecond', p99: '0.1 * oneSecond' }, availability: '1 - (1 - available) * noticedShare',
  build: { formula: 'setupHours', reason: 'index, feed, relevance' }, run: { formula: 'careHours', reason: 'drift and relevance' }, parts: 1,
  gains: 'facets, typo tolerance and vectors without a cluster', gives: 'tier limits in queries and bytes, and a feed to reconcile', rollback: 'the index is derived: rebuild it elsewhere from the records',
});
