import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'ec2', name: 'Amazon EC2', kind: 'virtual-machines',
  summary: 'virtual machines of every size',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['steady load', 'special machine types'],
  avoidWhen: ['tiny idle services'],
  strainsUnder: ['images to patch'],
  failureModes: ['az-loss', 'autoscaler-lag'],
  limits: {},
  burden: { level: 3, reason: 'images and patches are ours' },
  alternatives: ['fargate', 'hetzner-cloud'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/ec2/',
});
