import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 's3', name: 'Amazon S3', kind: 'object-storage', aliases: ['simple storage service'],
  summary: 'objects in three zones, any amount',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['object-storage'],
  bestFor: ['files, backups, data lakes'],
  avoidWhen: ['hot small values'],
  strainsUnder: ['first byte of 100-200 ms', 'egress price'],
  failureModes: ['object-store-errors', 'credential-leak', 'quota-cost-runaway'],
  limits: {
    prefixWrites: fact('writes a second of one prefix', 3500, '1/s', { title: 'AWS S3 performance guide (code index 8865103888)', asOf: '2026-06-01', confidence: 'A' }),
    prefixReads: fact('reads a second of one prefix', 5500, '1/s', { title: 'AWS S3 performance guide (code index 8865103888)', asOf: '2026-06-01', confidence: 'A' }),
    object: fact('object size', 5e12, 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'life cycle and access policy' },
  alternatives: ['r2', 'gcs', 'azure-blob'],
  migrationPaths: [
    { to: 'r2', how: 'the same interface: synchronise, then flip the address' },
  ],
  deprecations: [],
  identifiers: { npm: '@aws-sdk/client-s3' },
  documentation: 'https://docs.aws.amazon.com/s3/',
});
