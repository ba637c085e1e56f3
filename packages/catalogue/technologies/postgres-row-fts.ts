import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'postgres-row-fts', name: 'PostgreSQL full-text search', kind: 'search-engine', aliases: ['postgres full text', 'tsvector'],
  summary: 'text and vector indexes in the primary PostgreSQL',
  licence: 'PostgreSQL', status: 'active', versioned: true,
  serves: ['full-text', 'vector'],
  bestFor: ['up to about ten million documents', 'search that may not lag the record'],
  avoidWhen: ['typo tolerance and many facets'],
  strainsUnder: ['ranking over many matches', 'index updates under heavy writes'],
  failureModes: ['slow-query-regression'],
  limits: {
    vectors: fact('vectors pgvector is comfortable with', interval(1e6, 5e6, 1e7), 'count', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'the same database' },
  alternatives: ['opensearch'],
  migrationPaths: [
    { to: 'opensearch', how: 'index fed by an outbox, answers compared before the switch' },
  ],
  deprecations: [],
  identifiers: { endoflife: 'postgresql' },
  documentation: 'https://www.postgresql.org/docs/current/textsearch.html',
});
