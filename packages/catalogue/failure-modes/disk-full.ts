import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'disk-full',
  componentKind: 'database',
  name: 'Storage full',
  severity: 'critical',
  trigger: 'logs, temporary files or write-ahead log held back by an abandoned replication slot',
  effect: 'writes stop and the process may not start again',
  signal: 'free space and its projection; log bytes held per replication slot',
  threshold: 'under 15 % free, or under 3 days at the present growth',
  mitigations: [
    'storage that grows by itself, with an alert on growth',
    'a ceiling on log kept for slots (max_slot_wal_keep_size)',
    'retention for logs and temporary files',
  ],
  recovery: [
    'drop the abandoned slot',
    'extend the volume, then restart',
    'free space elsewhere first: never delete log files by hand',
  ],
  sources: [
    { title: 'Site Reliability Engineering (Google), chapter Data Integrity', url: 'https://sre.google/sre-book/data-integrity/', asOf: '2016', confidence: 'B' },
  ],
});
