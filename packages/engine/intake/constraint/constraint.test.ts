import { describe, expect, test } from 'vitest';
import { readWords } from '../words/index.ts';
import { readConstraints, technologyMentions, type TechnologyName } from './index.ts';

const technologies: readonly TechnologyName[] = [
  { id: 'postgresql', name: 'PostgreSQL', kind: 'relational-database', aliases: ['postgres'] },
  { id: 'redis', name: 'Redis', kind: 'in-memory-store' },
  { id: 'valkey', name: 'Valkey', kind: 'in-memory-store' },
  { id: 'mongodb', name: 'MongoDB', kind: 'document-db' },
  { id: 'kafka', name: 'Apache Kafka', kind: 'event-stream' },
  { id: 'kubernetes', name: 'Kubernetes', kind: 'orchestrator', aliases: ['k8s'] },
  { id: 'aws', name: 'Amazon Web Services', kind: 'cloud', aliases: ['AWS'] },
  { id: 'gcp', name: 'Google Cloud', kind: 'cloud', aliases: ['GCP'] },
  { id: 'go', name: 'Go', kind: 'language' },
  { id: 'express', name: 'Express', kind: 'http-framework' },
  { id: 'clerk', name: 'Clerk', kind: 'auth-saas' },
  { id: 'nodejs', name: 'Node.js', kind: 'runtime' },
];

/** `key subject=value (detail) [origin]`, sorted as found, of the keys asked for. */
function stated(text: string, ...keys: readonly string[]): readonly string[] {
  return readConstraints(readWords(text), technologies)
    .drafts.filter(({ key }) => keys.includes(key))
    .map(
      ({ key, subject, value, detail, origin }) =>
        `${key} ${subject === undefined || subject === value ? '' : `${subject}=`}${value}${detail ? ` (${detail})` : ''}${origin === 'stated' ? '' : ` [${origin}]`}`,
    );
}

describe('technologies', () => {
  const keys = ['existing', 'prohibition', 'preference', 'provider'];
  test.each<[string, readonly string[]]>([
    ['We already run PostgreSQL and Redis on AWS.', ['existing postgresql', 'existing redis', 'provider aws']],
    ['No Kubernetes, Kafka or microservices.', ['prohibition kubernetes', 'prohibition kafka', 'prohibition microservices']],
    ['No Kubernetes, we run Redis.', ['prohibition kubernetes', 'existing redis']],
    ['We must not use AWS.', ['prohibition aws']],
    ['It works without Kafka.', ['prohibition kafka']],
    ['Avoid microservices.', ['prohibition microservices']],
    ['Feature toggles for 40 microservices.', []],
    ['AWS is not allowed.', ['prohibition aws']],
    ['Prefer Go, ideally serverless.', ['preference go', 'preference serverless']],
    ['We would like Postgres.', ['preference postgresql']],
    ['Our team knows Node.js.', ['preference nodejs']],
    ['It must run on k8s.', ['existing kubernetes (required)']],
    ['We want to migrate from MongoDB to PostgreSQL.', ['existing mongodb (to be replaced)', 'existing postgresql (required)']],
    ['Should we use Redis or Valkey?', []],
    ['Our stack is Rails.', ['existing rails=Rails (not in the catalogue)']],
    ['No cloud: everything runs on-premises.', ['prohibition cloud', 'provider on-premises']],
    ['No Mesos, please.', ['prohibition mesos=Mesos (not in the catalogue)']],
    ['No Saturday deliveries and nothing from China.', []],
    ['We use GCP.', ['provider gcp']],
    ['The backend is written in go.', ['existing go']],
    ['Visitors go to the desk, express parcels arrive and a clerk signs.', []],
    ['We use Express and Clerk.', ['existing express', 'existing clerk']],
  ])('%s', (text, expected) => {
    expect(stated(text, ...keys)).toEqual(expect.arrayContaining([...expected]));
    expect(stated(text, ...keys)).toHaveLength(expected.length);
  });
  test('the longest name wins and is quoted as written', () => {
    const text = 'We moved to Google Cloud.';
    expect(technologyMentions(readWords(text), technologies).map(({ technology, at }) => [technology.id, at.quote])).toEqual([
      ['gcp', 'Google Cloud'],
    ]);
  });
});

describe('regions and residency', () => {
  test.each<[string, readonly string[]]>([
    ['Users in the EU and the US.', ['region eu', 'region us']],
    ['Tell us about users and let us know.', []],
    ['Customers in Germany and Japan.', ['region eu (germany)', 'region apac (japan)']],
    ['Data must stay in the EU.', ['region eu', 'residency eu']],
    ['Everything is stored in eu-central-1.', ['region eu (eu-central-1)', 'residency eu (eu-central-1)']],
    [
      'Shops in the UK and Brazil. Records must never leave their country.',
      ['region uk', 'region brazil', 'residency record=uk', 'residency record=brazil'],
    ],
    ['Readers worldwide.', ['region global']],
    ['Swiss banks need data residency in Switzerland.', ['region switzerland', 'residency switzerland']],
    ['Not in China.', []],
    ['A global search over local state.', []],
  ])('%s', (text, expected) => {
    expect(stated(text, 'region', 'residency')).toEqual(expected);
  });
});

describe('compliance, named and implied', () => {
  test.each<[string, readonly string[]]>([
    ['We are HIPAA and SOC 2 compliant.', ['compliance hipaa', 'compliance soc-2']],
    ['HIPAA does not apply.', []],
    ['Patient records of clinics in the USA.', ['compliance hipaa [derived]']],
    ['Patient records of clinics in Kenya.', []],
    ['Shoppers pay by card.', ['compliance pci-dss [derived]']],
    ['A card game with trump cards.', []],
    ['Drivers in France.', ['compliance gdpr [derived]']],
    ['Wind turbines in France.', []],
    ['GDPR applies to our customers in Spain.', ['compliance gdpr']],
  ])('%s', (text, expected) => {
    expect(stated(text, 'compliance')).toEqual(expected);
  });
  test('what is implied says why', () => {
    const implied = readConstraints(readWords('Drivers in France.'), []).drafts.find(({ origin }) => origin === 'derived');
    expect(implied?.reason).toContain('personal data');
    expect(implied?.at?.quote).toBe('Drivers');
  });
});

describe('guarantees', () => {
  test.each<[string, readonly string[]]>([
    ['The same invoice must never be sent twice.', ['delivery invoice=exactly-once']],
    ['Deliver events at least once.', ['delivery event=at-least-once']],
    ['Bids must never be lost.', ['durability bid=no-loss']],
    ['Nothing may be lost.', ['durability no-loss']],
    ['No booking may be lost.', ['durability booking=no-loss']],
    ['Monthly statistics may lag.', ['consistency statistics=eventual']],
    ['Seats are never oversold.', ['consistency seat=strong']],
    ['Posts are eventually consistent.', ['consistency post=eventual']],
    ['Authors see their own edits at once.', ['consistency edit=read-your-writes']],
    ['We send parcels twice a day.', []],
  ])('%s', (text, expected) => {
    expect(stated(text, 'delivery', 'durability', 'consistency')).toEqual(expected);
  });
});

describe('capabilities and shape', () => {
  test.each<[string, string, readonly string[]]>([
    ['Inspectors ask who looked at which record.', 'capability', ['audit-trail']],
    ['Rangers lose coverage for hours and then send what they stored.', 'capability', ['offline', 'late-data']],
    ['Members log in with a password and upload files.', 'capability', ['login', 'file-upload']],
    ['Fraud and reporting each consume the order events.', 'capability', ['fanout']],
    ['Each household consumes 10 kWh.', 'capability', []],
    ['No social login and no payments.', 'capability', []],
    ['Find the nearest vet.', 'capability', ['geo']],
    ['Search is not needed.', 'capability', []],
    ['Traffic is bursty.', 'load-shape', ['spiky']],
    ['Readings arrive continuously.', 'load-shape', ['steady']],
    ['Editors look up single records by id and see monthly totals.', 'query-pattern', ['lookup', 'aggregation']],
    ['It is an MVP.', 'stage', ['early']],
  ])('%s', (text, key, expected) => {
    const found = stated(text, key).map((line) => line.split(' ')[1]);
    expect(found).toEqual(expect.arrayContaining([...expected]));
    if (expected.length === 0) expect(found).toEqual([]);
  });
});
