import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'vault', name: 'HashiCorp Vault', kind: 'secret-store',
  summary: 'secrets, short-lived credentials and encryption keys behind policies and an audit log',
  licence: 'BUSL-1.1', status: 'active', versioned: true,
  serves: [],
  bestFor: ['short-lived database credentials over many services', 'encryption as a service'],
  avoidWhen: ['one application on one cloud, whose secret store does'],
  strainsUnder: ['an unsealed quorum', 'clients that cannot renew a lease'],
  failureModes: ['control-plane-outage', 'credential-leak'],
  limits: {},
  burden: { level: 4, reason: 'a quorum, unsealing, upgrades and policies' },
  alternatives: ['aws'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {oci: 'hashicorp/vault', endoflife: 'hashicorp-vault'},
  documentation: 'https://developer.hashicorp.com/vault/docs',
});
