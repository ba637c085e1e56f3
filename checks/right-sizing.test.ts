import { describe, expect, test } from 'vitest';
import { catalogue } from '@archwright/catalogue';
import { understand } from '@archwright/engine';
import { decide } from '@archwright/engine/decide/decide';
import { sizeWorkload } from '@archwright/engine/workload/size-workload';
import type { Fact } from '@archwright/kernel';
import type { Catalogue, Decision, DecisionPointId } from '@archwright/model';

/** Decisions on a brief, made once for all rows. */
const known = new Map<string, readonly Decision[]>();
function decisionsOn(brief: string, given: Catalogue = catalogue): readonly Decision[] {
  const made = given === catalogue ? known.get(brief) : undefined;
  if (made) return made;
  const { reading, figures } = understand({ brief, catalogue: given });
  const book = figures.copy();
  const decided = decide(reading, sizeWorkload(reading, given.archetypes, book), given, book);
  if ('conflict' in decided) throw new Error(`${brief}: ${JSON.stringify(decided.conflict)}`);
  if (given === catalogue) known.set(brief, decided.decisions);
  return decided.decisions;
}
const at = (point: DecisionPointId, brief: string, given?: Catalogue): Decision => {
  const found = decisionsOn(brief, given).find(({ id }) => id === point);
  if (!found) throw new Error(`${brief}: ${point} was not decided`);
  return found;
};
const shapeOf = (brief: string): string =>
  decisionsOn(brief)
    .map(({ id, chosen }) => `${id}=${chosen}`)
    .join(' ');

const COURTS = 'A platform for booking sports courts, with payments and notifications.';
const SMALL_SHOP = 'An online shop for handmade furniture. 5,000 customers, 200 orders a day, team of 4 engineers.';
const LARGE_SHOP =
  'An online shop with payments, notifications and search. 20 million customers, 2 million orders a day, 60 engineers in 8 teams.';
const LISTENED =
  'Payments, orders and notifications for a marketplace; analytics, fraud and search subscribe to all events and replay a year of them. Availability 99.95 %. 80 engineers.';
const LINKS = 'A link shortener for users on every continent, redirects p99 under 100 ms, 10 million redirects a day, team of 5.';

const CHAT = 'A chat for groups with presence. 20 million users, team of 3.';
const MANY =
  'A platform of orders, payments, inventory, search, notifications, reviews and shipping on Kubernetes for 150 engineers, 30 million users, pull-based delivery.';

/** REQUIREMENTS D1: where each pattern wins, and where it stands and loses. */
describe('each architecture pattern wins where the figures say so, and loses elsewhere with the figure that settled it', () => {
  test.each<[string, string, string]>([
    ['modular-monolith', `${COURTS} 10 million users. Team of 4.`, LARGE_SHOP],
    ['serverless', SMALL_SHOP, `${COURTS} 10 million users. Team of 4.`],
    ['microservices', `${COURTS} 10 million users. Team of 60.`, `${COURTS} 10 million users. Team of 4.`],
    ['edge-first', LINKS, SMALL_SHOP],
    ['event-driven', LISTENED, LARGE_SHOP],
  ])('%s', (pattern, wins, loses) => {
    expect(at('pattern', wins).chosen).toBe(pattern);
    const elsewhere = at('pattern', loses);
    expect(elsewhere.chosen).not.toBe(pattern);
    const verdict = elsewhere.options.find(({ id }) => id === pattern)!;
    expect(['feasible', 'rejected']).toContain(verdict.verdict);
    expect(`${verdict.reason} ${verdict.constraint ?? ''}`).toMatch(/\d|needs/);
  });

  test('no rule about people: with coordination free, one deployable wins for sixty engineers too', () => {
    const brief = `${COURTS} 10 million users. Team of 60.`;
    const nothing = (fact: Fact): Fact => ({ ...fact, low: 0, likely: 0, high: 0 });
    const options = catalogue.options.map((option) => ({
      ...option,
      parameters: Object.fromEntries(
        Object.entries(option.parameters).map(([name, fact]) => [
          name,
          name === 'pairHours' || name === 'crossTeamHours' ? nothing(fact) : fact,
        ]),
      ),
    }));
    expect(at('pattern', brief).chosen).toBe('microservices');
    expect(at('pattern', brief, { ...catalogue, options }).chosen).toBe('modular-monolith');
  });
});

describe('the same brief is another design for another team, size, latency, load or place', () => {
  test.each<[string, string, string]>([
    ['4 people and 60', `${COURTS} 100,000 users. Team of 4.`, `${COURTS} 100,000 users. Team of 60.`],
    ['1,000 users and 100,000', `${COURTS} 1,000 users. Team of 4.`, `${COURTS} 100,000 users. Team of 4.`],
    ['100,000 users and 10 million', `${COURTS} 100,000 users. Team of 4.`, `${COURTS} 10 million users. Team of 4.`],
    [
      'no latency and a strict one everywhere',
      `${COURTS} 100,000 users. Team of 4.`,
      `${COURTS} 100,000 users on every continent, p99 under 100 ms. Team of 4.`,
    ],
    [
      'steady load and bursts',
      `${COURTS} 10 million users, the load is steady around the clock. Team of 12.`,
      `${COURTS} 10 million users, the load comes in short bursts and is idle otherwise. Team of 12.`,
    ],
    [
      'the EU only and the whole world',
      `${COURTS} 100,000 users, data must stay in the EU. Team of 4.`,
      `${COURTS} 100,000 users on every continent, p99 under 100 ms. Team of 4.`,
    ],
  ])('%s', (_, one, other) => {
    expect(shapeOf(one)).not.toBe(shapeOf(other));
    for (const { options, title } of decisionsOn(other)) {
      const chosen = options.find(({ verdict }) => verdict === 'chosen');
      expect(chosen?.reason, title).not.toBe('');
    }
  });
});

/** REQUIREMENTS E: a brief in which each technology that is a choice is chosen; in the others it loses, with a figure. */
const WINS: readonly (readonly [technology: string, brief: string])[] = [
  ['nodejs', `${COURTS} 10 million users. Team of 4.`],
  ['fastify', `${COURTS} 10 million users. Team of 4.`],
  ['bullmq', `${COURTS} 10 million users. Team of 4.`],
  ['aws', `${COURTS} 10 million users. Team of 4.`],
  ['nestjs', `${COURTS} 10 million users. Team of 60.`],
  ['clickhouse', `${COURTS} 10 million users. Team of 60.`],
  ['postgresql', LISTENED],
  ['cloudflare', SMALL_SHOP],
  ['cloudflare-workers', SMALL_SHOP],
  ['d1', SMALL_SHOP],
  ['supabase', 'A chat for groups with presence. 2,000 users, team of 3.'],
  ['python', 'An API that scores documents with our Python models, 3,000 users, team of 5, everyone writes Python.'],
  ['fastapi', 'An API that scores documents with our Python models, 3,000 users, team of 5, everyone writes Python.'],
  ['express', 'A booking system, our developers know Express and Node. 300,000 users.'],
  ['vercel', 'A booking system, our developers know Express and Node. 300,000 users.'],
  ['argocd', 'A marketplace on Kubernetes, rollouts by Argo CD, 40 engineers, 200,000 users.'],
  ['kubernetes', 'A marketplace on Kubernetes, rollouts by Argo CD, 40 engineers, 200,000 users.'],
  ['flux', 'A marketplace on Kubernetes, GitOps with Flux, 40 engineers, 2 million users.'],
  ['sst', 'A shop on AWS Lambda, infrastructure with SST, 20,000 customers. Team of 3.'],
  ['lambda', 'A shop on AWS Lambda, infrastructure with SST, 20,000 customers. Team of 3.'],
  ['sqs', 'A shop on AWS Lambda, infrastructure with SST, 20,000 customers. Team of 3.'],
  ['pulumi', 'A shop on AWS, infrastructure with Pulumi, 10 engineers, 20,000 customers.'],
  ['terraform', 'A shop on AWS, we use Terraform, 10 engineers, 20,000 customers.'],
  ['gitlab-ci', 'A booking system, we deploy with GitLab CI, 12 engineers, 300,000 users.'],
  ['github-actions', SMALL_SHOP],
  ['drizzle', SMALL_SHOP],
  ['valibot', SMALL_SHOP],
  ['gitlab-ci', MANY],
  ['java', MANY],
  ['spring-boot', MANY],
  ['go', 'A metrics platform with aggregations over sensor readings. 20 million users, team of 3.'],
  ['gin', 'A metrics platform with aggregations over sensor readings. 20 million users, team of 3.'],
  ['rust', CHAT],
  ['valkey', 'A social feed with followers. 20 million users, team of 3.'],
  ['planetscale', 'A metrics platform with aggregations over sensor readings. 30,000 users, team of 3.'],
  [
    'mongodb',
    'Brands pay for each tap on their sponsored listings. Count 1.2 billion taps a day and show each brand its numbers within a minute.',
  ],
  ['dynamodb', 'Collaborative documents. 100 million users, team of 3.'],
  ['rabbitmq', 'An online shop with orders and payments. 20 million users, team of 70, RabbitMQ is in use.'],
  ['gcp', 'An online shop with orders and payments. 2,000 users, team of 12, on Google Cloud.'],
  ['cloud-functions', 'An online shop with orders and payments. 2,000 users, team of 12, on Google Cloud.'],
  ['prisma', 'An online shop with orders and payments. 2,000 users, team of 12, on Google Cloud.'],
  ['azure', 'A chat for groups with presence. 2,000 users, team of 70, on Azure.'],
  ['azure-functions', 'A chat for groups with presence. 2,000 users, team of 70, on Azure.'],
  ['prometheus', 'An online shop with orders and payments. 300,000 users, team of 3.'],
  ['grafana', 'An online shop with orders and payments. 300,000 users, team of 3.'],
  ['clerk', 'An online shop with orders and payments. 2,000 users, team of 3.'],
  ['sentry', 'An online shop with orders and payments. 2,000 users, team of 3.'],
  ['opentofu', 'An online shop with orders and payments. 2,000 users, team of 70.'],
  ['turso', 'An online shop with orders and payments. 2,000 users, team of 3, on AWS.'],
  ['kysely', 'An online shop with orders and payments. 2,000 users, team of 3, on AWS.'],
  ['zod', 'An online shop with orders and payments. 2,000 users, team of 3, on AWS.'],
];

describe('each technology that is a choice wins somewhere and loses elsewhere', () => {
  const briefs = [...new Set(WINS.map(([, brief]) => brief))];
  test.each(WINS)('%s', (technology, wins) => {
    const chosen = (brief: string): boolean => decisionsOn(brief).some(({ technologies }) => technologies.includes(technology));
    expect(chosen(wins)).toBe(true);
    const ids = new Set(catalogue.options.filter(({ technologies }) => technologies.includes(technology)).map(({ id }) => id));
    const losses = briefs
      .filter((brief) => !chosen(brief))
      .flatMap((brief) =>
        decisionsOn(brief).flatMap(({ options }) => options.filter(({ id, verdict }) => ids.has(id) && verdict !== 'chosen')),
      );
    expect(losses.some(({ reason }) => /\d/.test(reason))).toBe(true);
  });
});
