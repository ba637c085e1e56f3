import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'digitalocean', name: 'DigitalOcean', kind: 'cloud',
  summary: 'small cloud with machines, managed databases and a platform for containers',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['eu-region', 'us-region', 'long-lived-connections'],
  bestFor: ['small products with managed PostgreSQL'],
  avoidWhen: ['many regions and attestations'],
  strainsUnder: ['fewer services than the large clouds'],
  failureModes: ['az-loss'],
  limits: {
    entry: fact('smallest droplet, a month', 4, 'USD/month', { title: 'DigitalOcean pricing harvest; list of 2022-07-01', asOf: '2026-09-20', confidence: 'C' }),
  },
  burden: { level: 2, reason: 'machines patched by us, stores managed' },
  alternatives: ['hetzner', 'aws', 'fly'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.digitalocean.com/',
});
