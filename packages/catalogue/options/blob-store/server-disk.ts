import { assumption, interval } from '@archwright/kernel';
import { nightlyCopy } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';

export default defineOption({
  id: 'server-disk', decision: 'blob-store', name: 'Files on the server’s disk', summary: 'a directory on the one server, copied away every night',
  technologies: ['local-disk'], provides: ['object-storage'], requires: ['platform:virtual-machines', 'zones:one'], tags: ['self-run'], conflicts: [],
  parameters: {
    disk: { ...ec2Node.diskPrice, label: 'block storage of the server (EBS gp3 taken for all)' },
    largest: assumption('files one server holds', interval(50e9, 200e9, 1e12), 'B', 'the nightly copy and a restore must fit'),
    bandwidth: assumption('bytes a second one server sends', interval(10e6, 50e6, 100e6), 'B/s', 'a share of one network card beside the API'),
    setupHours: assumption('set-up: paths, limits, nightly copy', interval(2, 5, 10), 'h', 'and serving them without passing through the process'),
    careHours: assumption('care a month', interval(0.3, 1, 2), 'h/month', 'space and restores'),
  },
  figures: [],
  costs: [{ id: 'disk', label: 'disk and its copy', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * 2 * blobBytes * disk' }],
  limits: [
    { id: 'bytes', label: 'files held', unit: 'B', demand: 'blobBytes', limit: 'largest', why: 'copy and restore must fit a night' },
    { id: 'bandwidth', label: 'bytes sent a second', unit: 'B/s', demand: 'blobEgressBytes * peakFactor', limit: 'bandwidth', why: 'the network card is shared with the API' },
  ],
  recovery: nightlyCopy,
  build: { formula: 'setupHours', reason: 'paths, limits, nightly copy' }, run: { formula: 'careHours', reason: 'space and restores' }, parts: 0,
  gains: 'no further service or account', gives: 'files live and die with one server between two nightly copies', rollback: 'copy the directory into a bucket and switch the addresses',
});
