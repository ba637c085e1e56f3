import { assumption, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { clickhouseBaseline } from '../../../baselines/clickhouse.ts';
import { quorum } from '../../../baselines/recovery.ts';
import type { ServerNode } from '../../../prices/server-nodes.ts';
import { bufferedAvailability, noticedShare } from './buffered.ts';

/** ClickHouse on own servers: shards of two replicas and a Keeper trio beside them. */
export const selfRunClickhouse = (node: ServerNode): Option => ({
  id: `clickhouse-${node.id}`, decision: 'append-store', name: `ClickHouse, self-run replicas (${node.where})`,
  summary: `shards of two replicas and three small coordinators, self-run on ${node.where}`, technologies: ['clickhouse'],
  provides: ['append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'ttl', 'range-scan', 'point-read'],
  requires: node.requires, tags: ['store:columnar', 'self-run'], conflicts: [],
  parameters: {
    ...clickhouseBaseline, vcpuPerNode: node.vcpuPerNode, nodePrice: node.nodePrice, disk: node.diskPrice, nodeCare: node.nodeCare, noticedShare,
    bytesPerNode: assumption('compressed data planned for one node', interval(1e12, 2e12, 5e12), 'B', 'a lost replica copies it again within hours'),
    largestNodes: assumption('nodes of one cluster', 400, 'count', 'clusters of hundreds of nodes are in use'),
    available: assumption('a pair in service', interval(0.998, 0.9995, 0.9999), 'ratio', 'one replica may fail; operator mistakes are what is left'),
    careHours: assumption('care a month: merges, replicas, coordinators, upgrades', interval(8, 16, 28), 'h/month', 'monthly releases and a cluster of our own'),
    setupHours: assumption('set-up: cluster, schema, batching, backup, second query language', interval(40, 64, 110), 'h', 'the cloud’s 40 h plus the cluster'),
  },
  figures: [
    { id: 'vcpu', label: 'vCPU needed at peak, both replicas', unit: 'count', formula: '(2 * appendPeak / rowsPerVcpu + aggregationPeak * aggregationScanRows / scanRowsPerVcpu + appendLookupPeak / lookupsPerVcpu) * derating / headroom' },
    { id: 'stored', label: 'compressed data, both replicas', unit: 'B', formula: '2 * appendBytes * storedShare' },
    { id: 'nodes', label: 'data nodes', unit: 'count', formula: '2 * max(1, ceil(vcpu / vcpuPerNode / 2), ceil(stored / bytesPerNode / 2))' },
  ],
  costs: [
    { id: 'nodes', label: 'data nodes and a node’s worth of coordinators', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * (nodes + 1) * nodePrice' },
    { id: 'disk', label: 'disks, a third of them free for merges', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(stored * 1.5, nodes * 50000000000 * oneByte) * disk' },
  ],
  limits: [{ id: 'nodes', label: 'data nodes', unit: 'count', demand: 'nodes', limit: 'largestNodes', why: 'schema changes and queries touch every node' }],
  availability: bufferedAvailability,
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'cluster, schema, batching, backup' }, run: { formula: 'careHours + (nodes + 1) * nodeCare', reason: 'merges, replicas, upgrades, disks' }, parts: 3,
  gains: 'column-store speed at the price of servers, with data on own disks',
  gives: 'replicas, coordinators, upgrades and disks are ours; rows arrive in batches', rollback: 'copy parts or Parquet files to a managed service and switch the address',
});
