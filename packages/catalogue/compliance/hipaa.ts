import { fact, SECONDS_PER_DAY, SECONDS_PER_YEAR, type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

const part164 = 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164';
/** Security Rule: published 2003-02-20. */
const security = (section: string): Source => ({ title: `45 CFR ${section}`, url: part164, asOf: '2003-02-20', confidence: 'B' });
/** Privacy and breach rules as amended by the Omnibus Rule of 2013-01-25. */
const omnibus = (section: string): Source => ({ title: `45 CFR ${section}`, url: part164, asOf: '2013-01-25', confidence: 'B' });

export default defineCompliance({
  id: 'hipaa',
  name: 'HIPAA',
  appliesWhen: 'protected health information (PHI) of people in the US is held for a covered entity (provider, plan, clearing house) or by its business associate',
  controls: [
    { id: 'hipaa-baa', title: 'Business associate agreement', asks: 'every provider that stores, processes or could read PHI has signed an agreement before the first record', metBy: 'only services under the provider’s agreement in the PHI path; monitoring, mail and model providers outside it get no PHI', source: omnibus('164.308(b), 164.504(e)') },
    { id: 'hipaa-risk-analysis', title: 'Risk analysis', asks: 'an accurate and current analysis of the risks to PHI, and their treatment', metBy: 'the threat model over the data flows, reviewed at each change of a trust boundary', source: security('164.308(a)(1)(ii)(A)-(B)') },
    { id: 'hipaa-access', title: 'Access control and unique users', asks: 'access by role, a unique identity per person, a way in for emergencies, automatic logoff', metBy: 'single sign-on with MFA, row-level security by care relationship, a break-glass role whose every use is reviewed, session expiry', source: security('164.312(a)') },
    { id: 'hipaa-minimum-necessary', title: 'Minimum necessary', asks: 'people and programs see no more PHI than the task needs', metBy: 'purpose-bound views and scopes; identifiers instead of names in events, logs and traces', source: omnibus('164.502(b)') },
    { id: 'hipaa-audit', title: 'Audit controls', asks: 'activity in systems with PHI is recorded and examined', metBy: 'append-only audit log with a hash chain: who, which patient, which fields, why; alerts on unusual reads', source: security('164.312(b), 164.308(a)(1)(ii)(D)') },
    { id: 'hipaa-retention', title: 'Six years of documentation', asks: 'required documentation, and the records of actions that must be documented, are kept for six years', metBy: 'retention of the audit log and of policy versions set to six years: write-once object storage after the hot period (the rule speaks of documentation; keeping the audit log as long is the safe reading)', source: security('164.316(b)(2)(i)') },
    { id: 'hipaa-integrity', title: 'Integrity', asks: 'PHI is not altered or destroyed without authority, and it can be shown', metBy: 'versioned records, checksums, the hash chain of the audit log, restore drills', source: security('164.312(c)') },
    { id: 'hipaa-transmission', title: 'Encryption in transit and at rest', asks: 'PHI is protected on every network; encryption at rest is addressable, and the reason not to is written down', metBy: 'TLS 1.2 or later everywhere, mutual TLS between services, encrypted storage with managed keys', source: security('164.312(a)(2)(iv), 164.312(e)') },
    { id: 'hipaa-contingency', title: 'Contingency plan', asks: 'backups, disaster recovery, an emergency mode, and tests of each', metBy: 'the recovery plan with RPO and RTO, backups in a second account, a restore drill every quarter', source: security('164.308(a)(7)') },
    { id: 'hipaa-breach', title: 'Breach notification', asks: 'people without unreasonable delay and within 60 days of discovery; the Secretary and the media too from 500 people on', metBy: 'audit log that can list affected people, an incident runbook with the clock', source: omnibus('164.404 to 164.408') },
    { id: 'hipaa-patient-access', title: 'Access by the patient', asks: 'a person gets their record, electronically where it is electronic', metBy: 'an export operation, FHIR resources where partners exchange records', source: omnibus('164.524') },
  ],
  figures: {
    documentationRetention: fact('retention of required documentation and audit records', 6 * SECONDS_PER_YEAR, 's', security('164.316(b)(2)(i)')),
    breachNotice: fact('latest notice of a breach to the people concerned', 60 * SECONDS_PER_DAY, 's', omnibus('164.404(b)')),
    breachMediaThreshold: fact('people affected from which media and Secretary are told at once (more than 500 in a state; 500 or more)', 500, 'count', omnibus('164.406, 164.408')),
    accessAnswer: fact('answer to a patient’s request for access', 30 * SECONDS_PER_DAY, 's', omnibus('164.524(b)(2)')),
    disclosureAccounting: fact('period an accounting of disclosures covers', 6 * SECONDS_PER_YEAR, 's', omnibus('164.528(a)')),
  },
  requires: ['baa'],
});
