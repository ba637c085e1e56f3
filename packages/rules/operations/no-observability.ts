import { defineRule } from '../rule.ts';

export const noObservability = defineRule({
  id: 'operations/no-observability',
  title: 'Nothing shows what runs',
  severity: 'error',
  why: 'Without metrics, logs and traces the first sign of a fault is a user.',
  fix: 'Send the four golden signals of every service and the age of every queue to one place, with alerts from the SLOs.',
  falsePositiveWhen: 'The platform observes it and the model does not show it.',
  references: ['https://sre.google/sre-book/monitoring-distributed-systems/'],
  detect({ architecture: { components } }) {
    const services = components.filter(({ kind }) => kind === 'service');
    return services.length > 0 && !components.some(({ kind }) => kind === 'observability')
      ? [{ place: services[0]!.id, message: 'no part takes metrics, logs or traces' }]
      : [];
  },
});
