import { assumption, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azureServiceBus } from '../../prices/azure-service-bus.ts';

/** Off the request path: a job that cannot be sent at once waits in the record’s outbox, so an outage delays work and refuses none. */
export default defineOption({
  id: 'azure-service-bus-premium', decision: 'queue', name: 'Azure Service Bus, Premium units', summary: 'dedicated messaging units over zones',
  technologies: ['service-bus'], provides: ['work-queue', 'delayed-delivery', 'dead-letter', 'priority'],
  requires: ['provider:azure'], tags: ['managed'], conflicts: [],
  parameters: {
    unit: azureServiceBus.premiumUnit,
    jobsPerUnit: assumption('jobs a second of one messaging unit', interval(500, 1_500, 4_000), '1/s', 'a few thousand operations a second of small messages (recalled: load-test)'),
    largestUnits: assumption('units over several namespaces', 160, 'count', 'sixteen units a namespace, ten namespaces'),
    setupHours: assumption('set-up: queues, dead letters, idempotent workers', interval(12, 20, 34), 'h', 'at-least-once delivery must be handled'),
    careHours: assumption('care a month: dead letters, backlog, units', interval(1, 2, 4), 'h/month', 'units follow the load by rule'),
  },
  figures: [{ id: 'units', label: 'messaging units', unit: 'count', formula: 'max(1, ceil(jobPeak / jobsPerUnit / headroom))' }],
  costs: [{ id: 'units', label: 'messaging units', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * unit' }],
  limits: [{ id: 'units', label: 'messaging units', unit: 'count', demand: 'units', limit: 'largestUnits', why: 'jobs are spread over namespaces by hand' }],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'queues, retries, dead letters, idempotent workers' }, run: { formula: 'careHours', reason: 'dead letters, backlog, units' }, parts: 1,
  gains: 'dedicated capacity with schedules and sessions', gives: '677 USD a unit and month', rollback: 'AMQP clients move to RabbitMQ queue by queue',
});
