import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'data-corruption',
  componentKind: 'database',
  name: 'Wrong data written',
  severity: 'critical',
  trigger: 'a bug or a person writes or deletes the wrong rows, perhaps in the wrong environment',
  effect: 'wrong data is served, and after a while the backups hold it too',
  signal: 'invariants that stop holding: sums, counts, references; differences at reconciliation',
  threshold: 'any imbalance in a ledger, any broken invariant',
  mitigations: [
    'point-in-time recovery that reaches back further than detection takes',
    'an append-only audit log of who changed what',
    'production credentials out of reach of scripts; destructive statements need two people',
  ],
  recovery: [
    'stop the writer',
    'restore to a second instance and repair only the affected rows from it',
    'replay events; tell those affected',
  ],
  sources: [
    { title: 'Site Reliability Engineering (Google), chapter Data Integrity', url: 'https://sre.google/sre-book/data-integrity/', asOf: '2016', confidence: 'B' },
    { title: 'Travis CI status, incident z2b3lz2kwcfp', url: 'https://www.traviscistatus.com/incidents/z2b3lz2kwcfp', asOf: 'undated', confidence: 'B' },
  ],
});
