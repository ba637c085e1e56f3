import { fact, SECONDS_PER_DAY, SECONDS_PER_HOUR, type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

const article = (number: string): Source => ({
  title: `Regulation (EU) 2016/679 (GDPR), Article ${number}`, url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj', asOf: '2016-04-27', confidence: 'B',
});

export default defineCompliance({
  id: 'gdpr',
  name: 'GDPR',
  appliesWhen: 'personal data of people in the EU or EEA is processed, or the operator is established there; transfer out of it is restricted, not forbidden, so the regulation alone does not fix the region',
  controls: [
    { id: 'gdpr-data-map', title: 'Record of processing', asks: 'a current list of what personal data is held, why, for how long and who receives it', metBy: 'classification and retention on every field of the schema; the data inventory generated from it', source: article('30') },
    { id: 'gdpr-minimisation', title: 'Minimisation and storage limitation', asks: 'only what the purpose needs, no longer than it needs it', metBy: 'a retention on every table, enforced by dropping partitions or by TTL, logs and backups included', source: article('5(1)(c) and (e)') },
    { id: 'gdpr-lawful-basis', title: 'Lawful basis and consent', asks: 'a basis for each purpose; consent can be shown and withdrawn', metBy: 'consent records with purpose, version and time; consumers of events check the purpose before they use the data', source: article('6 and 7') },
    { id: 'gdpr-access', title: 'Access and portability', asks: 'a person gets a copy of their data in a common machine-readable form', metBy: 'an export operation that walks every store by the subject’s key, as an asynchronous job', source: article('15 and 20') },
    { id: 'gdpr-erasure', title: 'Erasure', asks: 'data is erased when the basis ends, and recipients are told', metBy: 'an erasure job over all stores; destroying the subject’s data key (crypto-shredding) for logs and backups that cannot be rewritten; an erasure event for other contexts', source: article('17 and 19') },
    { id: 'gdpr-by-design', title: 'Protection by design and by default', asks: 'protection is built in and the strict setting is the default', metBy: 'least-privilege roles, row-level security, pseudonymous identifiers outside the identity context', source: article('25') },
    { id: 'gdpr-processors', title: 'Processors under contract', asks: 'every provider that touches the data is bound by a contract and listed', metBy: 'data processing agreements with cloud, mail, push and monitoring providers; the external systems of the diagram are the list', source: article('28') },
    { id: 'gdpr-security', title: 'Security of processing', asks: 'measures that fit the risk: encryption, resilience, tested restore, regular review', metBy: 'TLS on every connection, encryption at rest with managed keys, backups with restore drills, the threat model', source: article('32') },
    { id: 'gdpr-breach', title: 'Breach notification', asks: 'the authority within 72 hours of becoming aware; the people concerned where the risk is high', metBy: 'audit log of reads of personal data, alerts on bulk export, an incident runbook that starts the clock', source: article('33 and 34') },
    { id: 'gdpr-impact', title: 'Impact assessment', asks: 'an assessment before processing that is likely to be high risk: tracking, profiling, special categories at scale', metBy: 'the threat model and the data flow diagram as its input; on the critical path of the first release', source: article('35') },
    { id: 'gdpr-transfer', title: 'Transfer outside the EEA', asks: 'an adequacy decision or safeguards for every transfer, remote access included', metBy: 'region per store and per provider in the deployment; support access is logged and counted as a transfer', source: article('44 to 49') },
  ],
  figures: {
    breachNotice: fact('notice of a breach to the authority', 72 * SECONDS_PER_HOUR, 's', article('33(1)')),
    requestAnswer: fact('answer to a person’s request (one month, taken as 30 days)', 30 * SECONDS_PER_DAY, 's', article('12(3)')),
    requestExtension: fact('extension of a complex request (two months, taken as 60 days)', 60 * SECONDS_PER_DAY, 's', article('12(3)')),
  },
  requires: [],
});
