import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'aws', name: 'Amazon Web Services', kind: 'cloud', aliases: ['amazon'],
  summary: 'the cloud with the most services and regions',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['eu-region', 'us-region', 'baa', 'pci-attested', 'soc-2-attested'],
  bestFor: ['anything that needs a managed service'],
  avoidWhen: ['tiny teams that want one bill and no permissions'],
  strainsUnder: ['dear egress', 'complex permissions and bills'],
  failureModes: ['region-loss', 'az-loss', 'quota-cost-runaway'],
  limits: {},
  burden: { level: 4, reason: 'accounts, networks, permissions, cost' },
  alternatives: ['gcp', 'azure'],
  migrationPaths: [],
  deprecations: [
    { what: 'App Runner closed to new customers', when: '2026-10-01', source: { title: 'AWS documentation quoted in code index 70191468979', asOf: '2026-10-01', confidence: 'B' }, replacement: 'fargate' },
  ],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/',
});
