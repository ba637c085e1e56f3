import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'hetzner', name: 'Hetzner', kind: 'cloud',
  summary: 'machines at a fraction of the large clouds’ price, mainly in Germany and Finland',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['eu-region', 'us-region'],
  bestFor: ['steady loads on a small budget'],
  avoidWhen: ['teams that need managed stores'],
  strainsUnder: ['few managed services'],
  failureModes: ['az-loss', 'disk-full'],
  limits: {},
  burden: { level: 3, reason: 'machines and everything on them are ours' },
  alternatives: ['fly', 'aws'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.hetzner.com/',
});
