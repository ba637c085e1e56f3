import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'service-bus', name: 'Azure Service Bus', kind: 'managed-queue', aliases: ['azure service bus'],
  summary: 'queues and topics with sessions, schedules and dead letters',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['work-queue', 'delayed-delivery', 'dead-letter', 'fanout', 'ordering'],
  bestFor: ['asynchronous work on Azure'],
  avoidWhen: ['replay and high-volume streams'],
  strainsUnder: ['rate of the Standard tier'],
  failureModes: ['duplicate-delivery', 'poison-message', 'queue-backlog'],
  limits: {
    uptime: fact('monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['sqs', 'rabbitmq'],
  migrationPaths: [
    { to: 'rabbitmq', how: 'AMQP clients switch the address, queue by queue' },
  ],
  deprecations: [],
  identifiers: { npm: '@azure/service-bus' },
  documentation: 'https://learn.microsoft.com/azure/service-bus-messaging/',
});
