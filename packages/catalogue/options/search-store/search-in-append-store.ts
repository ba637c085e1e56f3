import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

/** One copy of the rows and one cluster: where what is searched is what is appended, a second index would only repeat it. */
export default defineOption({
  id: 'search-in-append-store', decision: 'search-store', name: 'The indexes of the append store', summary: 'what is appended is searched where it lies; no second copy and no feed',
  technologies: ['opensearch'], provides: ['full-text', 'aggregation'], requires: ['append:searchable'], tags: [], conflicts: [],
  parameters: {
    setupHours: assumption('set-up: analysers, saved queries', interval(2, 6, 12), 'h', 'the mapping exists; fields get their analysers'),
    careHours: assumption('care a month', interval(0.2, 0.5, 1), 'h/month', 'slow queries'),
  },
  figures: [], costs: [],
  limits: [
    { id: 'appended', label: 'text that is not appended there', unit: 'B', demand: 'searchRecordBytes', limit: '0 * oneByte', why: 'records live elsewhere, and this index does not hold them' },
    { id: 'vectors', label: 'vectors', unit: 'count', demand: 'vectorCount', limit: '0', why: 'daily indexes hold no vectors' },
  ],
  latency: { p50: '0.02 * oneSecond', p99: '0.2 * oneSecond' },
  build: { formula: 'setupHours', reason: 'analysers and queries' }, run: { formula: 'careHours', reason: 'slow queries' }, parts: 0,
  gains: 'a row is found within seconds of its arrival, and there is one cluster instead of two', gives: 'searches share their CPU with the ingest',
  rollback: 'feed an index of its own from the stream and compare answers before switching',
});
