import { assumption, fact, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'postgresql-full-text', decision: 'search-store', name: 'Full text and vectors in PostgreSQL', summary: 'a text index, and pgvector where needed, beside the records',
  technologies: ['postgres-row-fts', 'postgresql'], provides: ['full-text', 'vector'],
  requires: ['store:postgresql'], tags: [], conflicts: [],
  parameters: {
    queryLimit: assumption('search queries a second beside other work', interval(20, 60, 200), '1/s', 'a ranked query takes about 10 ms of CPU on the primary: 60 a second are most of one vCPU'),
    textLimit: assumption('text under the index', interval(5e9, 20e9, 50e9), 'B', 'about ten million documents of 2 KB; index builds and updates slow down beyond'),
    vectorLimit: fact('vectors pgvector is comfortable with', interval(1e6, 5e6, 1e7), 'count', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    setupHours: assumption('set-up: index, weights, language, query', interval(6, 12, 24), 'h', 'SQL and a generated column'),
    careHours: assumption('care a month', interval(0.3, 1, 2), 'h/month', 'index size and relevance'),
  },
  figures: [], costs: [],
  limits: [
    { id: 'queries', label: 'search queries a second', unit: '1/s', demand: 'searchPeak', limit: 'queryLimit', why: 'search runs on the CPU that serves requests' },
    { id: 'text', label: 'text under the index', unit: 'B', demand: 'searchBytes', limit: 'textLimit', why: 'builds and updates of the index grow with the text' },
    { id: 'vectors', label: 'vectors', unit: 'count', demand: 'vectorCount', limit: 'vectorLimit', why: 'the vector index must stay in memory' },
  ],
  latency: { p50: '0.01 * oneSecond', p99: '0.08 * oneSecond' },
  build: { formula: 'setupHours', reason: 'index, weights, query' }, run: { formula: 'careHours', reason: 'index size and relevance' }, parts: 0,
  gains: 'found text is never older than the record, and there is nothing to feed or reconcile',
  gives: 'no typo tolerance, few facets, and relevance that stays simple',
  rollback: 'feed a search engine from an outbox and compare answers before switching',
});
