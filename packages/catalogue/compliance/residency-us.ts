import { type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

const bulkData = (section: string): Source => ({
  title: `28 CFR ${section} (access to US sensitive personal data by countries of concern)`, url: 'https://www.ecfr.gov/current/title-28/chapter-I/part-202', asOf: '2025-04-08', confidence: 'B',
});
const cloudControl: Source = {
  title: 'NIST SP 800-53 revision 5, SA-9(5) processing, storage and service location', url: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final', asOf: '2020-12-10', confidence: 'B',
};

export default defineCompliance({
  id: 'residency-us',
  name: 'US data residency',
  appliesWhen: 'the brief, a contract or an agency asks that data stays in the US; no general US law does, so the contract’s own wording decides',
  controls: [
    { id: 'residency-us-stores', title: 'Every store in the US', asks: 'processing and storage are restricted to named locations', metBy: 'region pinned per store in the infrastructure code; a policy that refuses resources elsewhere', source: cloudControl },
    { id: 'residency-us-backups', title: 'Backups and recovery in the US', asks: 'copies and the standby stay inside as well', metBy: 'a second US region for backups and recovery', source: cloudControl },
    { id: 'residency-us-access', title: 'Access from abroad', asks: 'people and vendors elsewhere do not reach bulk sensitive data without the required safeguards', metBy: 'roles bound to location, access log, vendor list with countries', source: bulkData('202.401') },
    { id: 'residency-us-telemetry', title: 'Logs and traces', asks: 'telemetry follows the same rule as the data it describes', metBy: 'US endpoints of monitoring services, redaction before export', source: cloudControl },
    { id: 'residency-us-subprocessors', title: 'Sub-processors', asks: 'each provider states where it processes', metBy: 'list of external systems with region; those without a US location are left out', source: cloudControl },
  ],
  figures: {},
  requires: ['us-region'],
});
