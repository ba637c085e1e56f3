import { assumption, interval } from '@archwright/kernel';
import { postgresqlBaseline } from '../../baselines/postgresql.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'ranked-index', decision: 'cache', name: 'No cache; ranks from an index in the primary store', summary: 'the top by index, a user’s rank by counting: enough while few are ranked',
  technologies: [], provides: ['sorted-set'], requires: ['store:relational'], tags: [], conflicts: [],
  parameters: {
    scanRowsPerVcpu: postgresqlBaseline.scanRowsPerVcpu, derating: postgresqlBaseline.derating,
    countedShare: assumption('share of the ranked read by one count', interval(0.2, 0.5, 1), 'ratio', 'a rank counts everyone above'),
    rankShare: assumption('share of requests that ask for a rank', interval(0.1, 0.3, 0.6), 'ratio', 'lists of the top use the index alone'),
    spareVcpu: assumption('vCPU that may be busy counting', 1, 'count', 'beside the requests that users wait for'),
    deadlineRows: assumption('ranked users one count stays fast for', interval(50_000, 200_000, 500_000), 'count', 'a tenth of a second of index scanning'),
    setupHours: assumption('set-up: index and two queries', interval(1, 3, 6), 'h', 'an index by score and two queries in SQL'), careHours: assumption('care a month', 0.1, 'h/month', 'none but the plan of the query'),
  },
  exports: { cacheHitShare: '0' }, figures: [], costs: [],
  limits: [
    { id: 'count', label: 'vCPU busy counting', unit: 'count', demand: 'requestPeak * rankShare * users * countedShare * derating / scanRowsPerVcpu', limit: 'spareVcpu', why: 'a rank is counted anew for every request' },
    { id: 'users', label: 'ranked users', unit: 'count', demand: 'users', limit: 'deadlineRows', why: 'one count must fit the answer’s deadline' },
  ],
  build: { formula: 'setupHours', reason: 'index and queries' }, run: { formula: 'careHours', reason: 'query plans' }, parts: 0,
  gains: 'ranks that are never older than the score, without a second store', gives: 'counting grows with the ranked users and the requests', rollback: 'load a sorted set from the table and read ranks there',
});
