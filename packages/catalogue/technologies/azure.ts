import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure', name: 'Microsoft Azure', kind: 'cloud', aliases: ['microsoft azure'],
  summary: 'cloud of Microsoft organisations',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['eu-region', 'us-region', 'baa', 'pci-attested', 'soc-2-attested'],
  bestFor: ['organisations in Microsoft’s directory'],
  avoidWhen: ['small teams without it'],
  strainsUnder: ['names and tiers change'],
  failureModes: ['region-loss', 'az-loss', 'quota-cost-runaway'],
  limits: {},
  burden: { level: 4, reason: 'subscriptions, roles, tiers' },
  alternatives: ['aws', 'gcp'],
  migrationPaths: [],
  deprecations: [
    { what: 'Azure Cache for Redis tiers are being retired for Azure Managed Redis', when: '2028-09-30', source: { title: 'Azure lifecycle notices', asOf: '2026-11-22', confidence: 'D', note: 'recalled, to be confirmed' } },
  ],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/',
});
