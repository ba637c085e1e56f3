import { fact } from '@archwright/kernel';
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
  limits: {
    entry: fact('one stored entry by default, integrated storage', 2 ** 20, 'B', { title: 'Vault documentation, limits and maximums', url: 'https://developer.hashicorp.com/vault/docs/internals/limits', asOf: 'undated', confidence: 'A' }),
    lease: fact('longest lease by default', 768 * 3600, 's', { title: 'Vault documentation, tune the lease time-to-live', url: 'https://developer.hashicorp.com/vault/docs/troubleshoot/tune-lease-ttl', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 4, reason: 'a quorum, unsealing, upgrades and policies' },
  alternatives: ['aws'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {oci: 'hashicorp/vault', endoflife: 'hashicorp-vault'},
  documentation: 'https://developer.hashicorp.com/vault/docs',
  knowledgeOnly: 'secrets come from the store of the chosen cloud; on own machines it is the answer to key rotation in the security section, not a priced decision',
});
