import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

const criterion = (number: string): Source => ({
  title: `AICPA TSP section 100, 2017 Trust Services Criteria (points of focus revised 2022), ${number}`, url: 'https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022', asOf: '2022', confidence: 'B',
});

export default defineCompliance({
  id: 'soc-2',
  name: 'SOC 2',
  appliesWhen: 'customers ask for an auditor’s report on how the service protects their data; a contract matter, not a law',
  controls: [
    { id: 'soc-2-access', title: 'Logical access', asks: 'access is restricted, authenticated and reviewed; people who leave lose it', metBy: 'single sign-on with MFA, roles as code, an access review every quarter with its record', source: criterion('CC6.1 to CC6.3') },
    { id: 'soc-2-boundary', title: 'System boundary', asks: 'the boundary is protected against outside threats', metBy: 'private networks, one entry through the edge and its firewall, threat model per trust boundary', source: criterion('CC6.6') },
    { id: 'soc-2-encryption', title: 'Protection of data moved and stored', asks: 'data is protected in transmission, at rest and on removal', metBy: 'TLS on every connection, encryption at rest, no customer data on laptops', source: criterion('CC6.1 and CC6.7') },
    { id: 'soc-2-vulnerability', title: 'Vulnerabilities and malicious code', asks: 'new weaknesses and unauthorised changes are found', metBy: 'dependency and image scanning in CI, SBOM, signed artefacts, configuration drift reported by the GitOps controller', source: criterion('CC6.8 and CC7.1') },
    { id: 'soc-2-monitoring', title: 'Monitoring and incidents', asks: 'anomalies are detected, evaluated and answered', metBy: 'alerts from SLOs and audit log, on-call rota, incident records with their review', source: criterion('CC7.2 to CC7.5') },
    { id: 'soc-2-change', title: 'Change management', asks: 'changes are authorised, tested and approved, and it can be shown', metBy: 'pull requests with review, checks that block, deployment only by the pipeline; the history is the evidence', source: criterion('CC8.1') },
    { id: 'soc-2-vendors', title: 'Vendors', asks: 'risks from vendors are assessed and managed', metBy: 'a list of sub-processors with their own reports, reviewed yearly', source: criterion('CC9.2') },
    { id: 'soc-2-availability', title: 'Capacity, backup and recovery', asks: 'capacity is managed; recovery is planned and tested (availability category)', metBy: 'capacity sheet with triggers, backups, a restore drill with its log', source: criterion('A1.1 to A1.3') },
    { id: 'soc-2-confidentiality', title: 'Confidential data', asks: 'confidential data is identified and disposed of (confidentiality category)', metBy: 'classification on the schema, retention by partition, deletion at the end of the contract', source: criterion('C1.1 and C1.2') },
    { id: 'soc-2-tenant-isolation', title: 'Separation of customers', asks: 'one customer cannot reach another’s data', metBy: 'row-level security by tenant and tests that try to cross it', source: criterion('CC6.1') },
  ],
  figures: {
    observation: assumption('observation period of a type 2 report', interval(90 * SECONDS_PER_DAY, 180 * SECONDS_PER_DAY, 365 * SECONDS_PER_DAY), 's', 'the criteria fix none; three to twelve months is what auditors and customers usually agree'),
    accessReview: assumption('interval of access reviews', 90 * SECONDS_PER_DAY, 's', 'the criteria ask for periodic review without a number; quarterly is the usual commitment'),
    restoreDrill: assumption('interval of restore drills', 90 * SECONDS_PER_DAY, 's', 'A1.3 asks for tests without a number; quarterly keeps a drill inside every observation period'),
    auditRetention: assumption('retention of audit records', 365 * SECONDS_PER_DAY, 's', 'the auditor samples from the whole observation period, which is a year at most'),
  },
  requires: ['soc-2-attested'],
});
