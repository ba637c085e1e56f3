import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsMq } from '../../prices/aws-mq.ts';
import { rabbitmqOption } from './shared/rabbitmq.ts';

export default defineOption(rabbitmqOption({
  id: 'rabbitmq-amazon-mq-cluster', name: 'RabbitMQ on Amazon MQ, cluster of three', summary: 'quorum queues over three zones, managed', requires: ['provider:aws'], tags: ['managed'],
  clusterPrice: awsMq.m5XlargeCluster, vcpuPerCluster: assumption('vCPU of three mq.m5.xlarge', 12, 'count', 'four vCPU a broker'),
  largestClusters: assumption('clusters that jobs are spread over', 20, 'count', 'vhosts are assigned to clusters by hand'),
  setupHours: assumption('set-up: exchanges, queues, dead letters, idempotent workers', interval(14, 24, 42), 'h', 'routing is designed; the cluster is given'),
  careHours: assumption('care a month', interval(2, 5, 9), 'h/month', 'upgrades are scheduled by us; backlog and memory alarms'), careCluster: assumption('care a month of a further cluster', interval(0.5, 1, 2), 'h/month', 'upgrades'),
  gains: 'routing, priorities and dead letters without running brokers', gives: 'a floor of 1,261 USD a month for three brokers',
}));
