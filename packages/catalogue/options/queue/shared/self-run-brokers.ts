import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { brokerBaseline } from '../../../baselines/brokers.ts';
import { quorum } from '../../../baselines/recovery.ts';
import type { ServerNode } from '../../../prices/server-nodes.ts';
import { rabbitmqOption } from './rabbitmq.ts';

/** A price or amount of one node, three times over: the smallest replicated cluster. */
const threeOf = (one: Fact): Fact => ({ ...one, label: `${one.label}, three of them`, low: one.low * 3, likely: one.likely * 3, high: one.high * 3 });

/** RabbitMQ with quorum queues on three own servers. No function platform here is invoked by a broker of our own: consumers hold connections. */
export const selfRunRabbitmq = (node: ServerNode): Option =>
  rabbitmqOption({
    id: `rabbitmq-${node.id}`, name: `RabbitMQ, three self-run brokers (${node.where})`, summary: `quorum queues over three self-run brokers on ${node.where}`, requires: node.requires, tags: ['self-run'], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
    clusterPrice: threeOf(node.nodePrice), vcpuPerCluster: threeOf(node.vcpuPerNode),
    largestClusters: assumption('clusters that jobs are spread over', 10, 'count', 'queues are assigned to clusters by hand'),
    setupHours: assumption('set-up: cluster, exchanges, queues, dead letters, idempotent workers', interval(26, 42, 72), 'h', 'the managed set-up plus the cluster'),
    careHours: assumption('care a month', interval(8, 14, 24), 'h/month', 'partitions, upgrades and memory alarms are ours'), careCluster: assumption('care a month of a further cluster', interval(2, 4, 8), 'h/month', 'upgrades and disks'),
    gains: 'routing, priorities and dead letters at the price of servers', gives: 'a cluster to patch, watch and rejoin after partitions',
  });

/** NATS JetStream on three own servers; streams are spread over the servers, so it grows by threes. */
export const selfRunNats = (node: ServerNode): Option => ({
  id: `nats-${node.id}`, decision: 'queue', name: `NATS JetStream, three self-run servers (${node.where})`, summary: `persisted work queues with three copies, self-run on ${node.where}`, technologies: ['nats'],
  provides: ['work-queue', 'delayed-delivery', 'dead-letter', 'priority'], requires: node.requires, tags: ['queue:nats', 'self-run'], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    messagesPerVcpu: brokerBaseline.natsPerVcpu, derating: brokerBaseline.derating, nodePrice: node.nodePrice, vcpuPerNode: node.vcpuPerNode, nodeCare: node.nodeCare,
    largestNodes: assumption('servers of one cluster', 60, 'count', 'larger deployments are clusters of clusters'),
    setupHours: assumption('set-up: cluster, streams, consumers, dead letters by advisory, idempotent workers', interval(22, 36, 60), 'h', 'one binary; set-aside and priorities are conventions of ours'),
    careHours: assumption('care a month', interval(5, 9, 16), 'h/month', 'upgrades, stream leaders, disks'),
  },
  figures: [{ id: 'nodes', label: 'servers', unit: 'count', formula: '3 * max(1, ceil(jobPeak * derating / messagesPerVcpu / headroom / vcpuPerNode / 3))' }],
  costs: [{ id: 'nodes', label: 'servers', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * nodePrice' }],
  limits: [{ id: 'nodes', label: 'servers', unit: 'count', demand: 'nodes', limit: 'largestNodes', why: 'one cluster ends here' }],
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'cluster, streams, consumers, set-aside' }, run: { formula: 'careHours + nodes * nodeCare', reason: 'upgrades, leaders, disks' }, parts: 2,
  gains: 'one small binary for queues, streams and request-reply, at high rates', gives: 'fewer people know it, and priorities and set-aside are conventions', rollback: 'bridge subjects to another broker while producers switch',
});
