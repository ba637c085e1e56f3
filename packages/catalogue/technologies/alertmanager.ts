import { fact } from '@archwright/kernel';
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
  limits: {
    groupWait: fact('wait before the first notification of a group, by default', 30, 's', { title: 'Prometheus documentation, Alertmanager configuration', url: 'https://prometheus.io/docs/alerting/latest/configuration/', asOf: 'undated', confidence: 'A' }),
    groupInterval: fact('wait before a changed group is told again, by default', 300, 's', { title: 'Prometheus documentation, Alertmanager configuration', url: 'https://prometheus.io/docs/alerting/latest/configuration/', asOf: 'undated', confidence: 'A' }),
    repeatInterval: fact('wait before an unchanged alert is repeated, by default', 14400, 's', { title: 'Prometheus documentation, Alertmanager configuration', url: 'https://prometheus.io/docs/alerting/latest/configuration/', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'two instances that gossip; routes and silences need an owner' },
  alternatives: ['grafana', 'cloudwatch'],
  migrationPaths: [
    { to: 'grafana', how: 'rules move as provisioned files; both route to the same receiver for a week' },
  ],
  deprecations: [],
  identifiers: {oci: 'prom/alertmanager'},
  documentation: 'https://prometheus.io/docs/alerting/latest/alertmanager/',
  knowledgeOnly: 'it routes the alerts of the chosen observability option and is no choice beside it: the alert rules written here load into it unchanged',
});
