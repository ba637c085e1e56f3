import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'sqlite-full-text', decision: 'search-store', name: 'Full text in SQLite', summary: 'an FTS5 index inside the file that holds the records',
  technologies: ['sqlite-fts', 'sqlite'], provides: ['full-text'], requires: ['store:sqlite'], tags: [], conflicts: [],
  parameters: {
    queryLimit: assumption('search queries a second beside other work', interval(20, 60, 200), '1/s', 'a ranked query takes about 10 ms of one core'),
    textLimit: assumption('text under the index', interval(1e9, 5e9, 10e9), 'B', 'the index must stay in the page cache'),
    setupHours: assumption('set-up: index, triggers, query', interval(4, 8, 16), 'h', 'SQL and three triggers'),
    careHours: assumption('care a month', interval(0.2, 0.5, 1), 'h/month', 'rebuilds and relevance'),
  },
  figures: [], costs: [],
  limits: [
    { id: 'queries', label: 'search queries a second', unit: '1/s', demand: 'searchPeak', limit: 'queryLimit', why: 'search shares the cores with requests' },
    { id: 'text', label: 'text under the index', unit: 'B', demand: 'searchBytes', limit: 'textLimit', why: 'the index must stay in memory' },
    { id: 'vectors', label: 'vectors', unit: 'count', demand: 'vectorCount', limit: '0', why: 'similarity search is not part of it' },
  ],
  latency: { p50: '0.005 * oneSecond', p99: '0.05 * oneSecond' },
  build: { formula: 'setupHours', reason: 'index, triggers, query' }, run: { formula: 'careHours', reason: 'rebuilds and relevance' }, parts: 0,
  gains: 'search in the same file and transaction as the records', gives: 'no typo tolerance, no facets, one server', rollback: 'rebuild the index in another store from the records',
});
