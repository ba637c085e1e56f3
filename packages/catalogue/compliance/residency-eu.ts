import { type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

const article = (number: string): Source => ({
  title: `Regulation (EU) 2016/679 (GDPR), Article ${number}`, url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj', asOf: '2016-04-27', confidence: 'B',
});
const supplementary: Source = {
  title: 'EDPB Recommendations 01/2020 on supplementary measures for transfers, version 2.0', url: 'https://www.edpb.europa.eu/our-work-tools/our-documents/recommendations/recommendations-012020-measures-supplement-transfer_en', asOf: '2021-06-18', confidence: 'B',
};

export default defineCompliance({
  id: 'residency-eu',
  name: 'EU data residency',
  appliesWhen: 'the brief, a contract or an authority asks that data stays in the EU; stricter than the GDPR, which restricts transfers without forbidding them',
  controls: [
    { id: 'residency-eu-stores', title: 'Every store in the EU', asks: 'primary, replica, cache, queue, search index, object store and warehouse in EU regions', metBy: 'region pinned per store in the infrastructure code; a policy that refuses resources elsewhere', source: article('44') },
    { id: 'residency-eu-backups', title: 'Backups and recovery in the EU', asks: 'copies and the standby stay inside as well', metBy: 'second region of the same jurisdiction for backups and recovery; recovery drills run there', source: article('32 and 44') },
    { id: 'residency-eu-telemetry', title: 'Logs, traces and crash reports', asks: 'telemetry carries personal data too: identifiers, addresses, payloads', metBy: 'EU endpoints of the monitoring services, redaction before export', source: article('4(1) and 44') },
    { id: 'residency-eu-access', title: 'Remote access is transfer', asks: 'support and administration from outside are controlled and recorded', metBy: 'in-region support roles; time-limited access with audit log', source: supplementary },
    { id: 'residency-eu-subprocessors', title: 'Sub-processors', asks: 'each external provider states where it processes, and its own providers do', metBy: 'list of external systems with region; mail, push and model providers with EU endpoints or left out', source: article('28(2) and (4)') },
    { id: 'residency-eu-keys', title: 'Keys', asks: 'keys where the data is, out of reach of others', metBy: 'envelope encryption with regional keys, externally held keys where foreign law could reach the provider', source: supplementary },
    { id: 'residency-eu-routing', title: 'Routing', asks: 'a request does not detour through another jurisdiction', metBy: 'one cell per jurisdiction; the user’s home region in the token or the host name; edge TLS termination limited to EU locations', source: article('44') },
    { id: 'residency-eu-global-identity', title: 'The global minimum', asks: 'what has to be global (which cell an account lives in) holds no personal data', metBy: 'a routing table of opaque account ids to regions', source: article('5(1)(c)') },
  ],
  figures: {},
  requires: ['eu-region'],
});
