import { assumption, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpCloudStorage } from '../../prices/gcp-cloud-storage.ts';

/** Off the request path: clients upload and download with signed addresses, so its outages do not stop the API. */
export default defineOption({
  id: 'gcs', decision: 'blob-store', name: 'Google Cloud Storage', summary: 'objects spread over the zones of one region; clients transfer with signed addresses',
  technologies: ['gcs'], provides: ['object-storage'], requires: ['provider:gcp'], tags: ['managed'], conflicts: [],
  parameters: {
    storage: gcpCloudStorage.standard, classA: gcpCloudStorage.classA, classB: gcpCloudStorage.classB, egressMiddle: gcpCloudStorage.egressMiddle, egressLast: gcpCloudStorage.egressLast,
    lastFrom: assumption('last price step', 10e12, 'B/month', 'the first terabyte costs 0.12 instead of 0.11 USD/GB: ten dollars left out'),
    setupHours: assumption('set-up: bucket policy, signed addresses, life cycle', interval(5, 10, 18), 'h', 'plus scanning where users upload'),
    careHours: assumption('care a month', interval(0.2, 0.5, 1), 'h/month', 'life cycle and cost review'),
  },
  figures: [{ id: 'egress', label: 'bytes to the internet', unit: 'B/month', formula: 'blobEgressBytes * secondsPerMonth' }],
  costs: [
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * blobBytes * storage' },
    { id: 'requests', label: 'operations', unit: 'USD/month', dimension: 'requests', formula: '(blobWriteMean * classA + blobReadMean * classB) * secondsPerMonth' },
    { id: 'egress', label: 'bytes to users', unit: 'USD/month', dimension: 'traffic', formula: 'min(egress, lastFrom) * egressMiddle + max(0 * oneByte * onePerMonth, egress - lastFrom) * egressLast' },
  ],
  limits: [],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'policy, signed addresses, life cycle' }, run: { formula: 'careHours', reason: 'life cycle and cost' }, parts: 1,
  gains: 'no capacity to plan, and uploads that bypass the API', gives: 'bytes to users cost 0.08-0.12 USD/GB', rollback: 'copy objects to another store and switch the address',
});
