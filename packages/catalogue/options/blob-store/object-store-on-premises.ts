import { assumption, interval } from '@archwright/kernel';
import { quorum } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { onPremisesNode } from '../../prices/server-nodes.ts';

export default defineOption({
  id: 'object-store-on-premises', decision: 'blob-store', name: 'S3-compatible object store on own machines', summary: 'four or more storage nodes with erasure coding behind the S3 interface',
  technologies: [], provides: ['object-storage'], requires: ['provider:on-premises'], tags: ['self-run'], conflicts: [],
  parameters: {
    nodePrice: onPremisesNode.nodePrice, disk: onPremisesNode.diskPrice, nodeCare: onPremisesNode.nodeCare,
    codingOverhead: assumption('disk bytes ÷ object bytes', interval(1.5, 2, 2.5), 'ratio', 'erasure coding over four or more nodes with room to rebuild'),
    bytesPerNode: assumption('disk bytes of one node', interval(10e12, 40e12, 100e12), 'B', 'four to eight large disks'),
    requestsPerNode: assumption('requests a second of one node', interval(500, 2_000, 5_000), '1/s', 'small objects cost a disk seek'),
    largestNodes: assumption('nodes of one cluster', 200, 'count', 'beyond it pools are federated'),
    setupHours: assumption('set-up: nodes, coding, keys, life cycle, off-site copy', interval(30, 50, 90), 'h', 'a storage cluster is a project'),
    careHours: assumption('care a month', interval(4, 8, 16), 'h/month', 'disks, rebuilds, upgrades'),
  },
  figures: [{ id: 'nodes', label: 'storage nodes', unit: 'count', formula: 'max(4, ceil(blobBytes * codingOverhead / bytesPerNode), ceil((blobReadMean + blobWriteMean) * peakFactor / requestsPerNode))' }],
  costs: [
    { id: 'nodes', label: 'nodes', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * nodePrice' },
    { id: 'disk', label: 'disks', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * blobBytes * codingOverhead * disk' },
  ],
  limits: [{ id: 'nodes', label: 'storage nodes', unit: 'count', demand: 'nodes', limit: 'largestNodes', why: 'one cluster ends here' }],
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'nodes, coding, keys, off-site copy' }, run: { formula: 'careHours + nodes * nodeCare', reason: 'disks, rebuilds, upgrades' }, parts: 2,
  gains: 'objects stay in the building behind the usual interface', gives: 'disks, rebuilds and the off-site copy are ours', rollback: 'the S3 interface stays: synchronise to any S3-compatible store',
});
