import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'local-disk', name: 'Disk of the server', kind: 'object-storage',
  summary: 'files in a directory of the machine',
  licence: 'own machine', status: 'active', versioned: false,
  serves: ['object-storage'],
  bestFor: ['one server with few files'],
  avoidWhen: ['several servers', 'files that must survive the machine'],
  strainsUnder: ['disk space', 'backups'],
  failureModes: ['disk-full', 'backup-unusable'],
  limits: {},
  burden: { level: 2, reason: 'space, backup and restore are ours' },
  alternatives: ['s3', 'r2'],
  migrationPaths: [
    { to: 's3', how: 'copy the directory into a bucket and switch the address' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://www.kernel.org/doc/html/latest/filesystems/',
});
