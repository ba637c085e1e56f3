import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const scaling: Source = {
  title: 'StackShare: how LaunchDarkly grew from 4 to 200 billion flags a day', url: 'https://stackshare.io/launchdarkly/redux-scaling-launchdarkly-from-4-to-200-billion-feature-flags-daily', asOf: 'undated', confidence: 'B', note: '1.5M clients and 500k servers connected at peak, updates within 500 ms at p99',
};
const caseStudy: Source = {
  title: 'HLD handbook, feature flag case study', url: 'https://handbook-hld.pages.dev/curriculum/case-studies/feature-flag-service/', asOf: '2026-05-11', confidence: 'C',
};
const flagd: Source = { title: 'OpenTelemetry demo, flagd', url: 'https://github.com/open-telemetry/opentelemetry-demo/tree/054282e/src/flagd', asOf: '2026-08-22', confidence: 'B' };
const openFeature: Source = { title: 'OpenFeature specification', url: 'https://openfeature.dev/specification/', asOf: 'undated', confidence: 'A' };

export default defineArchetype({
  id: 'feature-flags', name: 'Feature flags and experiments', context: 'Flags',
  summary: 'lets teams switch features for chosen users, spreads rule sets to every running process within seconds, evaluates them locally and collects who saw what',
  triggers: {
    strong: ['feature flag', 'feature toggle', 'feature management', 'feature rollout', 'experimentation platform', 'a/b testing platform', 'remote config', 'remote configuration', 'kill switch', 'launchdarkly clone', 'like launchdarkly', 'clone of launchdarkly', 'design launchdarkly', 'build launchdarkly'],
    weak: ['flag', 'rollout', 'canary', 'targeting', 'experiment', 'variant', 'sdk', 'a/b test'],
    exclude: ['country flags', 'content flagging', 'red flag'],
    signs: [
      ['turn|switch|roll', 'on|off|out', 'function|feature|functionality|new version|behaviour', 'deployment|deploying|release|releasing|customer|user|tenth|share|%'],
    ],
    facets: [
      { must: 3, need: 5, groups: ['new|risky|feature|function|version|change|behaviour', 'only|first|tenth|percent|%|few|some|half|share|handful|pilot|branch|group', 'switch|turn|pull|flip|toggle|roll|widen|enable|disable|withdraw|hide|let loose|let it loose|take away|take it away|take back|undo', 'back|off|at once|instantly|without|deploy|release|seconds|programmer|in stages|gradually|step by step', 'user|customer|staff|household|client|people|tenant|@person|branch|shop'] },
      { must: 4, need: 4, groups: ['percent|%|share|tenth|handful|some users|few users|small group|per customer|one customer|certain customer|half|only some|beta', 'new|feature|function|functionality|version|behaviour', 'widen|turn|switch|flip|roll|enable|disable|visible|hide|try|toggle|turned', 'deploy|deployment|release|shipping|ship|restart|back|instantly|rebuild'] },
    ],
  },
  entities: [
    {
      name: 'Project', purpose: 'product whose flags belong together', rowBytes: 300, store: 'record',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'name', type: 'text', unique: true }, { name: 'ownerTeam', type: 'text' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Environment', purpose: 'stage of a project with its own rules and SDK credentials', rowBytes: 350, store: 'record', alsoCalled: ['service', 'application'],
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'projectId', type: 'uuid', references: 'Project.id' }, { name: 'name', type: 'text' },
        { name: 'sdkKeyHash', type: 'text', unique: true, classification: 'secret' }, { name: 'clientKey', type: 'text', unique: true }, { name: 'headVersion', type: 'bigint' },
        { name: 'requiresApproval', type: 'boolean' },
      ],
    },
    {
      name: 'Flag', purpose: 'switch with its variants, owner and planned removal', rowBytes: 800, store: 'record', alsoCalled: ['function', 'feature', 'switch'], createdBy: 'create-flag',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'projectId', type: 'uuid', references: 'Project.id' }, { name: 'flagKey', type: 'text' },
        { name: 'kind', type: 'text', values: ['boolean', 'string', 'number', 'json'] }, { name: 'variants', type: 'jsonb' }, { name: 'ownerTeam', type: 'text' },
        { name: 'state', type: 'text', values: ['active', 'archived'] }, { name: 'removeAfter', type: 'date', nullable: true }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'FlagRule', purpose: 'targeting of a flag in one environment', rowBytes: 1_500, store: 'record', createdBy: 'create-flag', rowsPerOperation: 3,
      fields: [
        { name: 'flagId', type: 'uuid', key: true, references: 'Flag.id' }, { name: 'environmentId', type: 'uuid', key: true, references: 'Environment.id' },
        { name: 'enabled', type: 'boolean' }, { name: 'rules', type: 'jsonb' }, { name: 'rollout', type: 'jsonb', nullable: true }, { name: 'defaultVariant', type: 'text' },
        { name: 'offVariant', type: 'text' }, { name: 'version', type: 'int' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'RuleSet', purpose: 'all rules of an environment as published: numbered, signed, never changed', rowBytes: 40_000, store: 'blob', createdBy: 'update-flag', retentionDays: 365,
      fields: [
        { name: 'environmentId', type: 'uuid', key: true, references: 'Environment.id' }, { name: 'version', type: 'bigint', key: true }, { name: 'objectKey', type: 'text', unique: true },
        { name: 'digest', type: 'bytea' }, { name: 'signature', type: 'text' }, { name: 'publishedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Segment', purpose: 'named group of users that rules refer to', rowBytes: 2_000, store: 'record', createdBy: 'create-flag', rowsPerOperation: 0.2,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'projectId', type: 'uuid', references: 'Project.id' }, { name: 'name', type: 'text' }, { name: 'rule', type: 'jsonb' },
        { name: 'memberHashes', type: 'jsonb', nullable: true, classification: 'pii' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Exposure', purpose: 'who was shown which variant, sampled or first of the day', rowBytes: 110, store: 'append', createdBy: 'record-events', rowsPerOperation: 40, retentionDays: 90,
      fields: [
        { name: 'environmentId', type: 'uuid', key: true }, { name: 'flagKey', type: 'text', key: true }, { name: 'subjectHash', type: 'bytea', key: true, classification: 'pii' },
        { name: 'exposedAt', type: 'timestamptz', key: true }, { name: 'variant', type: 'text' }, { name: 'ruleSetVersion', type: 'bigint' },
      ],
    },
    {
      name: 'Experiment', purpose: 'question, variants, metrics and the exposure rule of a test', rowBytes: 1_800, store: 'record', createdBy: 'start-experiment',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'flagId', type: 'uuid', references: 'Flag.id' }, { name: 'environmentId', type: 'uuid', references: 'Environment.id' },
        { name: 'hypothesis', type: 'text' }, { name: 'metrics', type: 'jsonb' }, { name: 'state', type: 'text', values: ['draft', 'running', 'stopped', 'decided'] },
        { name: 'startedAt', type: 'timestamptz', nullable: true }, { name: 'stoppedAt', type: 'timestamptz', nullable: true }, { name: 'decision', type: 'text', nullable: true },
      ],
    },
    {
      name: 'FlagAudit', purpose: 'who changed what, with the state before and after', rowBytes: 700, store: 'journal', createdBy: 'update-flag', retentionDays: 730,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'changedAt', type: 'timestamptz', key: true }, { name: 'flagId', type: 'uuid' },
        { name: 'environmentId', type: 'uuid', nullable: true }, { name: 'actorId', type: 'uuid' }, { name: 'approverId', type: 'uuid', nullable: true }, { name: 'before', type: 'jsonb' },
        { name: 'after', type: 'jsonb' }, { name: 'comment', type: 'text', nullable: true },
      ],
    },
  ],
  // Shares follow SDKs in the field: a rule set is fetched at start and polled where no stream is held, exposures are sent in batches;
  // evaluations themselves are local and cause no request. People in the console are a rounding error.
  operations: [
    {
      id: 'get-rule-set', summary: 'Fetch the current rule set if it is newer', actor: 'SDK',
      method: 'GET', path: '/environments/{environmentId}/rule-set', kind: 'read', share: 0.66107399, requestBytes: 150, responseBytes: 12_000, latencyP99Ms: 150, entity: 'RuleSet',
      synonyms: ['fetch flag', 'load flag', 'get flag', 'fetch ruleset', 'fetch config', 'poll flag', 'read flag', 'download config', 'fetch configuration'],
    },
    {
      id: 'follow-rule-set', summary: 'Receive changes as they are published', actor: 'SDK',
      method: 'STREAM', path: '/environments/{environmentId}/changes', kind: 'stream', share: 0.1, requestBytes: 100, responseBytes: 500, latencyP99Ms: 1_000, entity: 'RuleSet',
      synonyms: ['stream flag', 'subscribe flag', 'receive flag update', 'push flag', 'propagate change'],
    },
    {
      id: 'evaluate-flags', independent: true, summary: 'Evaluate all flags for one user on the server side', actor: 'thin client',
      method: 'POST', path: '/environments/{environmentId}/evaluations', kind: 'read', share: 0.0501, requestBytes: 600, responseBytes: 3_000, latencyP99Ms: 100, entity: 'FlagRule',
      synonyms: ['evaluate flag', 'check flag', 'flag evaluation', 'resolve flag'],
      body: [{ name: 'subjectKey', type: 'text', classification: 'pii' }, { name: 'attributes', type: 'jsonb', nullable: true, classification: 'pii' }],
      example: { subjectKey: 'u_8f31', attributes: { country: 'DE', plan: 'pro' } },
    },
    {
      id: 'record-events', summary: 'Take a batch of exposures and counters', actor: 'SDK',
      method: 'POST', path: '/environments/{environmentId}/events', kind: 'write', share: 0.185, requestBytes: 5_000, responseBytes: 20, latencyP99Ms: 400, entity: 'Exposure',
      asynchronous: true, idempotent: true, synonyms: ['send event batch', 'upload event', 'flush event'],
      body: [{ name: 'batchId', type: 'text' }, { name: 'exposures', type: 'jsonb' }, { name: 'counters', type: 'jsonb', nullable: true }],
      example: { batchId: 'b-5f21', exposures: [{ flagKey: 'new-checkout', variant: 'on', subjectHash: 'a91f', exposedAt: '2026-03-18T10:00:00Z', ruleSetVersion: 4_182 }] },
    },
    {
      id: 'list-flags', summary: 'List flags of a project', actor: 'developer',
      method: 'GET', path: '/projects/{projectId}/flags', kind: 'read', share: 0.003, requestBytes: 100, responseBytes: 15_000, latencyP99Ms: 500, entity: 'Flag',
      list: true, synonyms: ['list flag', 'browse flag', 'view flag', 'search flag'],
    },
    {
      id: 'create-flag', summary: 'Create a flag', actor: 'developer',
      method: 'POST', path: '/projects/{projectId}/flags', kind: 'write', share: 0.00002, requestBytes: 900, responseBytes: 600, latencyP99Ms: 500, entity: 'Flag',
      idempotent: true, synonyms: ['create flag', 'add flag', 'define flag'],
      body: [
        { name: 'flagKey', type: 'text' }, { name: 'kind', type: 'text', values: ['boolean', 'string', 'number', 'json'] }, { name: 'variants', type: 'jsonb' },
        { name: 'ownerTeam', type: 'text' }, { name: 'removeAfter', type: 'date', nullable: true },
      ],
      example: { flagKey: 'new-checkout', kind: 'boolean', variants: { on: true, off: false }, ownerTeam: 'checkout', removeAfter: '2026-09-30' },
    },
    {
      id: 'update-flag', summary: 'Change targeting, roll out or switch off', actor: 'developer',
      method: 'PATCH', path: '/flags/{flagId}/rules/{environmentId}', kind: 'write', share: 0.0001, requestBytes: 900, responseBytes: 600, latencyP99Ms: 700, entity: 'FlagRule',
      idempotent: true, synonyms: ['toggle flag', 'update flag', 'change rule', 'roll out feature', 'disable feature', 'enable feature', 'kill feature', 'change flag'],
      body: [
        { name: 'version', type: 'int' }, { name: 'enabled', type: 'boolean', nullable: true }, { name: 'rules', type: 'jsonb', nullable: true },
        { name: 'rollout', type: 'jsonb', nullable: true }, { name: 'comment', type: 'text', nullable: true },
      ],
      example: { version: 11, rollout: { on: 25, off: 75 }, comment: 'quarter of users' },
    },
    {
      id: 'start-experiment', summary: 'Start an experiment on a flag', actor: 'analyst',
      method: 'POST', path: '/experiments', kind: 'write', share: 0.00000501, requestBytes: 900, responseBytes: 500, latencyP99Ms: 600, entity: 'Experiment',
      idempotent: true, synonyms: ['start experiment', 'create experiment', 'run a/b test', 'run experiment'],
      body: [{ name: 'flagId', type: 'uuid' }, { name: 'environmentId', type: 'uuid' }, { name: 'hypothesis', type: 'text' }, { name: 'metrics', type: 'jsonb' }],
      example: { flagId: '0192f0cc-1a2b-7c3d-8e4f-5a6b7c8d9e00', environmentId: '0192f0cc-2b3c-7d4e-9f50-6b7c8d9e0f10', hypothesis: 'The new checkout raises completed orders', metrics: ['order_completed'] },
    },
    {
      id: 'get-results', summary: 'Show the results of an experiment', actor: 'analyst',
      method: 'GET', path: '/experiments/{experimentId}/results', kind: 'read', share: 0.000501, requestBytes: 100, responseBytes: 8_000, latencyP99Ms: 3_000, entity: 'Experiment',
      synonyms: ['view result', 'view experiment', 'analyse experiment', 'view dashboard'],
    },
    {
      id: 'list-changes', summary: 'List who changed what', actor: 'auditor',
      method: 'GET', path: '/flags/{flagId}/changes', kind: 'read', share: 0.0002, requestBytes: 100, responseBytes: 8_000, latencyP99Ms: 600, entity: 'FlagAudit',
      list: true, synonyms: ['view audit log', 'view change', 'audit flag'],
    },
  ],
  optional: [
    { name: 'Evaluation on the server', unless: 'locally|local evaluation|in process|in-process|in the sdk|client-side|client side|in memory', operations: ['evaluate-flags'], entities: [] },
  ],
  mainOperation: 'get-rule-set',
  flows: [
    {
      id: 'evaluate', title: 'A program asks for a flag', operation: 'get-rule-set', mode: 'sync',
      steps: [
        { from: 'client', to: 'blob-store', action: 'fetches the signed rule set at start through the edge, with the version it has' },
        { from: 'client', to: 'real-time', action: 'holds a stream for changes, or polls with jitter, and evaluates in memory by hashing subject and flag into a stable bucket' },
      ],
    },
    {
      id: 'publish', title: 'A rule changes', operation: 'update-flag', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'sends the change with the version it has seen' },
        { from: 'api', to: 'primary-store', action: 'checks approval, stores rule, audit entry and outbox row in one transaction' },
        { from: 'worker', to: 'primary-store', action: 'reads all rules of the environment and numbers the new rule set' },
        { from: 'worker', to: 'blob-store', action: 'writes it signed, then moves the pointer' },
        { from: 'worker', to: 'real-time', action: 'pushes the difference to connected SDKs' },
        { from: 'real-time', to: 'client', action: 'SDKs drop versions older than what they hold' },
      ],
    },
    {
      id: 'outage', title: 'The flag service is unreachable', mode: 'sync',
      steps: [
        { from: 'client', to: 'blob-store', action: 'asks the edge, which serves the last rule set it has' },
        { from: 'client', to: 'real-time', action: 'retries with backoff and jitter, evaluating the last set, the one on disk, or the defaults in the code meanwhile' },
      ],
    },
    {
      id: 'collect', title: 'Exposures are collected', operation: 'record-events', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'posts a batch every half minute, dropping the oldest when it cannot' },
        { from: 'api', to: 'event-stream', action: 'accepts the batch' },
        { from: 'worker', to: 'append-store', action: 'writes exposures, one per subject, flag and day' },
      ],
    },
    {
      id: 'analyse', title: 'An experiment is judged', operation: 'get-results', mode: 'batch',
      steps: [
        { from: 'worker', to: 'append-store', action: 'joins first exposures with metric events of the same subjects' },
        { from: 'worker', to: 'primary-store', action: 'stores estimates, intervals and the check of the split' },
        { from: 'worker', to: 'external:notifications', action: 'warns when a guarded metric falls' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'newest-rule-set', entity: 'RuleSet', purpose: 'current rules of an environment', by: ['environmentId', 'version'], order: 'version desc', kind: 'range', operation: 'get-rule-set' },
    { id: 'environment-by-key', entity: 'Environment', purpose: 'authenticate an SDK', by: ['sdkKeyHash'], kind: 'lookup' },
    { id: 'rules-of-environment', entity: 'FlagRule', purpose: 'build a rule set', by: ['environmentId'], kind: 'lookup', operation: 'evaluate-flags' },
    { id: 'flag-by-key', entity: 'Flag', purpose: 'one flag', by: ['projectId', 'flagKey'], kind: 'lookup', operation: 'list-flags' },
    { id: 'stale-flags', entity: 'Flag', purpose: 'flags to clean up', by: ['state', 'removeAfter'], order: 'removeAfter asc', kind: 'range' },
    { id: 'exposures-of-flag', entity: 'Exposure', purpose: 'results of an experiment', by: ['environmentId', 'flagKey', 'exposedAt'], order: 'exposedAt asc', kind: 'aggregation', operation: 'get-results' },
    { id: 'changes-of-flag', entity: 'FlagAudit', purpose: 'audit', by: ['flagId', 'changedAt'], order: 'changedAt desc', kind: 'range', operation: 'list-changes' },
  ],
  events: [
    { name: 'RuleSetPublished', when: 'a new version can be fetched', entity: 'RuleSet', consumers: ['connected SDKs', 'edge cache', 'change feed'] },
    { name: 'FlagSwitched', when: 'somebody changed targeting', entity: 'FlagRule', consumers: ['audit', 'team chat', 'incident timeline'] },
    { name: 'ExperimentStopped', when: 'a test ended or a guard tripped', entity: 'Experiment', consumers: ['owner team', 'analysis'] },
  ],
  externals: [
    { id: 'notifications', name: 'Team chat', purpose: 'tells teams about changes in production', providers: ['Slack', 'Microsoft Teams'], timeoutMs: 5_000, share: 0.001 },
  ],
  consistency: [
    { scope: 'rule set', need: 'a client never goes back to an older version', why: 'a feature that flickers is worse than one that is late' },
    { scope: 'propagation', need: 'eventual: seconds over streams, the polling interval elsewhere', why: 'a kill switch is only as good as its slowest client' },
    { scope: 'assignment', need: 'deterministic by subject and flag, without a store', why: 'a user must keep the variant across devices and restarts' },
    { scope: 'loss of the service', need: 'clients go on with the last known good rules', why: 'the flag service must not be able to stop the product' },
  ],
  needs: ['transactions', 'unique-constraint', 'object-storage', 'long-lived-connections', 'append-heavy', 'aggregation', 'time-partition'],
  defaults: [
    { key: 'population', subject: 'project', value: interval(3, 20, 200), unit: 'count', reason: 'own estimate: one project for each product or team' },
    { key: 'population', subject: 'environment', value: interval(9, 60, 600), unit: 'count', reason: 'own estimate: development, staging and production of each project' },
    { key: 'users.concurrent', subject: 'sdk', value: interval(200, 5_000, 500_000), unit: 'count', reason: 'a few hundred servers, and browsers or phones where the client side has flags' },
    { key: 'duration', subject: 'propagation', value: interval(1, 10, 60), unit: 's', reason: 'switching off a broken feature by hand takes minutes anyway' },
    { key: 'size', subject: 'rule-set', value: interval(10_000, 40_000, 500_000), unit: 'B', reason: '200 flags with their rules, compressed to a third' },
    { key: 'share', subject: 'not-modified', value: interval(0.7, 0.95, 0.99), unit: 'ratio', reason: 'most polls find nothing new and get an empty answer' },
    { key: 'retention', subject: 'exposure', value: interval(30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY, 400 * SECONDS_PER_DAY), unit: 's', reason: 'an experiment runs for weeks' },
    { key: 'retention', subject: 'flag-audit', value: interval(365 * SECONDS_PER_DAY, 730 * SECONDS_PER_DAY, 2_555 * SECONDS_PER_DAY), unit: 's', reason: 'change evidence for audits' },
    { key: 'availability', value: interval(0.999, 0.9999, 0.99999), unit: 'ratio', reason: 'of fetching rules; evaluation goes on without it' },
  ],
  operationsPerUserPerDay: assumption('requests per end user and day', interval(2, 10, 50), 'count', 'three sessions, each with a fetch and two batches of exposures; a polling server makes 1,440 a day'),
  peakFactor: assumption('peak ÷ mean', interval(1.5, 2, 10), 'ratio', 'follows the product; a deployment restarts all processes at once'),
  jobs: {
    perMainOperation: assumption('jobs per rule-set fetch', interval(0.05, 0.3, 1), 'count', 'batches of exposures to store; publications are rare'),
    seconds: assumption('seconds a job holds a worker', interval(0.005, 0.03, 0.2), 's', 'a bulk insert'),
    bytes: assumption('job message', interval(500, 5_000, 50_000), 'B', 'one batch of exposures'),
  },
  risks: [
    { risk: 'a wrong rule reaches all users within seconds', failureModes: ['bad-config-push'] },
    { risk: 'a deployment restarts thousands of processes that all fetch at once', failureModes: ['thundering-herd', 'cache-stampede'] },
    { risk: 'the service or its cloud is down when a kill switch is needed', failureModes: ['control-plane-outage', 'cdn-outage'] },
    { risk: 'an edge location serves old rules', failureModes: ['stale-cache'] },
    { risk: 'a leaked SDK key shows targeting rules or forges exposures', failureModes: ['credential-leak'] },
    { risk: 'connection nodes fail and all streams reconnect', failureModes: ['websocket-node-loss'] },
  ],
  mechanisms: ['flag-evaluation', 'cache-invalidation', 'transactional-outbox', 'presence-fan-out', 'request-coalescing', 'audit-hash-chain', 'roll-ups-with-late-data', 'deduplication-window', 'backpressure-and-shedding', 'write-path-cost', 'time-partitioned-tables'],
  questions: [
    { id: 'clients', question: 'How many processes, browsers and phones hold rules at the same time?', default: '5,000', changes: 'streams or polling, and edge delivery', key: 'users.concurrent', subject: 'sdk', priority: 1 },
    { id: 'propagation', question: 'Within how many seconds must a switch act everywhere?', default: '10 s', changes: 'held connections, or a polling interval', key: 'duration', subject: 'propagation', priority: 1 },
    { id: 'remote', question: 'Which share of evaluations must happen on the server, because rules are secret or clients are thin?', default: '0 %', changes: 'each becomes a request on the critical path', key: 'share', subject: 'remote-evaluation', priority: 2 },
    { id: 'experiments', question: 'Are results of experiments computed here?', default: 'not at first', changes: 'exposure pipeline and a column store', key: 'capability', subject: 'experiments', priority: 2 },
    { id: 'rules', question: 'How many flags does an environment have, and how large are their lists of users?', default: '40 KB', changes: 'bytes at each start', key: 'size', subject: 'rule-set', priority: 3 },
    { id: 'approval', question: 'Must changes in production be approved by a second person?', default: 'yes', changes: 'workflow and audit', key: 'capability', subject: 'approval', priority: 4 },
  ],
  nonGoals: [
    'deploying code',
    'general configuration and secrets',
    'product analytics',
    'statistics beyond comparing variants',
  ],
  sources: [scaling, caseStudy, flagd, openFeature],
});
