import { fact, SECONDS_PER_DAY, SECONDS_PER_HOUR, type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

const article = (number: string): Source => ({
  title: `Directive (EU) 2022/2555 (NIS 2), Article ${number}`, url: 'https://eur-lex.europa.eu/eli/dir/2022/2555/oj', asOf: '2022-12-14', confidence: 'B',
});

export default defineCompliance({
  id: 'nis2',
  name: 'NIS 2',
  appliesWhen: 'the operator is an essential or important entity in the EU (energy, transport, health, digital infrastructure, cloud and managed services, and others), usually from 50 people on; national law carries it out',
  controls: [
    { id: 'nis2-risk', title: 'Risk analysis and policies', asks: 'measures that follow from an all-hazards risk analysis, approved by the management', metBy: 'the threat model, the failure modes and the decisions with their reasons', source: article('20 and 21(2)(a)') },
    { id: 'nis2-incident', title: 'Incident handling', asks: 'prevention, detection and response', metBy: 'alerts from SLOs and audit log, on-call rota, incident runbooks', source: article('21(2)(b)') },
    { id: 'nis2-continuity', title: 'Continuity', asks: 'backups, disaster recovery, crisis management', metBy: 'recovery plan with RPO and RTO, copies in a second account, drills', source: article('21(2)(c)') },
    { id: 'nis2-supply-chain', title: 'Supply chain', asks: 'security of direct suppliers and their weaknesses are considered', metBy: 'SBOM, signed artefacts, list of external systems with an exit path', source: article('21(2)(d)') },
    { id: 'nis2-development', title: 'Acquisition, development, vulnerability handling', asks: 'security through the life cycle, handling and disclosure of weaknesses', metBy: 'dependency and image scanning in CI, patch deadlines, a disclosure address', source: article('21(2)(e)') },
    { id: 'nis2-cryptography', title: 'Cryptography', asks: 'policies on cryptography and encryption', metBy: 'TLS everywhere, envelope encryption, key rotation', source: article('21(2)(h)') },
    { id: 'nis2-access', title: 'Access control and MFA', asks: 'access control, asset management, multi-factor or continuous authentication', metBy: 'single sign-on with MFA, least-privilege roles, component list with owners', source: article('21(2)(i) and (j)') },
    { id: 'nis2-reporting', title: 'Reporting', asks: 'significant incidents: early warning, notification, final report', metBy: 'incident runbook with the three clocks; audit log that can show scope', source: article('23') },
  ],
  figures: {
    earlyWarning: fact('early warning', 24 * SECONDS_PER_HOUR, 's', article('23(4)(a)')),
    incidentNotice: fact('incident notification', 72 * SECONDS_PER_HOUR, 's', article('23(4)(b)')),
    finalReport: fact('final report (one month after the notification, taken as 30 days)', 30 * SECONDS_PER_DAY, 's', article('23(4)(d)')),
  },
  requires: [],
});
