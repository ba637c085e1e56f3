import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'gcp', name: 'Google Cloud', kind: 'cloud', aliases: ['google cloud', 'google cloud platform'],
  summary: 'cloud that is strong in data and containers',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['eu-region', 'us-region', 'baa', 'pci-attested', 'soc-2-attested'],
  bestFor: ['containers that scale to zero', 'analytics'],
  avoidWhen: ['organisations deep in another directory'],
  strainsUnder: ['egress of 0.12 USD a GB', 'products that are retired'],
  failureModes: ['region-loss', 'az-loss', 'quota-cost-runaway'],
  limits: {},
  burden: { level: 3, reason: 'projects and permissions' },
  alternatives: ['aws', 'azure'],
  migrationPaths: [],
  deprecations: [
    { what: 'Cloud IoT Core retired', when: '2023-08-16', source: { title: 'code index 71458994681', asOf: '2023-08-16', confidence: 'C' } },
  ],
  identifiers: {},
  documentation: 'https://cloud.google.com/docs',
});
