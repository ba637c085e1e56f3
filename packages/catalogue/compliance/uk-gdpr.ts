import { fact, SECONDS_PER_DAY, SECONDS_PER_HOUR, type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

/** The retained regulation; amended by the Data (Use and Access) Act 2025, which leaves the articles below in place. */
const article = (number: string): Source => ({
  title: `UK GDPR, Article ${number}`, url: 'https://www.legislation.gov.uk/eur/2016/679/contents', asOf: '2021-01-01', confidence: 'B',
});

export default defineCompliance({
  id: 'uk-gdpr',
  name: 'UK GDPR',
  appliesWhen: 'personal data of people in the UK is processed, or the operator is established there; transfers out of the UK are restricted, not forbidden',
  controls: [
    { id: 'uk-gdpr-minimisation', title: 'Minimisation and storage limitation', asks: 'only what the purpose needs, no longer than it needs it', metBy: 'a retention on every table, enforced by dropping partitions or by TTL', source: article('5(1)(c) and (e)') },
    { id: 'uk-gdpr-access', title: 'Access and portability', asks: 'a person gets a copy of their data', metBy: 'an export job that walks every store by the subject’s key', source: article('15 and 20') },
    { id: 'uk-gdpr-erasure', title: 'Erasure', asks: 'data is erased when its basis ends, and recipients are told', metBy: 'an erasure job over all stores, crypto-shredding for backups, an erasure event', source: article('17 and 19') },
    { id: 'uk-gdpr-security', title: 'Security of processing', asks: 'measures that fit the risk, reviewed regularly', metBy: 'TLS, encryption at rest, row-level security, restore drills, the threat model', source: article('32') },
    { id: 'uk-gdpr-breach', title: 'Breach notification', asks: 'the Information Commissioner within 72 hours; the people concerned where the risk is high', metBy: 'audit log, alerts on bulk export, an incident runbook that starts the clock', source: article('33 and 34') },
    { id: 'uk-gdpr-processors', title: 'Processors under contract', asks: 'every provider that touches the data is bound and listed', metBy: 'data processing agreements with the external systems of the diagram', source: article('28') },
    { id: 'uk-gdpr-transfer', title: 'Transfer out of the UK', asks: 'adequacy regulations, the international data transfer agreement or its addendum', metBy: 'region per store and provider; the transfer instrument named for each that lies outside', source: article('44 to 49') },
  ],
  figures: {
    breachNotice: fact('notice of a breach to the Commissioner', 72 * SECONDS_PER_HOUR, 's', article('33(1)')),
    requestAnswer: fact('answer to a person’s request (one month, taken as 30 days)', 30 * SECONDS_PER_DAY, 's', article('12(3)')),
  },
  requires: [],
});
