import { assumption, fact, interval } from '@archwright/kernel';
import { ATTESTED } from '../../attestations.ts';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { cloudflareR2 } from '../../prices/cloudflare-r2.ts';

/** Off the request path: clients upload and download with signed addresses, so its outages do not stop the API. */
export default defineOption({
  id: 'r2', decision: 'blob-store', name: 'Cloudflare R2', summary: 'S3-compatible objects without a charge for bytes to users',
  technologies: ['r2'], provides: ['object-storage'], requires: [], attested: ATTESTED.r2, tags: ['managed'], conflicts: ['provider:on-premises'],
  parameters: {
    storage: cloudflareR2.storage, classA: cloudflareR2.classA, classB: cloudflareR2.classB,
    freeStorage: fact('storage without charge', 10e9, 'B', { title: 'cloudflare/cloudflare-docs workers/platform/pricing.mdx @07acbb66', asOf: '2026-04-21', confidence: 'A' }),
    freeWrites: fact('class A operations without charge', 1e6, '1/month', { title: 'cloudflare/cloudflare-docs workers/platform/pricing.mdx @07acbb66', asOf: '2026-04-21', confidence: 'A' }),
    freeReads: fact('class B operations without charge', 10e6, '1/month', { title: 'cloudflare/cloudflare-docs workers/platform/pricing.mdx @07acbb66', asOf: '2026-04-21', confidence: 'A' }),
    setupHours: assumption('set-up: bucket, tokens, signed addresses, life cycle', interval(6, 12, 20), 'h', 'as S3, plus a second account beside the main provider'),
    careHours: assumption('care a month', interval(0.2, 0.6, 1), 'h/month', 'life cycle, cost, a second set of access keys'),
  },
  figures: [],
  costs: [
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(0 * oneByte, blobBytes - freeStorage) * storage' },
    { id: 'writes', label: 'writes', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, blobWriteMean * secondsPerMonth - freeWrites) * classA' },
    { id: 'reads', label: 'reads', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, blobReadMean * secondsPerMonth - freeReads) * classB' },
  ],
  limits: [],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'tokens, signed addresses, life cycle' }, run: { formula: 'careHours', reason: 'life cycle, cost, keys' }, parts: 1,
  gains: 'bytes to users are free, and ten gigabytes cost nothing', gives: 'a second vendor and account, with fewer storage classes and integrations',
  rollback: 'the S3 interface stays: copy objects elsewhere and flip the address',
});
