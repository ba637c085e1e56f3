import type { Decision, DecisionPointId, OptionVerdict, VersionFinding } from '@archwright/model';

type Chosen = Pick<OptionVerdict, 'id' | 'name' | 'reason'>;
const decision = (
  id: DecisionPointId,
  title: string,
  chosen: Chosen,
  technologies: readonly string[],
  others: readonly OptionVerdict[],
  options: Partial<Decision> = {},
): Decision => ({
  id,
  title,
  question: `Which ${title.toLowerCase()}?`,
  chosen: chosen.id,
  chosenName: chosen.name,
  technologies,
  options: [{ ...chosen, verdict: 'chosen', figures: ['monthly-cost'], totalCost: 41_000, monthlyCost: 490 }, ...others],
  flips: [],
  gains: 'fewer parts for four engineers',
  gives: 'independent scaling of the parts',
  rollback: 'the seams between modules allow a later split',
  requirements: ['team.size'],
  ...options,
});

const rejected = (id: string, name: string, reason: string, constraint: string, figure: string): OptionVerdict => ({
  id,
  name,
  verdict: 'rejected',
  reason,
  constraint,
  figures: [figure],
});

const dearer = (id: string, name: string, reason: string, totalCost: number): OptionVerdict => ({
  id,
  name,
  verdict: 'feasible',
  reason,
  constraint: 'cost',
  figures: ['monthly-cost'],
  totalCost,
});

/** Decisions with a chosen, a dearer and a rejected option each where that makes sense. */
export const sampleDecisions = (): readonly Decision[] => [
  decision(
    'pattern',
    'Architecture pattern',
    { id: 'modular-monolith', name: 'Modular monolith', reason: 'lowest total cost for four engineers' },
    [],
    [
      dearer('serverless', 'Serverless', 'dearer at a steady load', 47_000),
      rejected('microservices', 'Microservices', 'needs more operating hours than four engineers have', 'team.size', 'team'),
    ],
    {
      runnerUp: { id: 'serverless', name: 'Serverless', extraCost: 6_000 },
      robustness: { share: 0.93, draws: 200 },
      flips: [{ axis: 'team', at: 22, to: 'microservices', toName: 'Microservices' }],
    },
  ),
  decision(
    'primary-store',
    'Primary datastore',
    {
      id: 'rds-postgresql-two-zones',
      name: 'PostgreSQL on Amazon RDS, two zones',
      reason: 'transactions and row-level security',
    },
    ['postgresql'],
    [rejected('dynamodb', 'DynamoDB', 'no joins for the settlement report', 'capability:joins', 'purchase-rows')],
    { existing: 'PostgreSQL is in use: compose.yaml:12' },
  ),
  decision(
    'cache',
    'Cache',
    { id: 'valkey-node', name: 'Valkey, one node', reason: 'pages of offers repeat' },
    ['valkey'],
    [dearer('none', 'No cache', 'a larger database costs more', 42_500)],
    {
      runnerUp: { id: 'none', name: 'No cache', extraCost: 1_500 },
    },
  ),
  decision(
    'authentication',
    'Authentication',
    {
      id: 'oidc-provider',
      name: 'OpenID Connect with short-lived JWTs',
      reason: 'visitors already have accounts at their museum',
    },
    ['oauth2', 'jwt'],
    [rejected('api-keys', 'API keys', 'people cannot keep keys', 'users', 'visitors')],
  ),
  decision(
    'compute',
    'Compute platform',
    { id: 'ecs-fargate', name: 'ECS on Fargate', reason: 'containers without nodes to run' },
    ['fargate'],
    [rejected('eks', 'Kubernetes (EKS)', 'a control plane nobody in the team can run', 'team.size', 'team')],
  ),
  decision(
    'language',
    'Language and framework',
    { id: 'node-fastify', name: 'Node.js with Fastify', reason: 'the team knows it' },
    ['nodejs', 'fastify'],
    [],
  ),
  decision(
    'delivery',
    'Delivery',
    { id: 'github-actions', name: 'GitHub Actions with environments', reason: 'the repository is there' },
    ['github-actions'],
    [],
  ),
];

const version = (technology: string, name: string, found: Partial<VersionFinding>): VersionFinding => ({
  technology,
  name,
  status: 'verified',
  reason: 'registry and lifecycle agree',
  link: `https://example.com/${technology}`,
  evidence: [],
  ...found,
});

/** One finding of each status. */
export const sampleVersions = (): readonly VersionFinding[] => [
  version('postgresql', 'PostgreSQL', {
    version: '18',
    asOf: '2026-11-20',
    endOfLife: '2030-11-14',
    evidence: [
      {
        subject: 'postgresql',
        claim: 'version',
        value: '18.4',
        source: 'endoflife.date',
        locator: 'https://endoflife.date/postgresql',
        retrievedAt: '2026-11-20T08:00:00Z',
        origin: 'snapshot',
      },
    ],
  }),
  version('fastify', 'Fastify', {
    version: '5.12.8',
    status: 'stale',
    reason: 'snapshot is older than 90 days',
    asOf: '2026-07-01',
  }),
  version('valkey', 'Valkey', { status: 'unverified', reason: 'no registry answered' }),
];
