import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure-blob', name: 'Azure Blob Storage', kind: 'object-storage', aliases: ['blob storage'],
  summary: 'objects in one zone, three zones or two regions',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['object-storage'],
  bestFor: ['files on Azure'],
  avoidWhen: ['hot small values'],
  strainsUnder: ['egress price'],
  failureModes: ['object-store-errors', 'credential-leak'],
  limits: {
    uptime: fact('read-access geo-redundant monthly uptime commitment for reads', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'life cycle and access policy' },
  alternatives: ['s3', 'gcs'],
  migrationPaths: [
    { to: 's3', how: 'copy objects and switch the address' },
  ],
  deprecations: [],
  identifiers: { npm: '@azure/storage-blob' },
  documentation: 'https://learn.microsoft.com/azure/storage/blobs/',
});
