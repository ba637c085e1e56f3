import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'opentofu', name: 'OpenTofu', kind: 'iac', aliases: ['tofu'],
  summary: 'open fork of Terraform with encrypted state',
  licence: 'MPL-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['new infrastructure code'],
  avoidWhen: ['features of HashiCorp’s platform'],
  strainsUnder: ['some vendor tools lag'],
  failureModes: ['bad-config-push'],
  limits: {},
  burden: { level: 3, reason: 'state, drift, module versions' },
  alternatives: ['terraform', 'pulumi'],
  migrationPaths: [],
  deprecations: [
    { what: '1.11 end of support', when: '2026-08-19', source: { title: 'endoflife.date opentofu', url: 'https://endoflife.date/opentofu', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { endoflife: 'opentofu' },
  documentation: 'https://opentofu.org/docs/',
});
