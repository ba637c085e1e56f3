import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'no-search-store', decision: 'search-store', name: 'No search index', summary: 'records are found by key and filter only',
  technologies: [], provides: [], requires: [], tags: [], conflicts: [], parameters: {}, figures: [], costs: [],
  limits: [
    { id: 'queries', label: 'search queries', unit: '1/s', demand: 'searchPeak', limit: '0 / oneSecond', why: 'ranked search needs an index' },
    { id: 'vectors', label: 'vectors', unit: 'count', demand: 'vectorCount', limit: '0', why: 'similarity search needs a vector index' },
  ],
  build: { formula: '0 * oneHour', reason: 'nothing to set up' }, run: { formula: '0 * oneHour * onePerMonth', reason: 'nothing to run' }, parts: 0,
  gains: 'no index to feed, rebuild or reconcile', gives: 'no ranked search', rollback: 'add a text index in the primary store',
});
