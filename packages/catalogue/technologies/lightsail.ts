import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'lightsail', name: 'Amazon Lightsail', kind: 'virtual-machines',
  summary: 'small machines at flat monthly prices',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['the first hundred users'],
  avoidWhen: ['sustained CPU'],
  strainsUnder: ['burst credits run out'],
  failureModes: ['noisy-neighbour', 'disk-full'],
  limits: {},
  burden: { level: 3, reason: 'the system is ours to patch' },
  alternatives: ['ec2', 'hetzner-cloud'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/lightsail/',
});
