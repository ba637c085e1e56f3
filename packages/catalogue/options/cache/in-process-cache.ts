import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'in-process-cache', decision: 'cache', name: 'Cache in the process', summary: 'a bounded map with expiry in each instance',
  technologies: [], provides: ['in-memory', 'ttl'], requires: [], tags: [], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    hitRatio: assumption('hit ratio of an instance’s own cache', interval(0.3, 0.6, 0.8), 'ratio', 'each instance warms up alone and entries expire after seconds'),
    cacheableShare: assumption('share of record reads that may be seconds old', interval(0.2, 0.5, 0.7), 'ratio', 'instances disagree until expiry, so fewer reads qualify than in a shared cache'),
    largestHot: assumption('hot set an instance can hold', interval(100e6, 300e6, 1e9), 'B', 'beside the program in 1-2 GiB of memory'),
    setupHours: assumption('set-up: bounded map, expiry, a way to switch it off', interval(2, 4, 8), 'h', 'a library and its limits'),
    careHours: assumption('care a month', interval(0.1, 0.3, 1), 'h/month', 'memory and staleness questions'),
  },
  exports: { cacheHitShare: 'hitRatio * cacheableShare' }, figures: [], costs: [],
  limits: [{ id: 'hot', label: 'hot set of one instance', unit: 'B', demand: 'hotBytes', limit: 'largestHot', why: 'every instance holds its own copy' }],
  build: { formula: 'setupHours', reason: 'bounds, expiry and a switch' }, run: { formula: 'careHours', reason: 'memory and staleness' }, parts: 0,
  gains: 'takes load off the store for nothing, in microseconds', gives: 'instances disagree for the seconds of the expiry, and a deploy starts cold',
  rollback: 'switch it off; the store must be sized for it',
});
