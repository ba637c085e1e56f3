import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'search-index-drift',
  componentKind: 'search',
  name: 'Search index and source disagree',
  severity: 'medium',
  trigger: 'a failed synchronisation, too many fields, disks above their watermark',
  effect: 'results are missing or gone; indexing stops',
  signal: 'documents in the index against rows in the source; unassigned shards; indexing delay',
  threshold: 'difference above 0.1 %',
  mitigations: [
    'idempotent indexing fed by the outbox',
    'rebuild into a new index and swap the alias',
    'a limit on fields',
  ],
  recovery: [
    'rebuild from the source, swap the alias',
  ],
  sources: [
    { title: 'Elastic documentation, production guidance', url: 'https://www.elastic.co/docs/deploy-manage/production-guidance', asOf: 'undated', confidence: 'B' },
  ],
});
