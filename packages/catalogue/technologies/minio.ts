import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'minio', name: 'MinIO', kind: 'object-store',
  summary: 'object storage with the S3 protocol on own disks',
  licence: 'AGPL-3.0', status: 'active', versioned: true,
  serves: ['object-storage', 'on-premises'],
  bestFor: ['objects that must stay in the own building'],
  avoidWhen: ['a cloud bucket at hand'],
  strainsUnder: ['erasure sets have to be planned before the first disk', 'who upgrades it'],
  failureModes: ['disk-full', 'object-store-errors'],
  limits: {},
  burden: { level: 4, reason: 'disks, erasure sets, upgrades and capacity are ours' },
  alternatives: ['s3', 'local-disk'],
  migrationPaths: [
    { to: 's3', how: 'bucket replication, then a switch of endpoint and credentials' },
  ],
  deprecations: [],
  identifiers: {oci: 'minio/minio'},
  documentation: 'https://min.io/docs/minio/linux/index.html',
});
