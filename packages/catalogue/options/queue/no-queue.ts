import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'no-queue', decision: 'queue', name: 'No queue', summary: 'all work is done before the answer',
  technologies: [], provides: [], requires: [], tags: [], conflicts: [], parameters: {}, figures: [], costs: [],
  limits: [{ id: 'jobs', label: 'asynchronous jobs', unit: '1/s', demand: 'jobPeak', limit: '0 / oneSecond', why: 'work that outlives its request needs a place to wait' }],
  build: { formula: '0 * oneHour', reason: 'nothing to set up' }, run: { formula: '0 * oneHour * onePerMonth', reason: 'nothing to run' }, parts: 0,
  gains: 'a request is finished when it is answered', gives: 'slow or failing providers are felt by the user', rollback: 'add a jobs table when the first slow call appears',
});
