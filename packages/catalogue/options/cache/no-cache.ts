import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'no-cache', decision: 'cache', name: 'No cache', summary: 'every read goes to its store',
  technologies: [], provides: [], requires: [], tags: [], conflicts: [], parameters: {}, exports: { cacheHitShare: '0' }, figures: [], costs: [], limits: [],
  build: { formula: '0 * oneHour', reason: 'nothing to set up' }, run: { formula: '0 * oneHour * onePerMonth', reason: 'nothing to run' }, parts: 0,
  gains: 'no stale reads and no invalidation code', gives: 'the primary store answers every read', rollback: 'put a cache-aside read in front of the hottest query',
});
