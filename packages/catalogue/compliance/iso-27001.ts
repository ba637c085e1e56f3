import { assumption, fact, SECONDS_PER_DAY, SECONDS_PER_YEAR, type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

const annex = (control: string): Source => ({
  title: `ISO/IEC 27001:2022, Annex A ${control}`, url: 'https://www.iso.org/standard/27001', asOf: '2022-10', confidence: 'B',
});
const certification = (clause: string): Source => ({
  title: `ISO/IEC 17021-1:2015, clause ${clause}`, url: 'https://www.iso.org/standard/61651.html', asOf: '2015-06', confidence: 'C',
});

export default defineCompliance({
  id: 'iso-27001',
  name: 'ISO/IEC 27001:2022',
  appliesWhen: 'the organisation is certified, or customers ask it to be; it covers the management system, of which the design is one part',
  controls: [
    { id: 'iso-27001-inventory', title: 'Inventory and classification', asks: 'information and assets have owners and classes', metBy: 'component list with owners; classification on the fields of the schema', source: annex('5.9 and 5.12') },
    { id: 'iso-27001-access', title: 'Access control and secure authentication', asks: 'access by rule, privileged access restricted, authentication fit for the risk', metBy: 'roles as code, MFA, row-level security, time-limited privileged access', source: annex('5.15 to 5.18, 8.2, 8.3, 8.5') },
    { id: 'iso-27001-suppliers', title: 'Suppliers and cloud services', asks: 'security in supplier contracts; a process to take up and leave cloud services', metBy: 'list of external systems with contracts; an exit path for each managed service', source: annex('5.19 to 5.23') },
    { id: 'iso-27001-incidents', title: 'Incidents', asks: 'planned response, evidence kept, lessons taken', metBy: 'incident runbooks, audit log as evidence, reviews with owners', source: annex('5.24 to 5.28') },
    { id: 'iso-27001-continuity', title: 'Continuity', asks: 'systems can be kept or brought back as the business needs', metBy: 'RPO and RTO per store, the recovery plan and its drills', source: annex('5.29 and 5.30') },
    { id: 'iso-27001-vulnerabilities', title: 'Technical vulnerabilities', asks: 'weaknesses are learned of, judged and treated', metBy: 'advisory checks in CI, patch deadlines by severity', source: annex('8.8') },
    { id: 'iso-27001-configuration', title: 'Configuration and change', asks: 'configurations are defined and watched; changes are controlled', metBy: 'infrastructure as code, GitOps with drift detection, reviewed changes', source: annex('8.9 and 8.32') },
    { id: 'iso-27001-deletion', title: 'Deletion, masking, leakage', asks: 'information is deleted when no longer needed, masked where possible, kept from leaking', metBy: 'retention by partition or TTL, masked data outside production, egress rules and redacted logs', source: annex('8.10 to 8.12') },
    { id: 'iso-27001-backup', title: 'Backup', asks: 'backups are kept and tested', metBy: 'point-in-time recovery, copies in a second account, restore drills', source: annex('8.13') },
    { id: 'iso-27001-logging', title: 'Logging and monitoring', asks: 'logs are produced, protected and analysed; anomalies are watched; clocks agree', metBy: 'audit log with a hash chain, central logs, alerts, synchronised time', source: annex('8.15 to 8.17') },
    { id: 'iso-27001-cryptography', title: 'Cryptography', asks: 'rules for encryption and keys', metBy: 'TLS everywhere, envelope encryption, rotation in a managed key service', source: annex('8.24') },
    { id: 'iso-27001-development', title: 'Secure development', asks: 'a secure life cycle, coding rules, tests, separated environments', metBy: 'threat model, security tests in CI, separate accounts for production', source: annex('8.25 to 8.31') },
  ],
  figures: {
    certificate: fact('validity of a certificate', 3 * SECONDS_PER_YEAR, 's', certification('9.1.3')),
    surveillance: fact('interval of surveillance audits (at least once a calendar year)', SECONDS_PER_YEAR, 's', certification('9.1.3.3')),
    logRetention: assumption('retention of audit records', 365 * SECONDS_PER_DAY, 's', 'the standard leaves the period to the organisation; a year spans the interval between audits'),
  },
  requires: [],
});
