import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'sst', name: 'SST', kind: 'iac',
  summary: 'serverless components in TypeScript with live development',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['serverless products in TypeScript'],
  avoidWhen: ['several clouds'],
  strainsUnder: ['rewrites between major versions'],
  failureModes: ['bad-config-push'],
  limits: {},
  burden: { level: 2, reason: 'command line and cloud state' },
  alternatives: ['pulumi', 'opentofu'],
  migrationPaths: [],
  deprecations: [
    { what: 'v2 on CDK replaced by v3 and later on Pulumi', when: '2024-08-01', source: { title: 'npm listing of sst 4.17.1; the split of versions is recalled', asOf: '2026-11-22', confidence: 'D' } },
  ],
  identifiers: { npm: 'sst' },
  documentation: 'https://sst.dev/docs/',
});
