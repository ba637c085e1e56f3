import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'gcs', name: 'Google Cloud Storage', kind: 'object-storage', aliases: ['google cloud storage'],
  summary: 'objects in a region or several',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['object-storage'],
  bestFor: ['files on Google Cloud'],
  avoidWhen: ['hot small values'],
  strainsUnder: ['egress price'],
  failureModes: ['object-store-errors', 'credential-leak'],
  limits: {
    uptime: fact('regional monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'life cycle and access policy' },
  alternatives: ['s3', 'r2', 'azure-blob'],
  migrationPaths: [
    { to: 's3', how: 'copy objects and switch the address' },
  ],
  deprecations: [],
  identifiers: { npm: '@google-cloud/storage' },
  documentation: 'https://cloud.google.com/storage/docs',
});
