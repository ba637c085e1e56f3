import { assumption, fact, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

/** As amended by the CPRA, operative 2023-01-01. */
const code = (section: string): Source => ({
  title: `California Civil Code § ${section} (CCPA as amended)`, url: 'https://leginfo.legislature.ca.gov/faces/codes_displayText.xhtml?division=3.&part=4.&lawCode=CIV&title=1.81.5', asOf: '2023-01-01', confidence: 'B',
});
/** Regulations of the California Privacy Protection Agency, approved 2023-03-29. */
const regulation = (section: string): Source => ({
  title: `California Code of Regulations, title 11, § ${section}`, url: 'https://cppa.ca.gov/regulations/', asOf: '2023-03-29', confidence: 'B',
});

export default defineCompliance({
  id: 'ccpa',
  name: 'CCPA / CPRA',
  appliesWhen: 'a business does business in California with its residents’ personal information and passes a threshold of revenue, of 100,000 consumers or households, or of revenue from selling or sharing data',
  controls: [
    { id: 'ccpa-notice', title: 'Notice and retention disclosed', asks: 'at collection: categories, purposes, and how long each is kept', metBy: 'retention per table of the schema, published from the same source as it is enforced', source: code('1798.100') },
    { id: 'ccpa-know', title: 'Right to know', asks: 'a consumer gets the specific pieces collected', metBy: 'export job over all stores by the consumer’s key', source: code('1798.110') },
    { id: 'ccpa-correct', title: 'Right to correct', asks: 'inaccurate data is corrected', metBy: 'correction operation with audit log; events carry the correction to other contexts', source: code('1798.106') },
    { id: 'ccpa-delete', title: 'Right to delete', asks: 'data is deleted, and service providers are told to', metBy: 'erasure job and event; suppression list so that imports do not bring the person back', source: code('1798.105') },
    { id: 'ccpa-opt-out', title: 'Opt-out of sale and sharing', asks: 'a link, and browser opt-out signals (Global Privacy Control) are honoured', metBy: 'an opt-out flag read at the edge and by every consumer that sends data out; the signal is taken as a request', source: code('1798.120 and 1798.135') },
    { id: 'ccpa-sensitive', title: 'Limit use of sensitive information', asks: 'precise location, health, identity numbers and the like only for the service itself when the consumer says so', metBy: 'classification on fields; purpose checks where data leaves the context', source: code('1798.121') },
    { id: 'ccpa-providers', title: 'Service providers', asks: 'contracts that bind providers to the purpose', metBy: 'list of external systems with their contracts', source: code('1798.100(d) and 1798.140(ag)') },
    { id: 'ccpa-security', title: 'Reasonable security', asks: 'a breach of unencrypted data after a failure of reasonable security can be sued over', metBy: 'encryption at rest and in transit, least privilege, patch deadlines', source: code('1798.150') },
    { id: 'ccpa-records', title: 'Records of requests', asks: 'each request and its answer kept for two years', metBy: 'a request table with state and timestamps, kept 24 months', source: regulation('7101') },
  ],
  figures: {
    requestConfirm: assumption('confirmation of a request (10 business days, taken as 14 days)', 14 * SECONDS_PER_DAY, 's', '11 CCR § 7021(a) counts business days; two calendar weeks hold ten of them'),
    requestAnswer: fact('answer to a request', 45 * SECONDS_PER_DAY, 's', code('1798.130(a)(2)')),
    requestExtension: fact('extension once', 45 * SECONDS_PER_DAY, 's', code('1798.130(a)(2)')),
    optOut: assumption('opt-out in effect (15 business days, taken as 21 days)', 21 * SECONDS_PER_DAY, 's', '11 CCR § 7026(f) counts business days; three calendar weeks hold fifteen of them'),
    requestRecords: fact('records of requests (24 months, taken as 730 days)', 730 * SECONDS_PER_DAY, 's', regulation('7101(a)')),
    consumerThreshold: fact('consumers or households from which the law applies', 100_000, 'count', code('1798.140(d)(1)(B)')),
  },
  requires: [],
});
