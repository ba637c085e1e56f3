import { gcpAccount } from '../../prices/gcp-account.ts';
import { providerOption } from '../../sizing/account.ts';

export default providerOption({
  id: 'gcp', name: 'Google Cloud', technology: 'gcp', summary: 'strong in containers that scale to zero and in analytics',
  provides: ['eu-region', 'us-region', 'baa', 'pci-attested', 'soc-2-attested'],
  setup: [6, 14, 28, 'projects, identities, network, budget alarm'], care: [0.6, 1.3, 3, 'bill, permissions, notices'],
  parameters: gcpAccount, base: { label: 'DNS zone and key', formula: 'dnsZone + key' },
  gains: 'containers that cost nothing while idle, one global network, and analytics that start without servers',
  gives: 'the dearest internet egress of the large three, and products that are sometimes retired',
  rollback: 'containers and PostgreSQL run elsewhere; Pub/Sub, Firestore and BigQuery have to be replaced',
});
