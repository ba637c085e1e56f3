import type { Assumption, Design, Question, Requirement, Risk, RoadmapStage, Threat } from '@archwright/model';
import { sampleArchitecture } from './sample-architecture.ts';
import { sampleDecisions, sampleVersions } from './sample-decisions.ts';
import { sampleFigures } from './sample-figures.ts';

const BRIEF =
  'Museums let visitors resell tickets they cannot use. 20,000 tickets are listed a day; each shows up in searches at once. ' +
  'Team of 4, $1,500 a month, three months. Offers answer within 300 ms at p99. Availability 99.9 %. Keep what happened to a listing for a year.';

const requirements: readonly Requirement[] = [
  {
    id: 'volume.list-ticket',
    key: 'volume',
    subject: 'list-ticket',
    quantity: { low: 0.2315, likely: 0.2315, high: 0.2315, unit: '1/s' },
    origin: 'stated',
    statement: '20,000 tickets are listed a day',
    figure: 'listings-per-day',
    at: { source: 'brief', start: 52, end: 84, quote: '20,000 tickets are listed a day' },
  },
  {
    id: 'team.size',
    key: 'team.size',
    quantity: { low: 4, likely: 4, high: 4, unit: 'count' },
    origin: 'stated',
    statement: 'a team of 4',
    figure: 'team',
  },
  {
    id: 'budget',
    key: 'budget',
    quantity: { low: 1500, likely: 1500, high: 1500, unit: 'USD/month' },
    origin: 'stated',
    statement: '$1,500 a month',
    figure: 'budget',
  },
  {
    id: 'timeline',
    key: 'timeline',
    quantity: { low: 7_884_000, likely: 7_884_000, high: 7_884_000, unit: 's' },
    origin: 'stated',
    statement: 'three months',
    figure: 'timeline',
  },
  {
    id: 'availability',
    key: 'availability',
    quantity: { low: 0.999, likely: 0.999, high: 0.999, unit: 'ratio' },
    origin: 'stated',
    statement: '99.9 % availability',
    figure: 'availability-objective',
  },
  {
    id: 'peak-factor',
    key: 'peak-factor',
    quantity: { low: 2, likely: 4, high: 8, unit: 'ratio' },
    origin: 'assumed',
    statement: 'peak is four times the mean',
    reason: 'new dates go on sale at a fixed hour',
    figure: 'peak-factor',
  },
];

const assumptions: readonly Assumption[] = [
  {
    id: 'peak-factor',
    statement: 'the peak is four times the mean',
    reason: 'new dates go on sale at a fixed hour',
    figure: 'peak-factor',
    fragile: false,
    effect: 'at eight times a third API instance is needed',
  },
  {
    id: 'views-per-listing',
    statement: 'fifty offers are viewed for each ticket listed',
    reason: 'resale pages are read far more often than written',
    figure: 'views-per-listing',
    fragile: true,
    effect: 'without the cache the database needs another size',
  },
];

const questions: readonly Question[] = [
  {
    id: 'views',
    question: 'How many offers does a visitor look at before buying?',
    key: 'ratio',
    subject: 'views',
    default: '50 for each ticket listed',
    changes: 'below 10 the cache is not needed',
    blocking: false,
    flips: ['cache'],
    costMoved: 24.8,
  },
];

const risks: readonly Risk[] = [
  {
    id: 'primary-lost',
    title: 'The primary store fails over',
    component: 'primary-store',
    trigger: 'a zone is lost',
    effect: 'writes fail for about a minute',
    signal: 'connection errors from the API',
    mitigation: 'standby in a second zone, retries on reads',
    recovery: 'automatic promotion; check the lag',
    severity: 'high',
    sources: ['https://example.com/failover'],
  },
  {
    id: 'payment-down',
    title: 'The payment provider is down',
    component: 'external-payment',
    trigger: 'provider incident',
    effect: 'purchases stay pending',
    signal: 'oldest pending job is older than five minutes',
    mitigation: 'jobs wait in the queue with back-off',
    recovery: 'drain the queue when it returns',
    severity: 'medium',
    sources: [],
  },
  {
    id: 'cache-cold',
    title: 'The cache is cold',
    component: 'cache',
    trigger: 'a node is replaced',
    effect: 'every page of offers reads the database',
    signal: 'hit share below 50 %',
    mitigation: 'request coalescing',
    recovery: 'warms by itself',
    severity: 'low',
    sources: [],
  },
];

const threats: readonly Threat[] = [
  {
    id: 'T1',
    flow: 'view-offers',
    category: 'denial-of-service',
    threat: 'scraping of all offers',
    control: 'rate limits for each caller at the edge',
    owasp: 'API4:2023',
    asvs: 'V2.4.1',
  },
  {
    id: 'T2',
    flow: 'buy-ticket',
    category: 'spoofing',
    threat: 'a stolen token buys tickets',
    control: 'short-lived tokens and re-authentication for payment',
    owasp: 'API2:2023',
    asvs: 'V9.2.1',
  },
  {
    id: 'T3',
    flow: 'buy-ticket',
    category: 'information-disclosure',
    threat: 'a visitor reads another museum’s purchases',
    control: 'row-level security by museum',
    owasp: 'API1:2023',
    asvs: 'V8.2.2',
  },
];

const roadmap: readonly RoadmapStage[] = [
  {
    id: 'today',
    title: 'First release',
    factor: 1,
    load: 'today’s load',
    trigger: 'release',
    changes: [],
    resizes: [],
    migration: [],
    monthlyCost: 490,
    monthlyCostBefore: 490,
  },
  {
    id: 'read-replica',
    title: 'A read replica',
    factor: 8,
    load: 'eight times today’s load',
    trigger: 'the primary store is above its planned use',
    saturates: 'primary-store',
    reachedOn: '2029-03-01',
    alert: 'PrimaryStoreUseHigh',
    changes: [
      {
        decision: 'primary-store',
        from: 'rds-postgresql-two-zones',
        to: 'rds-postgresql-replica',
        because: 'reads outgrow one instance',
      },
    ],
    resizes: ['api'],
    migration: [
      {
        phase: 'expand',
        subject: 'Primary datastore',
        step: 'add the replica and route page reads to it',
        rollback: 'route the reads back',
        reversible: true,
        risk: 'a page may be a second old',
        hours: 24,
      },
    ],
    monthlyCost: 980,
    monthlyCostBefore: 490,
  },
];

/**
 * A complete hand-made design for the generators' own tests: resale of museum tickets. It uses every feature of the model
 * a generator can meet; the numbers are made up and the prices name no real provider.
 */
export function sampleDesign(): Design {
  return {
    title: 'Museum ticket resale',
    date: '2026-11-24',
    seed: 1,
    catalogueAsOf: '2026-11-01',
    brief: BRIEF,
    intent: 'design',
    depth: 'full',
    requirements,
    assumptions,
    questions,
    nonGoals: ['selling first-hand tickets'],
    figures: sampleFigures(),
    decisions: sampleDecisions(),
    architecture: sampleArchitecture(),
    summary: {
      what: [
        'A modular monolith on two containers.',
        'PostgreSQL holds records, events and jobs.',
        'A cache answers pages of offers.',
        'A worker talks to the payment provider.',
        'Museums are separated by row-level security.',
      ],
      monthlyCost: 'monthly-cost',
      carries: 'request-peak',
      breaksFirst: 'primary-store',
      topRisks: ['primary-lost', 'payment-down', 'cache-cold'],
    },
    capacity: [
      { label: 'Requests', figures: ['list-mean', 'view-mean', 'request-peak'] },
      { label: 'Storage', figures: ['listing-total', 'event-total', 'stored'] },
      { label: 'API instances', figures: ['api-instances', 'api-utilisation'] },
    ],
    costs: [
      { component: 'api', option: 'ecs-fargate', label: 'containers', dimension: 'compute', figure: 'compute-cost' },
      {
        component: 'primary-store',
        option: 'rds-postgresql-two-zones',
        label: 'instances in two zones',
        dimension: 'compute',
        figure: 'database-price',
      },
      {
        component: 'primary-store',
        option: 'rds-postgresql-two-zones',
        label: 'storage',
        dimension: 'storage',
        figure: 'storage-cost',
      },
      { component: 'cache', option: 'valkey-node', label: 'one node', dimension: 'compute', figure: 'cache-price' },
    ],
    risks,
    threats,
    compliance: [
      {
        regime: 'GDPR',
        control: 'Art. 17',
        asks: 'erasure on request',
        metBy: 'visitors are deleted; events keep no personal data',
        source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
      },
    ],
    limits: ['one region: visitors far from it wait longer'],
    overEngineered: ['Kafka: 0.2 listings a second need no stream'],
    roadmap,
    versions: sampleVersions(),
    diagnostics: [],
    findings: [],
  };
}
