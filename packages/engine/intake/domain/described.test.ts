import { catalogue } from '@archwright/catalogue';
import { describe, expect, test } from 'vitest';
import { matchDomains, signatureOf } from './index.ts';

const signatures = catalogue.archetypes.map(signatureOf);
const matched = (text: string): readonly string[] => matchDomains(text, signatures).map(({ archetype }) => archetype);

describe('a domain described without its name', () => {
  test.each([
    [
      'ad-click-aggregation',
      'Publishers want to know how often each banner was shown and pressed, by hour and country, and we invoice per thousand showings.',
    ],
    [
      'analytics',
      'Our product people need to see which features visitors use, how many drop out at each step and who returns a month later.',
    ],
    ['auction', 'Farmers offer cattle lots and buyers outbid one another until the hammer falls at noon.'],
    [
      'auth-identity',
      'Employees of 300 customers should get into our portal with their own corporate accounts, second factor included.',
    ],
    ['booking', 'Guests pick a table and a time at our 90 restaurants; a table must not be given away twice.'],
    ['chat', 'Nurses on a ward write short texts to each other in groups and see who has seen them.'],
    [
      'cms',
      'Museum staff write exhibition pages in three languages, a curator approves them and visitors read them on the website.',
    ],
    [
      'collaborative-editing',
      'Songwriters work on the same score simultaneously, from different cities, and merges must not lose a note.',
    ],
    ['ecommerce-orders', 'Sell garden furniture online: customers browse, put things in a trolley and pay by card.'],
    [
      'email-marketing',
      'Charities write to 3 million donors each month; who opts out must never be mailed again, and we want to know who opened.',
    ],
    ['feature-flags', 'Switch a feature on for a tenth of our users, watch errors and switch it off at once without releasing.'],
    ['food-delivery', 'Office canteen: people order lunch on the phone and riders bring it from 50 kitchens.'],
    ['inventory', 'Hospitals’ storerooms: how many bandages lie where, what expires, and when to reorder.'],
    ['iot-telemetry', '8,000 beehives weigh themselves every ten minutes and report temperature.'],
    ['job-scheduler', 'Run 40,000 customer scripts at fixed hours, retry those that crash, keep their output.'],
    ['leaderboard', 'Cyclists earn points on climbs and see their position among all riders of the week.'],
    [
      'llm-rag',
      'Clerks type a question about tax law and get an answer with the paragraphs it rests on, from our own collection.',
    ],
    ['media-processing', 'Teachers hand in lecture recordings; students watch them in any quality an hour later.'],
    ['notifications', 'Warn parents by text, app or e-mail when the school bus is late, each by the way they prefer.'],
    [
      'observability-ingest',
      'Collect what all our containers write to standard output, 3 TB daily, and let engineers search the last two weeks.',
    ],
    ['payments-ledger', 'Move money between members’ accounts; every cent must add up and nobody may be debited twice.'],
    ['ride-hailing', 'Find the nearest free tow truck for a stranded motorist and show it approaching on a map.'],
    ['saas-crud', 'Small law offices keep clients, cases and deadlines in our web tool; each office sees only its own data.'],
    ['search-typeahead', 'As people type the name of a medicine, show the ten best matches even when misspelt.'],
    ['social-feed', 'Knitters publish pictures of what they made, and those who follow them see it first.'],
    [
      'subscription-billing',
      'Bill gyms monthly for the members they manage, with a free month to begin with and reminders when a card is declined.',
    ],
    ['url-shortener', 'Make short addresses for QR codes on packaging and send people on to the product page.'],
    [
      'webhooks-delivery',
      'Tell our customers’ systems over HTTP whenever an order ships, and keep trying for two days when they do not answer.',
    ],
  ])('%s', (archetype, brief) => {
    expect(matched(brief)).toContain(archetype);
  });
});

describe('what only shares some of the words', () => {
  test.each([
    'Beekeepers record the weight of each hive and compare honey yields over the years.',
    'Our theatre lends costumes to amateur groups. Staff photograph and measure costumes, groups borrow them for a run of shows.',
    'Manage 14 allotment sites: tenants rent plots, a committee inspects them and there is a waiting list.',
    'Parking permits for a mid-sized town: residents apply, clerks check and approve, wardens scan number plates in the street.',
  ])('%s', (brief) => {
    expect(matched(brief)).toEqual([]);
  });
});

test('a word stands for one group only, and groups do not reach over sentences', () => {
  const signs = [['bid|offer', 'bid|close']];
  const signature = { id: 'one', name: 'One', triggers: { strong: [], weak: [], exclude: [], signs }, terms: [] };
  const found = (text: string) => matchDomains(text, [signature]).length;
  expect(found('They bid often.')).toBe(0);
  expect(found('They bid until we close.')).toBe(1);
  expect(found('They bid. We close.')).toBe(0);
});

test.each(signatures.flatMap(({ id, triggers }) => (triggers.facets ?? []).map((facet) => ({ id, ...facet }))))(
  'facets of $id can be met, and not by one word alone',
  ({ must, need, groups }) => {
    expect(must).toBeGreaterThanOrEqual(1);
    expect(need).toBeGreaterThanOrEqual(Math.max(3, must));
    expect(groups.length).toBeGreaterThanOrEqual(need);
    expect(groups.flatMap((group) => group.split('|')).filter((phrase) => phrase.trim() !== phrase || phrase === '')).toEqual([]);
  },
);
