import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'backup-unusable',
  componentKind: 'database',
  name: 'Backup cannot be restored',
  severity: 'critical',
  trigger: 'a restore was never tried, a log segment is missing, or the key is lost',
  effect: 'the second failure loses the data for good',
  signal: 'days since the last successful restore; measured restore time against the RTO',
  threshold: 'last successful restore older than 30 days',
  mitigations: [
    'a scheduled restore into a scratch instance, with row counts compared',
    'copies in another account, immutable for their retention',
    'keys escrowed apart from the data',
  ],
  recovery: [
    'use the copy in the other account',
    'rebuild from the event log',
  ],
  sources: [
    { title: 'Site Reliability Engineering (Google), chapter Data Integrity', url: 'https://sre.google/sre-book/data-integrity/', asOf: '2016', confidence: 'B' },
    { title: 'Google Cloud: details of the GCVE incident', url: 'https://cloud.google.com/blog/products/infrastructure/details-of-google-cloud-gcve-incident', asOf: '2024-05', confidence: 'B' },
  ],
});
