import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'hetzner-cloud', name: 'Hetzner Cloud machines', kind: 'virtual-machines',
  summary: 'virtual machines by the hour with much traffic included',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['one machine that does everything'],
  avoidWhen: ['autoscaling'],
  strainsUnder: ['shared vCPU'],
  failureModes: ['noisy-neighbour', 'disk-full'],
  limits: {},
  burden: { level: 3, reason: 'the system is ours to patch' },
  alternatives: ['ec2', 'fly'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.hetzner.com/cloud/',
});
