import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'meilisearch', name: 'Meilisearch', kind: 'search-engine',
  summary: 'small search engine with typo tolerance and prefix search out of the box',
  licence: 'MIT', status: 'active', versioned: true,
  serves: ['full-text'],
  bestFor: ['search as you type over some million short documents'],
  avoidWhen: ['log search', 'aggregations over many fields'],
  strainsUnder: ['one node holds the index', 'indexing blocks behind large batches'],
  failureModes: ['search-index-drift', 'disk-full'],
  limits: {
    queryWords: fact('words of a query that count', 10, 'count', { title: 'Meilisearch documentation, known limitations', url: 'https://www.meilisearch.com/docs/resources/help/known_limitations', asOf: 'undated', confidence: 'A' }),
    positions: fact('words indexed of one attribute', 65535, 'count', { title: 'Meilisearch documentation, known limitations', url: 'https://www.meilisearch.com/docs/resources/help/known_limitations', asOf: 'undated', confidence: 'A' }),
    payload: fact('one upload of documents by default', 100000000, 'B', { title: 'Meilisearch documentation, known limitations', url: 'https://www.meilisearch.com/docs/resources/help/known_limitations', asOf: 'undated', confidence: 'A' }),
    documents: fact('documents of one index', 4294967296, 'count', { title: 'Meilisearch documentation, FAQ: about 4.3 billion documents an index', url: 'https://meilisearch.com/docs/resources/help/faq', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'one process and its disk' },
  alternatives: ['opensearch', 'postgres-row-fts', 'typesense'],
  migrationPaths: [
    { to: 'opensearch', how: 'reindex from the system of record into the new engine, compare results, switch' },
  ],
  deprecations: [],
  identifiers: {oci: 'getmeili/meilisearch', npm: 'meilisearch'},
  documentation: 'https://www.meilisearch.com/docs',
});
