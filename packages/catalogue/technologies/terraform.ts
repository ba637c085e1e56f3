import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'terraform', name: 'Terraform', kind: 'iac',
  summary: 'declarative infrastructure with plan and apply',
  licence: 'BUSL-1.1 since 1.6', status: 'active', versioned: true,
  serves: [],
  bestFor: ['infrastructure over several clouds'],
  avoidWhen: ['open licence required'],
  strainsUnder: ['licence', 'state'],
  failureModes: ['bad-config-push'],
  limits: {},
  burden: { level: 3, reason: 'state, drift, module versions' },
  alternatives: ['opentofu', 'pulumi', 'sst'],
  migrationPaths: [
    { to: 'opentofu', how: 'swap the binary and initialise again; state of the common versions is read' },
  ],
  deprecations: [
    { what: 'licence moved from MPL to the Business Source Licence', when: '2023-08-10', source: { title: 'HashiCorp announcement', asOf: '2023-08-10', confidence: 'D', note: 'recalled, to be confirmed' }, replacement: 'opentofu' },
  ],
  identifiers: { endoflife: 'terraform' },
  documentation: 'https://developer.hashicorp.com/terraform/docs',
});
