import { catalogue } from '@archwright/catalogue';
import { designFrom, understand } from '@archwright/engine';
import type { Design } from '@archwright/model';
import { describe, expect, test } from 'vitest';

/** What a senior reader looks for first in a design, on briefs that are told in one or two sentences. */
const known = new Map<string, Design>();
function designOf(brief: string): Design {
  const made = known.get(brief);
  if (made) return made;
  const { reading, figures, diagnostics } = understand({ brief, catalogue });
  const design = designFrom(reading, figures, { catalogue, date: '2026-11-24', seed: 1, pinned: [], assume: true, diagnostics });
  known.set(brief, design);
  return design;
}
const chosen = (brief: string, point: string): string | undefined =>
  designOf(brief).decisions.find(({ id }) => id === point)?.chosen;
const verdict = (brief: string, point: string, option: string) =>
  designOf(brief)
    .decisions.find(({ id }) => id === point)!
    .options.find(({ id }) => id === option)!;
const figure = (brief: string, id: string): number => designOf(brief).figures.find((one) => one.id === id)!.likely;
const store = (brief: string, entity: string): string | undefined =>
  designOf(brief).architecture.entities.find(({ name }) => name === entity)?.component;

const HOSPITALS =
  'Electronic health records for hospitals in the USA: doctors and nurses see what their role needs. 3,000 users.';
const HOSPITALS_ELSEWHERE = 'Electronic health records for hospitals: doctors and nurses see what their role needs. 3,000 users.';

describe('a promise about the place of data holds for everyone who holds it', () => {
  test('under HIPAA no vendor without an agreement is chosen, and the verdict says that none was read', () => {
    for (const { id, chosen: option } of designOf(HOSPITALS).decisions) {
      const found = catalogue.options.find((one) => one.id === option)!;
      const alone = found.tags.includes('managed') && !found.requires.some((word) => word.startsWith('provider:'));
      if (alone && !['provider', 'delivery', 'infrastructure-code'].includes(id))
        expect(found.attested?.baa, option).toBeDefined();
    }
    expect(verdict(HOSPITALS, 'primary-store', 'turso').reason).toMatch(/no source says .* business associate agreement/);
  });

  test('without the regime the same vendor may stand', () => {
    expect(verdict(HOSPITALS_ELSEWHERE, 'primary-store', 'turso').reason).not.toMatch(/no source says/);
  });
});

describe('rows live where their readers need them', () => {
  const LEDGER =
    'A wallet: people move money between accounts, every cent is booked twice. 50,000 transfers a day. Clicks in the app are analysed by day.';
  const FLEET = '200,000 sensors send a temperature reading every minute; hourly averages are kept two years.';

  test('a journal stays with the records it tells of, whatever holds the stream', () => {
    expect(store(LEDGER, 'LedgerEntry')).toBe(store(LEDGER, 'Account'));
  });

  test('roll-ups of a stream stand beside the stream', () => {
    expect(store(FLEET, 'ReadingRollup')).toBe(store(FLEET, 'Reading'));
    expect(designOf(FLEET).architecture.entities.find(({ name }) => name === 'ReadingRollup')?.store).toBe('append');
  });

  test('a store of text lines holds lines and nothing else', () => {
    expect(verdict(FLEET, 'append-store', 'grafana-cloud-logs').reason).toMatch(
      /does not offer what the workload asks for: .*typed-columns/,
    );
  });

  test('logs are searched in the index that holds them', () => {
    const LOGS =
      'Application logs arrive at 200 MiB an hour and are searched by any word for two weeks, with one replica, on AWS.';
    expect(chosen(LOGS, 'search-store')).toBe('search-in-append-store');
    expect(catalogue.options.find(({ id }) => id === chosen(LOGS, 'append-store'))?.tags).toContain('append:searchable');
  });
});

describe('availability that nobody states', () => {
  const SHOP = 'An online shop with 3 million orders a day.';

  test('grows with the load', () => {
    const expected = (brief: string) => designOf(brief).figures.find(({ id }) => id === 'assumed.availability')?.likely;
    expect(expected('An online shop with 20 orders a day.')).toBeUndefined();
    expect(expected('An online shop with 40,000 orders a day.')).toBe(0.999);
    expect(expected(SHOP)).toBe(0.999);
  });

  test('is taken as wished where the brief wants service at all times', () => {
    const found = designOf('A shop with 20 orders a day that must stay available.').figures.find(
      ({ id }) => id === 'assumed.availability',
    );
    expect(found?.likely).toBe(0.999);
    expect(found?.reason).toMatch(/at all times/);
  });

  test('gives way to what is stated', () => {
    const poor = designOf('A booking service for sports courts with 40,000 bookings a day. Budget 60 USD a month.');
    expect(poor.conflict).toBeUndefined();
    expect(poor.figures.find(({ id }) => id === 'assumed.availability-affordable')?.likely).toBe(0.995);
    const rich = designOf('A booking service for sports courts with 40,000 bookings a day. Budget 200 USD a month.');
    expect(rich.figures.map(({ id }) => id)).not.toContain('assumed.availability-affordable');
  });
});

describe('who is counted', () => {
  const TENANTS =
    'A B2B platform with 1,000 tenants of ten active users each. A tenant holds 2 GB on average. Each user makes 20 requests a minute.';

  test('people inside what is counted are multiplied out', () => expect(figure(TENANTS, 'demand.users')).toBe(10_000));

  test('what is held bounds what the rates come to', () => {
    const stored = ['demand.record-bytes', 'demand.append-bytes', 'demand.blob-bytes'].reduce(
      (sum, id) => sum + figure(TENANTS, id),
      0,
    );
    expect(stored).toBeLessThan(2.01e12);
    expect(figure(TENANTS, 'workload.held-share')).toBeLessThan(1);
  });

  test('devices do not sign in, and a secret in each of a million devices is no secret', () => {
    const DEVICES = 'One million sensors send a reading every ten minutes.';
    expect(figure(DEVICES, 'demand.sign-ins')).toBe(0);
    expect(chosen(DEVICES, 'authentication')).toBe('device-certificates');
    expect(verdict(DEVICES, 'authentication', 'api-keys').reason).toMatch(/keys in devices/);
    expect(chosen('A booking site for 20,000 members.', 'authentication')).not.toBe('device-certificates');
  });
});

describe('what the brief says in so many words', () => {
  test('a cache it speaks of is built, and as large as it says', () => {
    const LINKS =
      'A link shortener: 100 million new links a month, a hundred redirects per link, 500 bytes per record, and a cache holding a fifth of the daily redirects.';
    expect(catalogue.options.find(({ id }) => id === chosen(LINKS, 'cache'))?.provides).toContain('in-memory');
    expect(figure(LINKS, 'demand.hot-bytes')).toBeCloseTo((100e6 * 100 * 0.2 * 500) / 30, -6);
    expect(chosen('A shop with 20 orders a day and no cache of any kind.', 'cache')).toBe('no-cache');
  });

  test('a number it asks for comes first', () => {
    const DISK =
      'Logs arrive at 300 MiB an hour and are kept ten days with one replica. Index overhead is ten percent, and a fifth of the disk stays free. How much disk?';
    expect(designOf(DISK).scope?.worked[0]).toBe('disk.total');
  });

  test('rules and firmware get their own subsystem only where they are asked for', () => {
    const mechanisms = (brief: string) => designOf(brief).architecture.mechanisms.map(({ id }) => id);
    expect(
      mechanisms(
        '5,000 pumps send their pressure every minute; raise an alarm when one runs dry, and update their firmware in groups.',
      ),
    ).toEqual(expect.arrayContaining(['rule-evaluation', 'staged-firmware-rollout']));
    expect(mechanisms('5,000 pumps send their pressure every minute.')).not.toEqual(expect.arrayContaining(['rule-evaluation']));
  });
});

test('no amount of a bill is ever below zero', () => {
  for (const { figures } of known.values())
    expect(figures.filter(({ unit, low }) => unit === 'USD/month' && low < 0).map(({ id }) => id)).toEqual([]);
});

describe('four nines', () => {
  test.each(['99.9', '99.95', '99.98', '99.99'])(
    'a ledger at %s %% is designed, with a second region where one is not enough',
    (target) => {
      const { conflict, decisions } = designOf(
        `A payments ledger: 3 million transfers a day, ${target} % availability, 20 engineers.`,
      );
      expect(conflict).toBeUndefined();
      if (target === '99.99') expect(decisions.find(({ id }) => id === 'region')?.chosen).toMatch(/^active-/);
    },
  );
});

test('a crowd that comes within minutes brings the day’s requests with it', () => {
  const RUSH = 'Ticket sales for stadium concerts: 500,000 people arrive within one minute for 60,000 seats.';
  expect(figure(RUSH, 'peak-factor')).toBe(1_440);
  expect(figure(RUSH, 'demand.request-peak')).toBeGreaterThan(50_000);
  expect(figure('An exam portal: 40,000 students log in within five minutes.', 'peak-factor')).toBe(288);
});

test('a product that stands for a domain names it; a product that is used does not', () => {
  const domains = (brief: string) => designOf(brief).architecture.contexts.map(({ archetype }) => archetype);
  expect(domains('Design Twitter for 30 million daily users.')).toContain('social-feed');
  expect(domains('Design Uber for one city, 10,000 rides a day.')).toContain('ride-hailing');
  expect(domains('An online course platform for 5,000 learners, who pay with Stripe.')).not.toContain('chat');
  expect(domains('Build a Slack clone for 3,000 companies.')).toContain('chat');
});

describe('what a brief names is in the design', () => {
  test.each([
    ['GraphQL API for a bookshop with 20,000 daily users. Team of 4.', 'api-style', 'graphql'],
    ['An API for a book club with 20,000 daily users, monitoring with Grafana. Team of 4.', 'observability', 'grafana'],
    ['A bike shop’s web shop with 10,000 daily users. Use Redis as a cache. Team of 3.', 'cache', 'valkey'],
    ['A field-survey app for 5,000 inspectors. We use Firestore. Team of 3.', 'primary-store', 'firestore'],
    ['A field-survey app for 5,000 inspectors. We use Cosmos DB on Azure. Team of 3.', 'primary-store', 'cosmos-db'],
  ])('%s', (brief, point, technology) => {
    const option = catalogue.options.find((one) => one.id === chosen(brief, point))!;
    expect([option.technologies[0], option.id].join()).toContain(technology);
  });

  test('what its domain usually needs yields, and its price is said', () => {
    const brief = 'A field-survey app for 5,000 inspectors. We use Firestore. Team of 3.';
    expect(designOf(brief).limits.join('\n')).toMatch(/Firestore.*lacks what this workload usually rests on.*duplicate/);
  });

  test('what the brief itself asks for does not yield', () => {
    const brief = 'A field-survey app for 5,000 inspectors with full-text search. We use Firestore. Team of 3.';
    expect(chosen(brief, 'search-store')).not.toMatch(/^no-/);
  });
});

test('a pattern that is wished for yields to what is to be built, and the decision says why', () => {
  const brief = 'Spring Boot microservices on EKS for an insurance claims system, 25 engineers, 60,000 claims a day.';
  const pattern = designOf(brief).decisions.find(({ id }) => id === 'pattern')!;
  expect(pattern.departure).toMatch(/microservices.*one bounded context/i);
  expect(chosen(brief, 'language')).toBe('java-spring-boot');
});

test('what is named and has no place is said to have none', () => {
  const brief = 'Spring Boot and Kafka for an insurance claims system, 25 engineers, 60,000 claims a day.';
  expect(designOf(brief).nonGoals.join('\n')).toMatch(/Apache Kafka: named in the brief, and nothing in the workload asks for/);
});

test.each([
  'Office workers choose their lunch by eleven, factory workers by ten.',
  'Beekeepers note what each honeycomb weighs, ranchers count cattle, and the rest is charged to the insurer.',
  'We render pages of an atlas for envoys. Vintners press pinot.',
  'Log analytics for 500 printers behind an API gateway, files in blob storage.',
  'Go forward and print. Express parcels arrive.',
])('everyday words name no product: %s', (brief) => {
  const { reading } = understand({ brief, catalogue });
  expect(reading.requirements.filter(({ key }) => ['existing', 'preference', 'provider'].includes(key))).toEqual([]);
});

test('who names a store for records has not said where a billion events a day are kept', () => {
  const TAPS =
    'We use PostgreSQL. Count 1.2 billion taps a day, show each brand its numbers within a minute, and never charge one tap twice.';
  expect(chosen(TAPS, 'primary-store')).toMatch(/postgresql/);
  expect(chosen(TAPS, 'append-store')).not.toMatch(/partitioned-tables|no-append/);
});

test.each([
  ['A game backend for 2M daily players. Azure only.', 'provider', 'azure'],
  ['Logs go to Azure Log Analytics. 2,000 users.', 'existing', 'azure-monitor'],
  ['Requests pass Amazon API Gateway. 2,000 users.', 'existing', 'api-gateway'],
])('%s', (brief, key, subject) => {
  const { reading } = understand({ brief, catalogue });
  expect(reading.requirements.filter((one) => one.key === key).map((one) => one.subject ?? one.value)).toContain(subject);
});

test('what counts nobody gives no scale, and what is counted is not patients', () => {
  expect(figure('A booking site for tennis courts. We have 0 users today. Team of 2.', 'demand.users')).toBeGreaterThan(0);
  const LINES = 'Keep what our 4,000 servers print, 6 TB a day, for 30 days, to find the cause of a failure. HIPAA applies.';
  expect(figure(LINES, 'demand.users')).toBe(4_000);
  expect(designOf(LINES).architecture.contexts.map(({ id }) => id)).toEqual(['telemetry']);
});

test('a budget that provider fees use up says so', () => {
  const { conflict = [] } = designOf(
    'Physiotherapists note what they do at each treatment, and remind patients. 900 practices. Budget $800 a month.',
  );
  expect(conflict.map(({ constraint }) => constraint).join()).toMatch(/budget: .* after provider fees of \$[\d,]+\/month/);
});

test('words that every object inherits are words like any other', () => {
  const brief =
    'A shop where 500 constructor sets a day are sold to 20,000 users; each constructor has 3 constructor plans. Team of 4.';
  expect(designOf(brief).decisions.length).toBeGreaterThan(0);
});

test('what happened is appended, what people edit is not', () => {
  const LOG = 'Audit log for 900 tenants, 20,000 events a second, ClickHouse, retention 400 days.';
  const CALENDAR = 'An event calendar for a city: 300 events a day. Organisers edit their events.';
  expect(designOf(LOG).architecture.entities.find(({ name }) => name === 'Event')?.store).toBe('append');
  expect(chosen(LOG, 'append-store')).toMatch(/clickhouse/);
  expect(designOf(CALENDAR).architecture.entities.find(({ name }) => name === 'Event')?.store).toBe('record');
});

test('a product of which nothing is known is said to be unknown; what is built on a known one stands for it', () => {
  const { reading, diagnostics } = understand({
    brief: 'A letters service: Django, Celery and PostgreSQL on Heroku. 400 clinicians. People meet on the railway.',
    catalogue,
  });
  const unknown = diagnostics.filter(({ code }) => code === 'brief/unknown-technology');
  expect(unknown.map(({ message, at }) => [message.split(' ')[0], at?.quote])).toEqual([['Heroku', 'Heroku']]);
  expect(reading.requirements.some(({ key, subject }) => key === 'existing' && subject === 'python')).toBe(true);
});
