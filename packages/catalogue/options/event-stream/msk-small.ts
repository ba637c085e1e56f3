import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsMsk } from '../../prices/aws-msk.ts';
import { kafkaBrokers } from './shared/kafka.ts';

export default defineOption(kafkaBrokers({
  id: 'msk-small', name: 'Kafka on Amazon MSK, three small brokers', summary: 'three burstable kafka.t3.small brokers', technologies: ['msk', 'kafka'],
  requires: ['provider:aws'], tags: ['managed'], broker: awsMsk.t3Small, storage: awsMsk.storage,
  vcpuPerBroker: assumption('vCPU kafka.t3.small sustains', interval(0.3, 0.4, 0.5), 'count', 'two burstable vCPU with a baseline of about 20 %'),
  largestBrokers: assumption('brokers of this option', 3, 'count', 'above three small brokers the m7g line is cheaper'),
  setupHours: assumption('set-up: topics, keys, schemas, relay, idempotent consumers', interval(28, 44, 80), 'h', 'partition keys and schemas are decisions that last'),
  careHours: assumption('care a month', interval(4, 7, 12), 'h/month', 'partitions, lag, client and broker versions'), careBroker: assumption('care a month of one broker', interval(0.05, 0.1, 0.2), 'h/month', 'managed brokers'),
  gains: 'Kafka itself for about 110 USD a month', gives: 'CPU credits and little memory: modest rates only',
}));
