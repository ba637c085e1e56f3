import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'slow-query-regression',
  componentKind: 'database',
  name: 'Query plan turns bad',
  severity: 'medium',
  trigger: 'statistics age, data skews, or a release adds a query without its index',
  effect: 'latency climbs, the database CPU is full, and load has not changed',
  signal: 'p95 per query fingerprint against last week; sequential scans of large tables; CPU rising at a flat request rate',
  threshold: 'p95 of one query above 3 times its weekly baseline',
  mitigations: [
    'statement timeout per role',
    'explain plans of the main access patterns in CI, on seeded data',
    'review of every new query against the index list',
  ],
  recovery: [
    'roll the release back',
    'add the index concurrently',
    'refresh or widen the statistics',
  ],
  sources: [
    { title: 'Site Reliability Engineering (Google), chapter Testing for Reliability', url: 'https://sre.google/sre-book/testing-reliability/', asOf: '2016', confidence: 'B' },
  ],
});
