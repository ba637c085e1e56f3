import type { Architecture, Component, Connection, DomainEvent, Flow, MechanismUse } from '@archwright/model';
import { sampleKeyspace } from './sample-keyspace.ts';
import { sampleAccessPatterns, sampleEntities } from './sample-entities.ts';
import { sampleOperations } from './sample-operations.ts';

const component = (
  id: string,
  name: string,
  kind: Component['kind'],
  boundary: string,
  options: Partial<Component> = {},
): Component => ({
  id,
  name,
  kind,
  boundary,
  responsibility: `${name} of the resale service`,
  because: 'asked for by the brief',
  contexts: [],
  ...options,
});

const BOTH = ['resale', 'settlement'];
const components = (): Component[] => [
  component('client', 'Visitor web app', 'client', 'internet', { responsibility: 'lists, browses and buys tickets' }),
  component('edge', 'CDN', 'edge', 'edge', {
    technology: 'CloudFront',
    technologyId: 'cloudfront',
    decision: 'edge',
    option: 'cdn',
  }),
  component('api', 'API', 'service', 'private', {
    technology: 'Fastify on Node.js',
    technologyId: 'fastify',
    decision: 'language',
    option: 'node-fastify',
    responsibility: 'answers every synchronous operation',
    because: 'request-peak fits two small containers',
    contexts: BOTH,
    instances: 'api-instances',
    utilisation: 'api-utilisation',
    monthlyCost: 'compute-cost',
  }),
  component('worker', 'Worker', 'worker', 'private', {
    technology: 'Node.js',
    technologyId: 'nodejs',
    decision: 'language',
    option: 'node-fastify',
    responsibility: 'takes payments, sends payouts and mail',
    contexts: ['settlement'],
    instances: 'worker-instances',
  }),
  component('primary-store', 'Primary store', 'database', 'data', {
    technology: 'PostgreSQL',
    technologyId: 'postgresql',
    decision: 'primary-store',
    option: 'rds-postgresql-two-zones',
    responsibility: 'holds every record, event and job',
    contexts: BOTH,
    monthlyCost: 'database-price',
    availability: 'database-availability',
  }),
  component('cache', 'Cache', 'cache', 'data', {
    technology: 'Valkey',
    technologyId: 'valkey',
    decision: 'cache',
    option: 'valkey-node',
    responsibility: 'answers repeated pages of offers',
    monthlyCost: 'cache-price',
  }),
  component('identity', 'Identity provider', 'identity', 'partner', { responsibility: 'signs visitors in and issues tokens' }),
  component('external-payment', 'Payment provider', 'external', 'partner', { responsibility: 'charges buyers and pays sellers' }),
  component('external-mail', 'Mail provider', 'external', 'partner', { responsibility: 'delivers confirmations' }),
  component('observability', 'Telemetry', 'observability', 'private', {
    technology: 'OpenTelemetry',
    technologyId: 'opentelemetry',
    decision: 'observability',
    option: 'otel',
  }),
];

const connection = (
  from: string,
  to: string,
  protocol: string,
  purpose: string,
  options: Partial<Connection> = {},
): Connection => ({
  id: `${from}-${to}`,
  from,
  to,
  purpose,
  protocol,
  mode: 'sync',
  authentication: 'mutual TLS',
  carries: 'internal',
  ...options,
});

const connections = (): Connection[] => [
  connection('client', 'edge', 'HTTPS', 'pages and API calls', {
    rate: 'request-peak',
    authentication: 'bearer token',
    carries: 'pii',
    timeoutMs: 10_000,
  }),
  connection('edge', 'api', 'HTTPS', 'uncached calls', {
    rate: 'request-peak',
    payload: 'offer-page-bytes',
    authentication: 'bearer token',
    carries: 'pii',
    timeoutMs: 5_000,
  }),
  connection('client', 'identity', 'HTTPS', 'sign-in', { authentication: 'password and second factor', carries: 'pii' }),
  connection('api', 'cache', 'RESP', 'pages of offers', { rate: 'view-peak', timeoutMs: 50, authentication: 'ACL user' }),
  connection('api', 'primary-store', 'PostgreSQL', 'records', {
    rate: 'request-peak',
    timeoutMs: 500,
    retry: 'reads twice',
    carries: 'pii',
  }),
  connection('worker', 'primary-store', 'PostgreSQL', 'jobs and payouts', { rate: 'buy-peak', carries: 'pii' }),
  connection('worker', 'external-payment', 'HTTPS', 'charges and payouts', {
    mode: 'async',
    rate: 'buy-peak',
    timeoutMs: 10_000,
    retry: '5 attempts, exponential back-off with jitter',
    authentication: 'API key',
    carries: 'card',
  }),
  connection('worker', 'external-mail', 'HTTPS', 'confirmations', {
    mode: 'async',
    rate: 'buy-mean',
    timeoutMs: 5_000,
    authentication: 'API key',
    carries: 'pii',
  }),
  connection('api', 'observability', 'OTLP', 'traces and metrics', { mode: 'async' }),
];

type Step = Flow['steps'][number];
const steps = (...lines: readonly string[]): Step[] =>
  lines.map((line) => {
    const [route = '', action = ''] = line.split(': ');
    const [from = '', to = ''] = route.split(' -> ');
    return { from, to, action, ...(action.startsWith('answers') && { reply: true }) };
  });

const flows = (): Flow[] => [
  {
    id: 'view-offers',
    title: 'A visitor browses offers',
    mode: 'sync',
    operation: 'list-listings',
    latencyP50: 'api-p50',
    latencyP99: 'api-p99',
    target: 'view-target',
    steps: steps(
      'client -> edge: asks for a page of offers',
      'edge -> api: passes the call on',
      'api -> cache: looks for the page',
      'api -> primary-store: reads the page on a miss',
      'primary-store -> api: answers with 20 listings',
      'api -> client: answers with the page and a cursor',
    ),
  },
  {
    id: 'buy-ticket',
    title: 'A visitor buys a ticket',
    mode: 'async',
    operation: 'buy-listing',
    latencyP99: 'payout-p99',
    steps: steps(
      'client -> edge: buys a listing with an idempotency key',
      'edge -> api: passes the call on',
      'api -> primary-store: reserves the listing and writes the job in one transaction',
      'api -> client: answers 202 with the purchase',
      'worker -> primary-store: takes the next job',
      'worker -> external-payment: charges the buyer',
      'external-payment -> worker: answers with the result',
      'worker -> primary-store: marks the purchase paid and the payout due',
      'worker -> external-mail: sends the confirmation',
    ),
  },
  {
    id: 'nightly-payouts',
    title: 'Payouts are sent each night',
    mode: 'batch',
    steps: steps('worker -> primary-store: claims the payouts that are due', 'worker -> external-payment: sends each payout'),
  },
];

const event = (id: string, name: string, when: string, entity: string, consumers: string[]): DomainEvent => ({
  id,
  name,
  version: 1,
  context: entity === 'listing' ? 'resale' : 'settlement',
  when,
  entity,
  producer: 'api',
  consumers,
  rate: entity === 'listing' ? 'list-mean' : 'buy-mean',
});

const mechanisms = (): MechanismUse[] => [
  {
    id: 'reservation-with-expiry',
    name: 'Reservation with expiry',
    problem: 'two visitors buy the same ticket at once',
    structure: 'a conditional update moves the listing from open to reserved; a job returns it when the hold ends',
    steps: [
      'update the listing where its status is still open',
      'insert the purchase and the job in the same transaction',
      'return the listing when the hold ends unpaid',
    ],
    parameters: [
      { label: 'hold', figure: 'reservation-hold', meaning: 'time a buyer has to pay' },
      { label: 'held at peak', figure: 'held-reservations', meaning: 'rows a sweep has to look at' },
    ],
    tradeOff: 'a ticket stays invisible while a buyer hesitates',
    rejected: { alternative: 'a lock in the cache', because: 'a lost cache node would sell a ticket twice' },
    edgeCase: { case: 'the payment succeeds after the hold has ended', cure: 'refund at once and tell the buyer' },
    snippet: { language: 'sql', code: "UPDATE listings SET status = 'reserved' WHERE id = $1 AND status = 'open'" },
    sources: ['https://www.postgresql.org/docs/18/transaction-iso.html'],
    deepDive: true,
  },
  {
    id: 'idempotency-key',
    name: 'Idempotency key',
    problem: 'a client repeats a purchase after a time-out',
    structure: 'the key and the first answer are stored with the purchase',
    steps: ['store the key under a unique constraint', 'answer a repeat with the stored answer'],
    parameters: [{ label: 'purchases at peak', figure: 'buy-peak', meaning: 'keys written' }],
    tradeOff: 'one more row for each purchase',
    rejected: { alternative: 'trusting the client not to repeat', because: 'mobile clients retry' },
    edgeCase: { case: 'the same key with another body', cure: 'answer 422' },
    sources: ['https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/'],
    deepDive: false,
  },
];

/** A modular monolith over PostgreSQL: two contexts, ten components, three flows. */
export const sampleArchitecture = (): Architecture => ({
  components: components(),
  connections: connections(),
  flows: flows(),
  contexts: [
    { id: 'resale', name: 'Resale', purpose: 'offers of tickets' },
    { id: 'settlement', name: 'Settlement', purpose: 'payments and payouts' },
  ],
  entities: sampleEntities(),
  accessPatterns: sampleAccessPatterns(),
  api: { basePath: '/api/v1', version: 'v1', style: 'REST', operations: sampleOperations() },
  events: [
    event('listing-opened', 'ListingOpened', 'a ticket is offered', 'listing', ['worker']),
    event('listing-sold', 'ListingSold', 'a payment succeeds', 'purchase', ['worker', 'external-mail']),
  ],
  boundaries: [
    { id: 'internet', name: 'Internet', trust: 'untrusted', crossing: 'TLS, bearer token' },
    { id: 'edge', name: 'Edge', trust: 'semi-trusted', crossing: 'TLS, rate limits, request size limits' },
    { id: 'private', name: 'Private network', trust: 'trusted after authentication', crossing: 'mutual TLS' },
    { id: 'data', name: 'Data', trust: 'restricted', crossing: 'database roles, row-level security' },
    { id: 'partner', name: 'Partners', trust: 'contract', crossing: 'TLS, API keys, egress allow-list' },
  ],
  slos: [
    {
      id: 'availability',
      name: 'API availability',
      kind: 'availability',
      objective: 0.999,
      windowDays: 30,
      errorBudgetMinutes: 'error-budget',
      origin: 'stated',
    },
    {
      id: 'view-latency',
      name: 'Offers answer in time',
      flow: 'view-offers',
      kind: 'latency',
      objective: 0.99,
      threshold: 'view-target',
      windowDays: 30,
      origin: 'stated',
    },
    {
      id: 'payout-freshness',
      name: 'Purchases settle in time',
      flow: 'buy-ticket',
      kind: 'freshness',
      objective: 0.99,
      threshold: 'payout-p99',
      windowDays: 30,
      origin: 'assumed',
    },
  ],
  units: [
    {
      id: 'api',
      name: 'api',
      runs: ['api'],
      image: 'resale',
      command: 'node dist/api.js',
      port: 8080,
      replicas: 'api-instances',
      cpu: '500m',
      memory: '512Mi',
    },
    {
      id: 'worker',
      name: 'worker',
      runs: ['worker'],
      image: 'resale',
      command: 'node dist/worker.js',
      replicas: 'worker-instances',
      cpu: '250m',
      memory: '256Mi',
    },
  ],
  mechanisms: mechanisms(),
  keyspaces: [sampleKeyspace()],
});
