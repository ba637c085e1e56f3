import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'linux-servers', name: 'Linux servers', kind: 'virtual-machines',
  summary: 'own servers with a container runtime',
  licence: 'GPL-2.0', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running', 'on-premises'],
  bestFor: ['data that must stay in the house', 'steady loads'],
  avoidWhen: ['loads that double in a week'],
  strainsUnder: ['capacity weeks ahead', 'failed parts'],
  failureModes: ['disk-full', 'az-loss'],
  limits: {},
  burden: { level: 5, reason: 'hardware, systems and everything above' },
  alternatives: ['hetzner', 'aws'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.kernel.org/',
});
