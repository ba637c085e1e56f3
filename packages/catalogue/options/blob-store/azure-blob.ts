import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azureBlobStorage } from '../../prices/azure-blob-storage.ts';

/** Off the request path: clients upload and download with signed addresses, so its outages do not stop the API. */
export default defineOption({
  id: 'azure-blob', decision: 'blob-store', name: 'Azure Blob Storage, three zones', summary: 'zone-redundant blobs; clients transfer with signed addresses',
  technologies: ['azure-blob'], provides: ['object-storage'], requires: ['provider:azure'], tags: ['managed'], conflicts: [],
  parameters: {
    storage: azureBlobStorage.hotZrs, egressPrice: azureBlobStorage.egress,
    freeEgress: fact('bytes to the internet without charge', 100e9, 'B/month', { title: 'c3x.dev Azure egress cost', url: 'https://c3x.dev/blog/azure-egress-bandwidth-cost/', asOf: '2026-09-20', confidence: 'C' }),
    write: assumption('a write operation', interval(5e-6, 6.5e-6, 8e-6), 'USD', 'not in the price table; taken near the 5 USD a million of the other large clouds'),
    read: assumption('a read operation', interval(4e-7, 5e-7, 6e-7), 'USD', 'not in the price table; taken near the 0.4 USD a million of the other large clouds'),
    setupHours: assumption('set-up: account policy, signed addresses, life cycle', interval(5, 10, 18), 'h', 'plus scanning where users upload'),
    careHours: assumption('care a month', interval(0.2, 0.5, 1), 'h/month', 'life cycle and cost review'),
  },
  figures: [],
  costs: [
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * blobBytes * storage' },
    { id: 'requests', label: 'operations', unit: 'USD/month', dimension: 'requests', formula: '(blobWriteMean * write + blobReadMean * read) * secondsPerMonth' },
    { id: 'egress', label: 'bytes to users', unit: 'USD/month', dimension: 'traffic', formula: 'max(0 * oneByte * onePerMonth, blobEgressBytes * secondsPerMonth - freeEgress) * egressPrice' },
  ],
  limits: [],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'policy, signed addresses, life cycle' }, run: { formula: 'careHours', reason: 'life cycle and cost' }, parts: 1,
  gains: 'three zones without planning, and uploads that bypass the API', gives: 'bytes to users cost 0.087 USD/GB, and an interface of its own', rollback: 'copy objects to another store and switch the client library',
});
