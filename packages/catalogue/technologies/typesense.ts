import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'typesense', name: 'Typesense', kind: 'search-engine',
  summary: 'search engine held in memory, typo tolerance and facets, replicated by Raft',
  licence: 'GPL-3.0', status: 'active', versioned: true,
  serves: ['full-text', 'vector', 'geo'],
  bestFor: ['facets and search as you type with fixed schemas'],
  avoidWhen: ['an index larger than memory'],
  strainsUnder: ['the index must fit memory', 'schema changes rebuild'],
  failureModes: ['search-index-drift', 'oom-killed'],
  limits: {
    memoryShare: fact('memory ÷ bytes of the searched fields', interval(2, 2.5, 3), 'ratio', { title: 'Typesense guide, system requirements', url: 'https://typesense.org/docs/guide/system-requirements.html', asOf: 'undated', confidence: 'A' }),
    emptyProcess: fact('memory of a process without data', 20000000, 'B', { title: 'Typesense guide, system requirements', url: 'https://typesense.org/docs/guide/system-requirements.html', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 3, reason: 'three nodes for a quorum, memory to watch' },
  alternatives: ['meilisearch', 'opensearch'],
  migrationPaths: [
    { to: 'opensearch', how: 'reindex from the system of record, compare results, switch' },
  ],
  deprecations: [],
  identifiers: {oci: 'typesense/typesense', npm: 'typesense'},
  documentation: 'https://typesense.org/docs/',
  knowledgeOnly: 'Meilisearch and OpenSearch stand for this kind: a memory-bound index of three nodes costs what OpenSearch costs and does less',
});
