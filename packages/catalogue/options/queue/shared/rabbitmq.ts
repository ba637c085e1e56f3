import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { brokerBaseline } from '../../../baselines/brokers.ts';
import { quorum } from '../../../baselines/recovery.ts';

export interface RabbitmqOption {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly requires: readonly string[];
  readonly tags: readonly string[];
  readonly conflicts?: readonly string[];
  readonly clusterPrice: Fact;
  readonly vcpuPerCluster: Fact;
  readonly largestClusters: Fact;
  readonly setupHours: Fact;
  readonly careHours: Fact;
  readonly careCluster: Fact;
  readonly gains: string;
  readonly gives: string;
}

/** RabbitMQ in whole clusters of three; off the request path, since a job that cannot be sent waits in the record’s outbox. */
export const rabbitmqOption = (it: RabbitmqOption): Option => ({
  id: it.id, decision: 'queue', name: it.name, summary: it.summary, technologies: ['rabbitmq'],
  provides: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter'], requires: it.requires, tags: ['queue:amqp', ...it.tags], conflicts: it.conflicts ?? [],
  parameters: {
    messagesPerVcpu: brokerBaseline.rabbitmqPerVcpu, clusterPrice: it.clusterPrice, vcpuPerCluster: it.vcpuPerCluster, largestClusters: it.largestClusters,
    derating: assumption('benchmark rate ÷ planned rate', interval(1, 1.5, 3), 'ratio', 'the benchmark had the cluster for itself; version 4 does more a node'),
    setupHours: it.setupHours, careHours: it.careHours, careCluster: it.careCluster,
  },
  figures: [{ id: 'clusters', label: 'clusters of three', unit: 'count', formula: 'max(1, ceil(jobPeak / messagesPerVcpu * derating / headroom / vcpuPerCluster))' }],
  costs: [{ id: 'clusters', label: 'brokers', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * clusters * clusterPrice' }],
  limits: [{ id: 'clusters', label: 'clusters', unit: 'count', demand: 'clusters', limit: 'largestClusters', why: 'queues are assigned to clusters by hand' }],
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'exchanges, queues, dead letters, idempotent workers' },
  run: { formula: 'careHours + (clusters - 1) * careCluster', reason: 'upgrades, memory alarms, backlog' }, parts: 2,
  gains: it.gains, gives: it.gives, rollback: 'AMQP is an open protocol: move brokers, or bridge queues while producers switch',
});
