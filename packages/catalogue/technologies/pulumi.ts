import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'pulumi', name: 'Pulumi', kind: 'iac',
  summary: 'infrastructure as programs in general languages',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['platform teams that write TypeScript'],
  avoidWhen: ['operators who know only declarative files'],
  strainsUnder: ['programs can do anything'],
  failureModes: ['bad-config-push'],
  limits: {},
  burden: { level: 3, reason: 'state and packages' },
  alternatives: ['opentofu', 'sst'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: '@pulumi/pulumi' },
  documentation: 'https://www.pulumi.com/docs/',
});
