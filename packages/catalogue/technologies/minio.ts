import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'minio', name: 'MinIO', kind: 'object-store',
  summary: 'object storage with the S3 protocol on own disks',
  licence: 'AGPL-3.0', status: 'end-of-life', replacedBy: ['s3'], versioned: true,
  serves: ['object-storage', 'on-premises'],
  bestFor: ['objects that must stay in the own building'],
  avoidWhen: ['a cloud bucket at hand'],
  strainsUnder: ['erasure sets have to be planned before the first disk', 'who upgrades it'],
  failureModes: ['disk-full', 'object-store-errors'],
  limits: {
    object: fact('one object', 50 * 2 ** 40, 'B', { title: 'MinIO documentation, thresholds and limits', url: 'https://min.io/docs/minio/linux/operations/concepts/thresholds.html', asOf: 'undated', confidence: 'A' }),
    parts: fact('parts of one upload', 10000, 'count', { title: 'MinIO documentation, thresholds and limits', url: 'https://min.io/docs/minio/linux/operations/concepts/thresholds.html', asOf: 'undated', confidence: 'A' }),
    part: fact('one part at most', 5 * 2 ** 30, 'B', { title: 'MinIO documentation, thresholds and limits', url: 'https://min.io/docs/minio/linux/operations/concepts/thresholds.html', asOf: 'undated', confidence: 'A' }),
    versions: fact('versions of one object by default', 10000, 'count', { title: 'MinIO documentation, thresholds and limits', url: 'https://min.io/docs/minio/linux/operations/concepts/thresholds.html', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 4, reason: 'disks, erasure sets, upgrades and capacity are ours' },
  alternatives: ['s3', 'local-disk'],
  migrationPaths: [
    { to: 's3', how: 'bucket replication, then a switch of endpoint and credentials' },
  ],
  deprecations: [
    { what: 'the community edition is distributed as source code only, without binaries and container images', when: '2025-10-15', source: { title: 'minio/minio issue 21647, maintainer', url: 'https://github.com/minio/minio/issues/21647', asOf: '2025-10-18', confidence: 'A' }, replacement: 's3' },
    { what: 'maintenance only: no features, enhancements or pull requests', when: '2025-12-03', source: { title: 'minio/minio README, quoted in truenas/apps issue 3451', url: 'https://github.com/truenas/apps/issues/3451', asOf: '2025-12-03', confidence: 'B' }, replacement: 's3' },
    { what: 'the repository is archived', when: '2026-04-25', source: { title: 'pgsty/silo issue 35', url: 'https://github.com/pgsty/silo/issues/35', asOf: '2026-05-21', confidence: 'C' }, replacement: 's3' },
  ],
  identifiers: {oci: 'minio/minio'},
  documentation: 'https://min.io/docs/minio/linux/index.html',
  knowledgeOnly: 'end of life: kept so that a repository that uses it is told; the option of an object store on own machines names the interface, not a product',
});
