import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const sreCron: Source = {
  title: 'Site Reliability Engineering: distributed periodic scheduling with cron', url: 'https://sre.google/sre-book/distributed-periodic-scheduling/', asOf: '2016', confidence: 'B',
};
const question: Source = {
  title: 'nqbao/llm-system-design, job scheduler question', url: 'https://github.com/nqbao/llm-system-design/blob/5794e50/questions.yaml', asOf: '2026-06-20', confidence: 'C',
};
const skipLocked: Source = {
  title: 'PostgreSQL documentation, SELECT: the locking clause and SKIP LOCKED', url: 'https://www.postgresql.org/docs/current/sql-select.html', asOf: 'undated', confidence: 'A',
};

export default defineArchetype({
  id: 'job-scheduler', name: 'Job scheduler', context: 'Jobs',
  summary: 'runs one-off, delayed and recurring jobs on a fleet of workers with leases, retries, priorities and a history anybody can look up',
  triggers: {
    strong: ['job scheduler', 'task scheduler', 'cron service', 'distributed cron', 'task queue', 'job queue', 'delayed job', 'background job platform', 'workflow engine', 'batch scheduler'],
    weak: ['cron', 'schedule', 'retry', 'worker', 'batch', 'dag', 'recurring', 'background job', 'background task'],
    exclude: ['appointment booking', 'job board', 'job posting', 'recruiting', 'shift planning'],
    signs: [
      ['start|run|execute|launch|trigger', 'script|program|job|task|batch|command|report|calculation', 'time|schedule|hour|night|nightly|fixed|set|daily|interval', 'again|retry|fail|crash|twice|output'],
    ],
    facets: [
      { must: 2, need: 4, groups: ['compute|calculate|run|execute|render|simulation|script|batch', 'computer|machine|node|server|worker|processor|script|program|account|step|batch job', 'step|order|overnight|night|nightly|next|depend|queue|in the morning|then|one after another', 'restart|again|retry|fail|crash|automatically|die|carry on|resume|start over|by itself|fall over|falls over|break'] },
      { must: 4, need: 4, groups: ['script|job|task|program|simulation|calculation|batch|computation|render|import|export|backup|conversion|scan|model', 'machine|worker|server|queue|node|computer', 'pick up|picks up|carry on|carries on|continue|die|crash|another|resume|take over', 'hour|submit|run|start|fail|again|finish|next|long'] },
      { must: 4, need: 4, groups: ['run|start|execute|launch|trigger', 'script|job|task|program|import|export|report|backup|calculation|batch|clean-up', 'every night|nightly|each night|every hour|right order|in order|set time|fixed time|every morning|at night|schedule|one after another|after the other', 'fail|again|retry|twice|crash|once|skip|miss|overlap'] },
    ],
  },
  entities: [
    {
      name: 'Namespace', purpose: 'team or application that owns jobs, with its share of the fleet', rowBytes: 400, store: 'record', alsoCalled: ['team', 'customer', 'project'], perUser: 0.1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'name', type: 'text', unique: true }, { name: 'maxConcurrency', type: 'int' }, { name: 'weight', type: 'smallint' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Schedule', purpose: 'recurring rule that produces a job at each due instant', rowBytes: 700, store: 'record', createdBy: 'create-schedule',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'namespaceId', type: 'uuid', references: 'Namespace.id' }, { name: 'name', type: 'text' }, { name: 'cronExpression', type: 'text' },
        { name: 'timeZone', type: 'text' }, { name: 'missedPolicy', type: 'text', values: ['skip', 'run_once', 'catch_up'] }, { name: 'jobTemplate', type: 'jsonb' },
        { name: 'enabled', type: 'boolean' }, { name: 'nextDueAt', type: 'timestamptz' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Job', purpose: 'one unit of work with the instant it is due, its lease and its attempts', rowBytes: 900, store: 'record', alsoCalled: ['run', 'script', 'task', 'program'], createdBy: 'enqueue-job', retentionDays: 14,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'namespaceId', type: 'uuid', references: 'Namespace.id' },
        { name: 'scheduleId', type: 'uuid', nullable: true, references: 'Schedule.id' }, { name: 'kind', type: 'text' }, { name: 'payload', type: 'jsonb' },
        { name: 'uniqueKey', type: 'text', nullable: true, unique: true }, { name: 'priority', type: 'smallint' },
        { name: 'state', type: 'text', values: ['scheduled', 'ready', 'leased', 'succeeded', 'failed', 'dead', 'cancelled'] }, { name: 'dueAt', type: 'timestamptz' },
        { name: 'attempts', type: 'smallint' }, { name: 'maxAttempts', type: 'smallint' }, { name: 'leaseOwner', type: 'text', nullable: true },
        { name: 'leaseToken', type: 'bigint', nullable: true }, { name: 'leaseUntil', type: 'timestamptz', nullable: true }, { name: 'finishedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'JobRun', purpose: 'one attempt with its worker, outcome and error', rowBytes: 500, store: 'journal', alsoCalled: ['attempt'], createdBy: 'complete-job', retentionDays: 30,
      fields: [
        { name: 'jobId', type: 'uuid', key: true, references: 'Job.id' }, { name: 'attempt', type: 'smallint', key: true }, { name: 'startedAt', type: 'timestamptz', key: true },
        { name: 'endedAt', type: 'timestamptz', nullable: true }, { name: 'workerId', type: 'text' },
        { name: 'outcome', type: 'text', values: ['succeeded', 'failed', 'timed_out', 'lease_lost'] }, { name: 'errorClass', type: 'text', nullable: true },
        { name: 'errorMessage', type: 'text', nullable: true },
      ],
    },
    {
      name: 'Worker', purpose: 'a process that takes jobs, alive while its heartbeat is fresh', rowBytes: 200, store: 'record', perUser: 0.2,
      fields: [
        { name: 'id', type: 'text', key: true }, { name: 'queues', type: 'jsonb' }, { name: 'capacity', type: 'int' }, { name: 'version', type: 'text' },
        { name: 'heartbeatAt', type: 'timestamptz' },
      ],
    },
  ],
  // Shares follow one enqueued job: schedules and retries add 0.15 runs, a worker claims about ten jobs at a time and polls when idle (0.25),
  // reports each outcome by itself, and people look at a job in seven now and then.
  operations: [
    {
      id: 'enqueue-job', summary: 'Accept a job to run now or at a given instant', actor: 'application',
      method: 'POST', path: '/jobs', kind: 'write', share: 0.352, requestBytes: 1_500, responseBytes: 200, latencyP99Ms: 300, entity: 'Job',
      asynchronous: true, idempotent: true, synonyms: ['enqueue job', 'schedule job', 'submit job', 'run job', 'execute job', 'create job', 'schedule task', 'submit task', 'run task', 'execute task', 'process job', 'queue task', 'job', 'task'],
      body: [
        { name: 'kind', type: 'text' }, { name: 'payload', type: 'jsonb' }, { name: 'dueAt', type: 'timestamptz', nullable: true }, { name: 'priority', type: 'smallint', nullable: true },
        { name: 'uniqueKey', type: 'text', nullable: true }, { name: 'maxAttempts', type: 'smallint', nullable: true },
      ],
      example: { kind: 'invoice.render', payload: { invoiceId: 'inv_20931' }, dueAt: '2026-03-14T02:00:00Z', priority: 5, uniqueKey: 'invoice.render:inv_20931', maxAttempts: 5 },
    },
    {
      id: 'claim-jobs', summary: 'Lease a batch of due jobs to a worker', actor: 'worker',
      method: 'POST', path: '/leases', kind: 'write', share: 0.088, requestBytes: 100, responseBytes: 8_000, latencyP99Ms: 200, entity: 'Job',
      synonyms: ['claim job', 'lease job', 'pull job', 'poll job', 'fetch task'],
      body: [{ name: 'workerId', type: 'text' }, { name: 'queues', type: 'jsonb' }, { name: 'maxJobs', type: 'int' }, { name: 'leaseSeconds', type: 'int' }],
      example: { workerId: 'worker-eu-7', queues: ['default', 'render'], maxJobs: 10, leaseSeconds: 60 },
    },
    {
      id: 'complete-job', summary: 'Report the outcome of a leased job', actor: 'worker',
      method: 'POST', path: '/jobs/{jobId}/outcomes', kind: 'write', share: 0.405136, requestBytes: 600, responseBytes: 40, latencyP99Ms: 250, entity: 'JobRun',
      idempotent: true, synonyms: ['complete job', 'finish job', 'report result', 'acknowledge job', 'fail job'],
      body: [
        { name: 'leaseToken', type: 'bigint' }, { name: 'outcome', type: 'text', values: ['succeeded', 'failed'] }, { name: 'errorClass', type: 'text', nullable: true },
        { name: 'errorMessage', type: 'text', nullable: true },
      ],
      example: { leaseToken: 48_211, outcome: 'succeeded' },
    },
    {
      id: 'renew-lease', summary: 'Extend the leases of a worker and prove it is alive', actor: 'worker',
      method: 'PUT', path: '/workers/{workerId}/heartbeat', kind: 'write', share: 0.0704, requestBytes: 200, responseBytes: 60, latencyP99Ms: 250, entity: 'Worker',
      idempotent: true, synonyms: ['renew lease', 'send heartbeat', 'heartbeat'],
      body: [{ name: 'leaseTokens', type: 'jsonb' }, { name: 'running', type: 'int' }],
      example: { leaseTokens: [48_211, 48_215], running: 2 },
    },
    {
      id: 'get-job', summary: 'Show one job and its attempts', actor: 'developer',
      method: 'GET', path: '/jobs/{jobId}', kind: 'read', share: 0.0528, requestBytes: 80, responseBytes: 2_000, latencyP99Ms: 250, entity: 'Job',
      synonyms: ['view job', 'check job', 'get status', 'check status', 'monitor job'],
    },
    {
      id: 'list-jobs', summary: 'List jobs by state and kind', actor: 'developer',
      method: 'GET', path: '/jobs', kind: 'read', share: 0.0211, requestBytes: 150, responseBytes: 10_000, latencyP99Ms: 500, entity: 'Job',
      list: true, synonyms: ['list job', 'search job', 'browse job', 'list task'],
    },
    {
      id: 'create-schedule', summary: 'Create a recurring schedule', actor: 'developer',
      method: 'POST', path: '/schedules', kind: 'write', share: 0.00106, requestBytes: 700, responseBytes: 300, latencyP99Ms: 400, entity: 'Schedule',
      idempotent: true, synonyms: ['create schedule', 'add cron', 'create cron job', 'define schedule'],
      body: [
        { name: 'name', type: 'text' }, { name: 'cronExpression', type: 'text' }, { name: 'timeZone', type: 'text' },
        { name: 'missedPolicy', type: 'text', values: ['skip', 'run_once', 'catch_up'] }, { name: 'jobTemplate', type: 'jsonb' },
      ],
      example: { name: 'nightly-settlement', cronExpression: '15 2 * * *', timeZone: 'Europe/Berlin', missedPolicy: 'run_once', jobTemplate: { kind: 'settlement.run', maxAttempts: 3 } },
    },
    {
      id: 'list-schedules', summary: 'List schedules with their next due instant', actor: 'developer',
      method: 'GET', path: '/schedules', kind: 'read', share: 0.00352, requestBytes: 100, responseBytes: 8_000, latencyP99Ms: 400, entity: 'Schedule',
      list: true, synonyms: ['list schedule', 'view schedule', 'list cron job'],
    },
    {
      id: 'update-schedule', summary: 'Pause, resume or change a schedule', actor: 'developer',
      method: 'PATCH', path: '/schedules/{scheduleId}', kind: 'write', share: 0.000704, requestBytes: 400, responseBytes: 300, latencyP99Ms: 400, entity: 'Schedule',
      idempotent: true, synonyms: ['pause schedule', 'update schedule', 'disable schedule'],
      body: [{ name: 'enabled', type: 'boolean', nullable: true }, { name: 'cronExpression', type: 'text', nullable: true }],
      example: { enabled: false },
    },
    {
      id: 'cancel-job', summary: 'Cancel a job that has not finished', actor: 'developer',
      method: 'POST', path: '/jobs/{jobId}/cancellation', kind: 'write', share: 0.00352, requestBytes: 80, responseBytes: 100, latencyP99Ms: 300, entity: 'Job',
      idempotent: true, synonyms: ['cancel job', 'stop job', 'kill job', 'abort task'],
      body: [{ name: 'reason', type: 'text', nullable: true }],
      example: { reason: 'superseded by inv_20932' },
    },
    {
      id: 'replay-job', summary: 'Put a dead job back with fresh attempts', actor: 'developer',
      method: 'POST', path: '/jobs/{jobId}/replay', kind: 'write', share: 0.00176, requestBytes: 80, responseBytes: 100, latencyP99Ms: 400, entity: 'Job',
      asynchronous: true, idempotent: true, synonyms: ['retry job', 'replay job', 'rerun job', 'restart job'],
      body: [{ name: 'maxAttempts', type: 'smallint', nullable: true }],
      example: { maxAttempts: 3 },
    },
  ],
  mainOperation: 'enqueue-job',
  flows: [
    {
      id: 'enqueue', title: 'A job is accepted', operation: 'enqueue-job', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'posts kind, payload, due instant and unique key' },
        { from: 'api', to: 'primary-store', action: 'inserts the job, or returns the existing one when the unique key is taken' },
        { from: 'api', to: 'client', action: 'answers with the job id before the job has run' },
      ],
    },
    {
      id: 'execute', title: 'A job runs', operation: 'claim-jobs', mode: 'async',
      steps: [
        { from: 'worker', to: 'api', action: 'asks for due jobs of its queues up to its free capacity' },
        { from: 'api', to: 'primary-store', action: 'leases the next rows by priority and due instant, skipping locked ones, with a rising fencing token' },
        { from: 'worker', to: 'external:callback-target', action: 'calls the handler under its time limit and renews the lease half-way' },
        { from: 'worker', to: 'api', action: 'reports the outcome with the lease token' },
        { from: 'api', to: 'primary-store', action: 'accepts it only when the token is current, else drops it as lost' },
        { from: 'api', to: 'append-store', action: 'records the attempt' },
      ],
    },
    {
      id: 'fire-schedule', title: 'A schedule becomes due', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'takes the leader lease of the schedule shard' },
        { from: 'worker', to: 'primary-store', action: 'reads schedules due before now on the database clock' },
        { from: 'worker', to: 'primary-store', action: 'inserts one job per due instant with schedule id and instant as unique key, and moves the due instant on, in one transaction' },
      ],
    },
    {
      id: 'recover', title: 'A worker dies in the middle', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'finds leases that ran out' },
        { from: 'worker', to: 'primary-store', action: 'returns the job to ready with backoff and jitter, or marks it dead after the last attempt' },
        { from: 'worker', to: 'append-store', action: 'records the attempt as lease lost' },
      ],
    },
    {
      id: 'replay', title: 'Dead jobs are run again', operation: 'replay-job', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'selects a dead job after the cause is fixed' },
        { from: 'api', to: 'primary-store', action: 'resets attempts and due instant, keeping the old attempts' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'due-jobs', entity: 'Job', purpose: 'next jobs to lease', by: ['state', 'priority', 'dueAt'], order: 'dueAt asc', kind: 'queue', operation: 'claim-jobs' },
    { id: 'expired-leases', entity: 'Job', purpose: 'jobs of dead workers', by: ['state', 'leaseUntil'], order: 'leaseUntil asc', kind: 'queue' },
    { id: 'job-by-unique-key', entity: 'Job', purpose: 'refuse a duplicate', by: ['uniqueKey'], kind: 'lookup', operation: 'enqueue-job' },
    { id: 'job-by-id', entity: 'Job', purpose: 'status of one job', by: ['id'], kind: 'lookup', operation: 'get-job' },
    { id: 'jobs-of-namespace', entity: 'Job', purpose: 'lists in the console', by: ['namespaceId', 'state', 'dueAt'], order: 'dueAt desc', kind: 'range', operation: 'list-jobs' },
    { id: 'due-schedules', entity: 'Schedule', purpose: 'schedules to fire', by: ['enabled', 'nextDueAt'], order: 'nextDueAt asc', kind: 'queue' },
    { id: 'runs-of-job', entity: 'JobRun', purpose: 'attempts of one job', by: ['jobId', 'startedAt'], order: 'startedAt desc', kind: 'range' },
  ],
  events: [
    { name: 'JobSucceeded', when: 'an attempt ended well', entity: 'Job', consumers: ['callers that wait', 'metrics'] },
    { name: 'JobDied', when: 'the last permitted attempt failed', entity: 'Job', consumers: ['alerting', 'owner team'] },
    { name: 'ScheduleMissed', when: 'a due instant passed without a run', entity: 'Schedule', consumers: ['alerting'] },
  ],
  externals: [
    { id: 'callback-target', name: 'Job target', purpose: 'application endpoint called by jobs of kind http', providers: ['any HTTPS endpoint of the owner'], timeoutMs: 30_000, share: 0.3 },
  ],
  consistency: [
    { scope: 'lease', need: 'strong: one holder at a time, proved by a fencing token', why: 'two workers on one job do its effects twice' },
    { scope: 'execution', need: 'at-least-once; handlers must be idempotent', why: 'a worker can die after its effect and before its report' },
    { scope: 'schedule', need: 'one job per due instant, by a unique key', why: 'a failover of the leader must neither skip nor double a run' },
  ],
  needs: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter', 'transactions', 'unique-constraint', 'conditional-write'],
  defaults: [
    { key: 'retention', subject: 'job', value: interval(3 * SECONDS_PER_DAY, 14 * SECONDS_PER_DAY, 30 * SECONDS_PER_DAY), unit: 's', reason: 'finished jobs are looked up for days; leaving them in the hot table slows the lease query' },
    { key: 'retention', subject: 'job-run', value: interval(14 * SECONDS_PER_DAY, 30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY), unit: 's', reason: 'incident reviews reach back a month' },
    { key: 'duration', subject: 'job', value: interval(0.5, 3, 60), unit: 's', reason: 'typical background work waits on one or two services; it decides the number of workers' },
    { key: 'duration', subject: 'start-delay', value: interval(1, 5, 30), unit: 's', reason: 'how late a due job may start; below one second needs timers in memory' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'other systems queue behind it' },
  ],
  operationsPerUserPerDay: assumption('requests per user and day', interval(10, 60, 500), 'count', 'twenty jobs a day on behalf of one person, and three requests per job; a platform team states jobs instead'),
  peakFactor: assumption('peak ÷ mean of due jobs', interval(2, 5, 50), 'ratio', 'people write schedules for the full hour and for midnight; jitter brings 50 down to about 5'),
  jobs: {
    perMainOperation: assumption('runs per enqueued job', interval(1.02, 1.15, 1.5), 'count', 'schedules and retries come on top of what callers enqueue'),
    seconds: assumption('seconds a run holds a worker', interval(0.5, 3, 60), 's', 'waiting on services dominates; a batch job of minutes belongs to a queue of its own'),
    bytes: assumption('payload of a job', interval(200, 1_500, 10_000), 'B', 'arguments only; large inputs are passed by reference'),
  },
  risks: [
    { risk: 'a job runs twice at once because its lease ran out under a slow worker', failureModes: ['cron-overlap', 'split-brain'] },
    { risk: 'everything is scheduled for midnight', failureModes: ['thundering-herd', 'queue-backlog'] },
    { risk: 'a job that always crashes its worker takes the fleet down one by one', failureModes: ['poison-message'] },
    { risk: 'clocks differ and due instants come early or twice around a time change', failureModes: ['clock-skew', 'cron-overlap'] },
    { risk: 'constant updates bloat the job table until the lease query slows down', failureModes: ['slow-query-regression', 'disk-full'] },
    { risk: 'one team fills the queue and the others wait', failureModes: ['noisy-neighbour'] },
  ],
  mechanisms: ['leased-scheduler', 'lease-with-fencing', 'dead-letter-and-replay', 'exactly-once-effects', 'idempotency-key', 'priority-lanes', 'retry-budget', 'connection-pooling', 'backpressure-and-shedding', 'distributed-lock-and-why-not', 'bulkhead', 'time-partitioned-tables'],
  questions: [
    { id: 'job-rate', question: 'How many jobs become due in the busiest minute?', default: '2,000', changes: 'whether a table in the database is enough or a broker is needed', key: 'volume.peak', subject: 'enqueue-job', priority: 1 },
    { id: 'job-duration', question: 'How long does a typical job run, and does any run for more than 15 minutes?', default: '3 seconds', changes: 'number of workers (rate times duration) and whether functions with a time limit fit', key: 'duration', subject: 'job', priority: 1 },
    { id: 'start-delay', question: 'How late may a due job start?', default: '5 seconds', changes: 'polling interval, or timers in memory', key: 'duration', subject: 'start-delay', priority: 2 },
    { id: 'tenancy', question: 'How many teams or customers share the fleet, and must they be shielded from each other?', default: '10 teams', changes: 'a queue and a concurrency limit for each', key: 'population', subject: 'namespace', priority: 2 },
    { id: 'workflows', question: 'Do jobs form multi-step workflows that keep state for days?', default: 'no', changes: 'a workflow engine instead of a job table', key: 'capability', subject: 'workflow', priority: 3 },
    { id: 'history', question: 'How long must the attempts be visible?', default: '30 days', changes: 'size of the history store', key: 'retention', subject: 'job-run', priority: 4 },
  ],
  nonGoals: [
    'placing containers on machines',
    'data-pipeline lineage',
    'business calendars and holidays',
    'exactly-once execution of handlers that are not idempotent',
  ],
  sources: [sreCron, question, skipLocked],
});
