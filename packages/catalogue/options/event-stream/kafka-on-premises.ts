import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { onPremisesNode as node } from '../../prices/server-nodes.ts';
import { kafkaBrokers } from './shared/kafka.ts';

export default defineOption(kafkaBrokers({
  id: 'kafka-on-premises', name: `Kafka, three self-run brokers or more (${node.where})`, summary: `brokers in threes on ${node.where}, without ZooKeeper`, technologies: ['kafka'],
  requires: node.requires, tags: ['self-run'], broker: node.nodePrice, storage: node.diskPrice, vcpuPerBroker: node.vcpuPerNode,
  largestBrokers: assumption('brokers of one cluster', 200, 'count', 'larger self-run clusters need a team'),
  setupHours: assumption('set-up: cluster, topics, keys, schemas, relay, idempotent consumers', interval(50, 80, 140), 'h', 'the managed set-up plus the cluster and its alarms'),
  careHours: assumption('care a month', interval(20, 28, 40), 'h/month', 'rebalances, disks, upgrades and failures are ours'), careBroker: node.nodeCare,
  gains: 'replay and order by key at the price of servers', gives: 'a cluster that wants an owner',
}));
