import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { supabaseDatabase } from '../../prices/supabase-database.ts';
import { supabasePlatform } from '../../prices/supabase.ts';

/** Off the request path: clients upload and download with signed addresses. */
export default defineOption({
  id: 'supabase-storage', decision: 'blob-store', name: 'Supabase Storage', summary: 'files beside the Supabase database, guarded by its row rules',
  technologies: ['supabase'], provides: ['object-storage'], requires: ['provider:supabase'], tags: ['managed'], conflicts: [],
  parameters: {
    storage: supabaseDatabase.files, egressPrice: supabasePlatform.egress, freeEgress: supabasePlatform.egressIncluded,
    freeStorage: fact('files in the Pro plan', 100e9, 'B', { title: 'supabase/supabase billing-on-supabase.mdx @124cddf0', asOf: '2026-05-04', confidence: 'A' }),
    setupHours: assumption('set-up: buckets and rules', interval(3, 8, 14), 'h', 'rules in SQL'),
    careHours: assumption('care a month', interval(0.1, 0.3, 1), 'h/month', 'storage and egress quotas to watch'),
  },
  figures: [],
  costs: [
    { id: 'storage', label: 'files above the plan', unit: 'USD/month', dimension: 'storage', formula: 'max(0 * oneByte, blobBytes - freeStorage) * storage' },
    { id: 'egress', label: 'bytes to users above the plan', unit: 'USD/month', dimension: 'traffic', formula: 'max(0 * oneByte * onePerMonth, blobEgressBytes * secondsPerMonth - freeEgress) * egressPrice' },
  ],
  limits: [],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'buckets and rules' }, run: { formula: 'careHours', reason: 'quotas' }, parts: 0,
  gains: 'files under the same sign-in and rules as rows', gives: 'bytes to users cost 0.09 USD/GB above the plan', rollback: 'copy to any S3-compatible store: the interface is offered too',
});
