import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cloudwatch', name: 'Amazon CloudWatch', kind: 'metrics-db',
  summary: 'logs, metrics and alarms of AWS',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: [],
  bestFor: ['what AWS services report by themselves'],
  avoidWhen: ['many custom metrics'],
  strainsUnder: ['price of each metric', 'weak correlation'],
  failureModes: ['observability-blind'],
  limits: {},
  burden: { level: 1, reason: 'managed' },
  alternatives: ['grafana'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/cloudwatch/',
});
