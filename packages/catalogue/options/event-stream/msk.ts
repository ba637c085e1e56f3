import { assumption, fact, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsMsk } from '../../prices/aws-msk.ts';
import { kafkaBrokers } from './shared/kafka.ts';

export default defineOption(kafkaBrokers({
  id: 'msk', name: 'Kafka on Amazon MSK, three zones', summary: 'managed brokers of m7g.large in threes', technologies: ['msk', 'kafka'],
  requires: ['provider:aws'], tags: ['managed'], broker: awsMsk.m7gLarge, storage: awsMsk.storage,
  vcpuPerBroker: fact('vCPU of kafka.m7g.large', 2, 'count', { title: 'aggregated price table (code index 70775184399)', asOf: '2026-10-01', confidence: 'D' }),
  largestBrokers: assumption('two-vCPU brokers’ worth of one cluster', 900, 'count', 'sixty brokers of larger classes, in units of two vCPU'),
  setupHours: assumption('set-up: topics, keys, schemas, relay, idempotent consumers', interval(28, 44, 80), 'h', 'partition keys and schemas are decisions that last'),
  careHours: assumption('care a month', interval(4, 8, 14), 'h/month', 'partitions, lag, client and broker versions'), careBroker: assumption('care a month of one broker', interval(0.05, 0.1, 0.2), 'h/month', 'managed brokers'),
  gains: 'replay, order by key and hundreds of megabytes a second without running brokers', gives: 'a floor of about 450 USD a month, and partitions to plan',
}));
