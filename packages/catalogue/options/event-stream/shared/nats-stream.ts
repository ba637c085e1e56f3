import { assumption, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { brokerBaseline } from '../../../baselines/brokers.ts';
import { quorum } from '../../../baselines/recovery.ts';
import type { ServerNode } from '../../../prices/server-nodes.ts';
import { eventFigures } from './events.ts';

const { natsPerVcpu, derating, eventBytes, eventRetentionDays } = brokerBaseline;

/** JetStream with three copies on own servers; off the request path, fed from the outbox. */
export const natsStream = (node: ServerNode): Option => ({
  id: `nats-stream-${node.id}`, decision: 'event-stream', name: `NATS JetStream streams, three self-run servers or more (${node.where})`, summary: `persisted subjects with three copies, self-run on ${node.where}`, technologies: ['nats'],
  provides: ['fanout', 'replay', 'ordering'], requires: node.requires, tags: ['stream:nats', 'self-run'], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    natsPerVcpu, derating, eventBytes, eventRetentionDays, nodePrice: node.nodePrice, disk: node.diskPrice, vcpuPerNode: node.vcpuPerNode, nodeCare: node.nodeCare,
    readShare: assumption('work of one consumer ÷ work of a write', interval(0.2, 0.4, 1), 'ratio', 'acknowledged deliveries cost about as much as a publish without copies'),
    largestNodes: assumption('servers of one cluster', 100, 'count', 'larger deployments are clusters of clusters'),
    setupHours: assumption('set-up: cluster, streams, consumers, relay', interval(28, 44, 76), 'h', 'one binary; partitions of a stream are subjects of ours'),
    careHours: assumption('care a month', interval(7, 12, 20), 'h/month', 'upgrades, stream leaders, disks'),
  },
  figures: [
    ...eventFigures,
    { id: 'nodes', label: 'servers', unit: 'count', formula: '3 * max(1, ceil(eventsPeak * (1 + eventConsumers * readShare) * derating / natsPerVcpu / headroom / vcpuPerNode / 3))' },
  ],
  costs: [
    { id: 'nodes', label: 'servers', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * nodePrice' },
    { id: 'disk', label: 'disks, all copies', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(3 * kept * 1.3, nodes * 20000000000 * oneByte) * disk' },
  ],
  limits: [
    { id: 'nodes', label: 'servers', unit: 'count', demand: 'nodes', limit: 'largestNodes', why: 'one cluster ends here' },
  ],
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'cluster, streams, consumers, relay' }, run: { formula: 'careHours + nodes * nodeCare', reason: 'upgrades, leaders, disks' }, parts: 2,
  gains: 'streams, queues and request-reply from one small binary', gives: 'fewer connectors and fewer people who know it than Kafka', rollback: 'the outbox stays: consumers go back to reading it, or subjects are bridged',
});
