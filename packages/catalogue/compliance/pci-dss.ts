import { fact, SECONDS_PER_DAY, SECONDS_PER_MINUTE, SECONDS_PER_YEAR, type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

const requirement = (number: string): Source => ({
  title: `PCI DSS v4.0.1, requirement ${number}`, url: 'https://www.pcisecuritystandards.org/document_library/', asOf: '2024-06', confidence: 'B',
});

export default defineCompliance({
  id: 'pci-dss',
  name: 'PCI DSS v4.0.1',
  appliesWhen: 'card numbers are stored, processed or transmitted, or the page that collects them could be altered from here; with a provider’s hosted fields and tokens most of it falls to the provider',
  controls: [
    { id: 'pci-scope', title: 'Scope kept small', asks: 'know every system that touches card data or can affect it', metBy: 'hosted payment fields and tokens, so that no card number enters the API, a log or a queue; the payment context is a segment of its own', source: requirement('12.5.2') },
    { id: 'pci-storage', title: 'No storage beyond need', asks: 'stored account data is minimal; authentication data (CVV, track, PIN) is never kept after authorisation', metBy: 'tokens in place of numbers in the schema; a scanner that refuses numbers passing the Luhn check in logs and events', source: requirement('3.2 and 3.3') },
    { id: 'pci-unreadable', title: 'Stored numbers unreadable', asks: 'where a number is stored it is unreadable, and keys are managed apart', metBy: 'envelope encryption with keys in a managed key service, key rotation, masked display', source: requirement('3.4 to 3.7') },
    { id: 'pci-transit', title: 'Strong encryption in transit', asks: 'strong cryptography over open networks, trusted certificates only', metBy: 'TLS 1.2 or later at the edge and between services, certificate inventory with expiry alerts', source: requirement('4.2') },
    { id: 'pci-segmentation', title: 'Segmentation and network controls', asks: 'traffic into and out of the card data environment is restricted to what is needed', metBy: 'network policies that default to deny, egress only to the payment provider', source: requirement('1.2 to 1.4') },
    { id: 'pci-secure-development', title: 'Secure development and patching', asks: 'reviewed code, an inventory of components, critical patches within a month', metBy: 'SBOM and dependency scanning in CI, image rebuilds, a deadline on critical findings', source: requirement('6.2 and 6.3') },
    { id: 'pci-page-scripts', title: 'Payment page scripts', asks: 'each script on the payment page is authorised and its integrity assured; unauthorised change is detected', metBy: 'content security policy, subresource integrity, change detection at the edge', source: requirement('6.4.3 and 11.6.1') },
    { id: 'pci-access', title: 'Least privilege and MFA', asks: 'access by need to know; multi-factor for all access into the card data environment', metBy: 'roles per task, single sign-on with phishing-resistant MFA, no shared accounts', source: requirement('7.2 and 8.4') },
    { id: 'pci-audit', title: 'Audit log', asks: 'all access to card data and all administrative action recorded, protected from change, reviewed daily by machine', metBy: 'append-only audit log with a hash chain in a separate account, alert rules, twelve months of retention', source: requirement('10.2 to 10.5') },
    { id: 'pci-testing', title: 'Scans and penetration tests', asks: 'external scans by an approved vendor every three months, a penetration test every twelve', metBy: 'scan and test in the calendar of the operations plan, findings tracked to closure', source: requirement('11.3 and 11.4') },
    { id: 'pci-providers', title: 'Third-party providers', asks: 'providers’ attestations are checked every year, and responsibilities are written down', metBy: 'only providers with an attestation of compliance in the payment path', source: requirement('12.8') },
    { id: 'pci-incident', title: 'Incident response', asks: 'a plan, tested yearly, ready at any hour', metBy: 'payment incident runbook, on-call rota, contact list of acquirer and brands', source: requirement('12.10') },
  ],
  figures: {
    auditRetention: fact('retention of audit logs', SECONDS_PER_YEAR, 's', requirement('10.5.1')),
    auditOnline: fact('audit logs at hand without a restore (three months, taken as 90 days)', 90 * SECONDS_PER_DAY, 's', requirement('10.5.1')),
    criticalPatch: fact('critical patch (one month, taken as 30 days)', 30 * SECONDS_PER_DAY, 's', requirement('6.3.3')),
    externalScan: fact('interval of external scans (three months, taken as 90 days)', 90 * SECONDS_PER_DAY, 's', requirement('11.3.2')),
    penetrationTest: fact('interval of penetration tests', SECONDS_PER_YEAR, 's', requirement('11.4.2 and 11.4.3')),
    idleSession: fact('idle time after which a session must authenticate again', 15 * SECONDS_PER_MINUTE, 's', requirement('8.2.8')),
    lockout: fact('shortest lockout after at most ten failed attempts', 30 * SECONDS_PER_MINUTE, 's', requirement('8.3.4')),
    passwordLength: fact('shortest password, in characters', 12, 'count', requirement('8.3.6')),
  },
  requires: ['pci-attested'],
});
