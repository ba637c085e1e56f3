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
  limits: {},
  burden: { level: 2, reason: 'one process and its disk' },
  alternatives: ['opensearch', 'postgres-row-fts', 'typesense'],
  migrationPaths: [
    { to: 'opensearch', how: 'reindex from the system of record into the new engine, compare results, switch' },
  ],
  deprecations: [],
  identifiers: {oci: 'getmeili/meilisearch', npm: 'meilisearch'},
  documentation: 'https://www.meilisearch.com/docs',
});
