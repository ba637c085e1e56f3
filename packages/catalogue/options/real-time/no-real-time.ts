import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'no-real-time', decision: 'real-time', name: 'No long-lived connections',
  summary: 'clients ask; nothing is pushed to them', technologies: [], provides: [], requires: [], tags: [], conflicts: [],
  parameters: {}, figures: [], costs: [],
  limits: [
    { id: 'open', label: 'connections held open', unit: 'count', demand: 'connections', limit: '0', why: 'nothing holds connections open' },
    { id: 'pushed', label: 'messages pushed', unit: '1/s', demand: 'pushPeak', limit: '0', why: 'nothing can be pushed' },
  ],
  build: { formula: '0 * oneHour', reason: 'nothing to build' }, run: { formula: '0 * oneHour * onePerMonth', reason: 'nothing to run' },
  parts: 0,
  gains: 'stateless processes that restart at any time', gives: 'clients learn of changes when they next ask', rollback: 'nothing to undo; a push channel can be added beside',
});
