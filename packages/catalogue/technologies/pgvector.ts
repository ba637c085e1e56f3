import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'pgvector', name: 'pgvector', kind: 'search-engine',
  summary: 'vector type and approximate nearest-neighbour indexes in PostgreSQL',
  licence: 'PostgreSQL', status: 'active', versioned: true,
  serves: ['vector'],
  bestFor: ['similarity search beside the records'],
  avoidWhen: ['hundreds of millions of vectors'],
  strainsUnder: ['index build memory'],
  failureModes: ['slow-query-regression'],
  limits: {
    vectors: fact('vectors it is comfortable with', interval(1e6, 5e6, 1e7), 'count', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'an extension of the database' },
  alternatives: ['opensearch', 'postgres-row-fts'],
  migrationPaths: [
    { to: 'opensearch', how: 'copy embeddings by outbox and compare recall' },
  ],
  deprecations: [],
  identifiers: { npm: 'pgvector' },
  documentation: 'https://github.com/pgvector/pgvector',
  knowledgeOnly: 'an extension of the chosen PostgreSQL: similarity search is a capability of the store, not a product beside it',
});
