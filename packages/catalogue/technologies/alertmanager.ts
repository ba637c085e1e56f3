import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'alertmanager', name: 'Prometheus Alertmanager', kind: 'alerting',
  summary: 'groups, silences and routes alerts to people',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['work-queue'],
  bestFor: ['alert rules of Prometheus'],
  avoidWhen: ['teams whose hosted monitoring pages them already'],
  strainsUnder: ['grouping that hides a second fault', 'silences nobody removes'],
  failureModes: ['observability-blind'],
  limits: {},
  burden: { level: 2, reason: 'two instances that gossip; routes and silences need an owner' },
  alternatives: ['grafana', 'cloudwatch'],
  migrationPaths: [
    { to: 'grafana', how: 'rules move as provisioned files; both route to the same receiver for a week' },
  ],
  deprecations: [],
  identifiers: {oci: 'prom/alertmanager'},
  documentation: 'https://prometheus.io/docs/alerting/latest/alertmanager/',
});
