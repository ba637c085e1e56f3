import { assumption, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'analytics', name: 'Product and business analytics', context: 'Analytics',
  summary: 'collects what people do as events, removes repeats, groups them into sessions, and answers counts, funnels and cohorts over months of them',
  triggers: {
    strong: ['analytics', 'analytics platform', 'event tracking', 'funnel', 'data warehouse', 'clickstream', 'product analytics', 'web analytics', 'business intelligence', 'reporting platform'],
    weak: ['kpi', 'cohort', 'etl', 'bi', 'dashboard', 'report', 'metric', 'tracking'],
    exclude: ['system logs', 'ad click billing'],
    signs: [
      ['see|know|understand|learn|measure|find out|analyse', 'feature|screen|page|app|function|website|site|button', 'use|visit|drop out|drop off|give up|come back|return|convert|leave|abandon'],
      ['give up|drop out|drop off|abandon', 'screen|step|page|stage|before paying|checkout'],
    ],
    facets: [
      { must: 3, need: 5, groups: ['know|idea|learn|understand|find out|wonder|measure|figure|statistics|report on', 'button|screen|page|lesson|step|feature|app|site|form|website|chapter|level|puzzle|recipe|exercise|video|game|section', 'stop|give up|press|drop|leave|come back|return|abandon|finish|convert|click|visit|start|half way|still there|skip|stay', 'where|which|how many|how often|how long|whether', '@person|nobody|everyone'] },
      { must: 5, need: 5, groups: ['how many|how often|what share|where|which|percentage|proportion|what part', 'visitor|user|customer|people|player|member|reader|guest|shopper|buyer', 'go|come back|return|drop|stop|leave|convert|stay|use|reach|finish|sign up|lose', 'page|screen|step|app|site|button|feature|website|form', 'know|see|ask|understand|want|learn|find out|compare|broken down|break down|week after|by country|every week|every monday|before|after'] },
    ],
  },
  entities: [
    {
      name: 'Event', purpose: 'one thing a person did, as their device saw it', store: 'append', alsoCalled: ['screen', 'visit', 'page view', 'step', 'interaction'], rowBytes: 600, createdBy: 'track-event', rowsPerOperation: 1, retentionDays: 395,
      fields: [
        { name: 'projectId', type: 'uuid', key: true, references: 'Project.id' }, { name: 'occurredAt', type: 'timestamptz', key: true },
        { name: 'eventId', type: 'uuid', key: true }, { name: 'name', type: 'text' }, { name: 'personId', type: 'text', classification: 'pii' },
        { name: 'sessionId', type: 'text' }, { name: 'properties', type: 'jsonb', classification: 'pii' },
        { name: 'receivedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Project', purpose: 'whose events these are: write key, region and event quota', store: 'record', alsoCalled: ['app', 'product', 'site'], rowBytes: 500,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'name', type: 'text' },
        { name: 'writeKey', type: 'text', unique: true, classification: 'secret' }, { name: 'eventsPerDayLimit', type: 'bigint' },
        { name: 'retentionDays', type: 'smallint' },
      ],
    },
    {
      name: 'EventDefinition', purpose: 'the agreed shape of an event name; what does not fit is kept aside', store: 'record', rowBytes: 1_200,
      fields: [
        { name: 'projectId', type: 'uuid', key: true, references: 'Project.id' }, { name: 'name', type: 'text', key: true },
        { name: 'version', type: 'int', key: true }, { name: 'schema', type: 'jsonb' }, { name: 'owner', type: 'text' },
      ],
    },
    {
      name: 'Person', purpose: 'a person across devices; merging and erasure work on this row', store: 'record', alsoCalled: ['visitor', 'customer'], rowBytes: 800, perUser: 1,
      fields: [
        { name: 'projectId', type: 'uuid', key: true, references: 'Project.id' },
        { name: 'personId', type: 'text', key: true, classification: 'pii' }, { name: 'mergedInto', type: 'text', nullable: true },
        { name: 'traits', type: 'jsonb', classification: 'pii' }, { name: 'firstSeenAt', type: 'timestamptz' },
        { name: 'erasedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Rollup', purpose: 'a metric by dimension and bucket, small enough to answer a dashboard from', store: 'append', rowBytes: 90, createdBy: 'track-event', rowsPerOperation: 0.01, retentionDays: 1_825,
      fields: [
        { name: 'projectId', type: 'uuid', key: true, references: 'Project.id' }, { name: 'metric', type: 'text', key: true },
        { name: 'dimension', type: 'text', key: true }, { name: 'bucketStart', type: 'timestamptz', key: true }, { name: 'count', type: 'bigint' },
        { name: 'sum', type: 'double precision' }, { name: 'distinctSketch', type: 'bytea', nullable: true },
      ],
    },
    {
      name: 'Report', purpose: 'a saved query with its schedule', store: 'record', rowBytes: 1_500,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'projectId', type: 'uuid', references: 'Project.id' }, { name: 'ownerId', type: 'uuid' },
        { name: 'query', type: 'jsonb' }, { name: 'schedule', type: 'text', nullable: true },
        { name: 'nextRunAt', type: 'timestamptz', nullable: true },
      ],
    },
  ],
  operations: [
    {
      id: 'track-event', summary: 'Collect events; devices send them in batches, the rate counts events', actor: 'visitor', method: 'POST', path: '/events', kind: 'write', anonymous: true, share: 0.98845,
      requestBytes: 600, responseBytes: 1, latencyP99Ms: 1_000, entity: 'Event', asynchronous: true, idempotent: true,
      synonyms: ['track event', 'collect event', 'ingest event', 'record event', 'capture click', 'log click', 'track page view', 'page view', 'view page', 'view screen', 'visit page', 'send event', 'analytics event'],
      body: [{ name: 'writeKey', type: 'text', classification: 'secret' }, { name: 'events', type: 'jsonb', classification: 'pii' }],
      example: { writeKey: 'wk_live_71c', events: [{ eventId: '0197a640-9000-7000-8000-00000000e001', name: 'checkout_started', personId: 'p-1842', sessionId: 's-77', occurredAt: '2026-03-02T09:14:07Z', properties: { basketValue: 129.9 } }] },
    },
    {
      id: 'identify-person', summary: 'Tie a device to a known person', actor: 'visitor', method: 'POST', path: '/persons', kind: 'write', anonymous: true, share: 0.01,
      requestBytes: 800, responseBytes: 20, latencyP99Ms: 1_000, entity: 'Person', asynchronous: true, idempotent: true,
      synonyms: ['identify person', 'identify user', 'merge profile', 'set user trait'],
      body: [{ name: 'personId', type: 'text', classification: 'pii' }, { name: 'anonymousId', type: 'text' }, { name: 'traits', type: 'jsonb', classification: 'pii' }],
      example: { personId: 'p-1842', anonymousId: 'a-5b1', traits: { plan: 'team' } },
    },
    {
      id: 'query-metric', summary: 'Count or sum events by dimension and time', actor: 'analyst', method: 'GET', path: '/metrics', kind: 'read', share: 0.0012,
      requestBytes: 800, responseBytes: 20_000, latencyP99Ms: 3_000, entity: 'Rollup',
      synonyms: ['view dashboard', 'query metric', 'view report', 'run query', 'view statistic', 'count visitor', 'see trend', 'build report', 'explore data'],
    },
    {
      id: 'query-funnel', summary: 'How many people pass a sequence of steps', actor: 'analyst', method: 'GET', path: '/funnels', kind: 'read', share: 0.0001,
      requestBytes: 800, responseBytes: 8_000, latencyP99Ms: 10_000, entity: 'Event',
      synonyms: ['analyse funnel', 'analyse cohort', 'measure retention', 'measure conversion', 'segment user'],
    },
    {
      id: 'list-live-events', summary: 'Watch events as they arrive, to check tracking', actor: 'engineer', method: 'GET', path: '/events/live', kind: 'read', share: 0.0002,
      requestBytes: 100, responseBytes: 2_000, latencyP99Ms: 1_000, entity: 'Event', list: true,
      synonyms: ['view live event', 'debug tracking', 'watch activity'],
    },
    {
      id: 'export-data', summary: 'Write the result of a query to files', actor: 'analyst', method: 'POST', path: '/exports', kind: 'write', share: 5e-05,
      requestBytes: 500, responseBytes: 200, latencyP99Ms: 1_000, entity: 'Report', asynchronous: true, idempotent: true,
      synonyms: ['export data', 'export report', 'download report', 'schedule report'],
      body: [{ name: 'query', type: 'jsonb' }, { name: 'format', type: 'text', values: ['csv', 'parquet'] }],
      example: { query: { metric: 'orders', by: ['country'], from: '2026-01-01', to: '2026-03-01' }, format: 'parquet' },
    },
  ],
  mainOperation: 'track-event',
  flows: [
    {
      id: 'collect', title: 'Collect events', operation: 'track-event', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'POST a batch with ids made on the device and the consent state' },
        { from: 'api', to: 'cache', action: 'check write key and quota' },
        { from: 'api', to: 'event-stream', action: 'append the batch and answer 202' },
        { from: 'event-stream', to: 'worker', action: 'read batches in order of one partition' },
        { from: 'worker', to: 'append-store', action: 'check against the definitions, then insert in bulk; what does not fit goes to a side table' },
      ],
    },
    {
      id: 'transform', title: 'Deduplicate and roll up', mode: 'batch',
      steps: [
        { from: 'worker', to: 'append-store', action: 'drop repeats of an event id within two days' },
        { from: 'worker', to: 'append-store', action: 'group into sessions that end after thirty idle minutes' },
        { from: 'worker', to: 'primary-store', action: 'upsert roll-ups of the last hours, late events included' },
      ],
    },
    {
      id: 'query', title: 'Answer a dashboard', operation: 'query-metric', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'GET metric, dimensions and range' },
        { from: 'api', to: 'cache', action: 'read the answer of the same query and bucket' },
        { from: 'api', to: 'primary-store', action: 'read roll-ups where they hold the answer' },
        { from: 'api', to: 'append-store', action: 'otherwise scan, within limits on rows, memory and time' },
        { from: 'api', to: 'client', action: 'answer with the instant up to which events are included' },
      ],
    },
    {
      id: 'export', title: 'Export', operation: 'export-data', mode: 'async',
      steps: [
        { from: 'api', to: 'queue', action: 'enqueue the export' },
        { from: 'worker', to: 'append-store', action: 'stream the result on the low-priority pool' },
        { from: 'worker', to: 'blob-store', action: 'write files and a signed address that lasts a day' },
      ],
    },
    {
      id: 'erase-person', title: 'Erase a person', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'take requested erasures' },
        { from: 'worker', to: 'append-store', action: 'rewrite the affected partitions once a week without that person’s events' },
        { from: 'worker', to: 'primary-store', action: 'clear traits and record the proof' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'events-by-name', entity: 'Event', purpose: 'count or sum over a range', by: ['projectId', 'name', 'occurredAt'], kind: 'aggregation', operation: 'query-metric' },
    { id: 'events-of-person', entity: 'Event', purpose: 'funnels, timelines and erasure', by: ['projectId', 'personId', 'occurredAt'], order: 'occurredAt asc', kind: 'aggregation', operation: 'query-funnel' },
    { id: 'latest-events', entity: 'Event', purpose: 'live view', by: ['projectId', 'receivedAt'], order: 'receivedAt desc', kind: 'range', operation: 'list-live-events' },
    { id: 'rollup-range', entity: 'Rollup', purpose: 'dashboard panel', by: ['projectId', 'metric', 'dimension', 'bucketStart'], order: 'bucketStart asc', kind: 'range', operation: 'query-metric' },
    { id: 'project-by-write-key', entity: 'Project', purpose: 'who sends', by: ['writeKey'], kind: 'lookup', operation: 'track-event' },
    { id: 'person-by-id', entity: 'Person', purpose: 'merge and traits', by: ['projectId', 'personId'], kind: 'lookup', operation: 'identify-person' },
    { id: 'reports-due', entity: 'Report', purpose: 'scheduled runs', by: ['nextRunAt'], order: 'nextRunAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'EventsAccepted', when: 'a batch is on the durable stream', entity: 'Event', consumers: ['storage', 'live-view'] },
    { name: 'EventQuarantined', when: 'an event does not fit its definition', entity: 'EventDefinition', consumers: ['tracking-owner'] },
    { name: 'PersonErased', when: 'all events and traits of a person are gone', entity: 'Person', consumers: ['privacy-office'] },
    { name: 'ReportCompleted', when: 'a scheduled run or export has its file', entity: 'Report', consumers: ['notifications'] },
  ],
  externals: [
    { id: 'warehouse', name: 'Data warehouse', purpose: 'receives files for questions beyond this product', providers: ['Snowflake', 'BigQuery', 'Databricks'], timeoutMs: 30_000, share: 0.0001 },
  ],
  consistency: [
    { scope: 'collection', need: 'at-least-once; repeats removed by event id', why: 'devices resend after every lost connection' },
    { scope: 'dashboards', need: 'eventual within 5 minutes, and each shows its instant', why: 'a decision about last week does not need the last second' },
    { scope: 'numbers of a closed day', need: 'stable once two days have passed', why: 'people lose trust in counts that keep moving' },
    { scope: 'erasure', need: 'complete within 30 days', why: 'data-protection law sets a month' },
  ],
  needs: ['append-heavy', 'time-partition', 'aggregation', 'range-scan', 'object-storage', 'work-queue'],
  defaults: [
    { key: 'volume', subject: 'track-event', value: interval(10, 120, 5_000), unit: '1/s', reason: 'ten million events a day is a middling product; the store turns on it' },
    { key: 'retention', subject: 'event', value: interval(90 * SECONDS_PER_DAY, 395 * SECONDS_PER_DAY, 3 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'thirteen months let a month be compared with the year before' },
    { key: 'size', subject: 'event', value: interval(200, 600, 2_000), unit: 'B', reason: 'name, ids and a dozen properties before compression' },
    { key: 'ratio', subject: 'records-per-request', value: interval(5, 30, 200), unit: 'ratio', reason: 'devices send a batch every few seconds or when the page closes' },
    { key: 'duration', subject: 'freshness', value: interval(10, 300, 86_400), unit: 's', reason: 'seconds ask for streaming, a day allows a nightly load' },
    { key: 'users.concurrent', subject: 'analyst', value: interval(3, 20, 500), unit: 'count', reason: 'an internal tool; far more when dashboards are part of a product' },
    { key: 'population', subject: 'project', value: interval(1, 5, 10000), unit: 'count', reason: 'a few products of one company' },
    { key: 'population', subject: 'event-definition', value: interval(20, 200, 5000), unit: 'count', reason: 'names that survive a review of the tracking plan' },
    { key: 'population', subject: 'report', value: interval(10, 300, 50000), unit: 'count', reason: 'some for each analyst' },
  ],
  operationsPerUserPerDay: assumption('events a daily user causes', interval(20, 60, 300), 'count', 'page views and clicks of a few visits'),
  peakFactor: assumption('peak ÷ mean', interval(1.7, 2, 8), 'ratio', 'follows the audience’s day; a campaign or broadcast goes beyond it'),
  jobs: {
    perMainOperation: assumption('jobs an event causes', interval(0.0005, 0.002, 0.02), 'count', 'a bulk insert and a roll-up per several hundred events'),
    seconds: assumption('time a batch holds a worker', interval(0.05, 0.2, 1), 's', 'check and insert a thousand events'),
    bytes: assumption('batch on the stream', interval(5_000, 20_000, 200_000), 'B', 'compressed batch of one device or several'),
  },
  risks: [
    { risk: 'one careless query takes all memory and every dashboard waits', failureModes: ['noisy-neighbour', 'slow-query-regression'] },
    { risk: 'ingest falls behind and today’s numbers look like a drop in sales', failureModes: ['queue-backlog', 'observability-blind'] },
    { risk: 'an application release changes an event’s meaning', failureModes: ['data-corruption'] },
    { risk: 'retained events grow the bill faster than their use', failureModes: ['quota-cost-runaway', 'disk-full'] },
    { risk: 'one large project dominates a partition', failureModes: ['hot-partition'] },
  ],
  mechanisms: ['write-path-cost', 'time-partitioned-tables', 'roll-ups-with-late-data', 'deduplication-window', 'downsampling', 'backpressure-and-shedding', 'bulkhead', 'quota-metering', 'change-data-capture'],
  questions: [
    { id: 'events', question: 'How many events a day are collected?', default: '10,000,000 events per day', changes: 'a relational store with roll-ups, a column store, or a warehouse', key: 'volume', subject: 'track-event', priority: 1 },
    { id: 'retention', question: 'How long must raw events stay queryable?', default: '13 months', changes: 'disk, and how much one query scans', key: 'retention', subject: 'event', priority: 2 },
    { id: 'query-pattern', question: 'Are questions fixed dashboards, or free exploration over raw events?', default: 'aggregation (fixed dashboards)', changes: 'roll-ups computed ahead, or a store that scans fast', key: 'query-pattern', priority: 3 },
    { id: 'freshness', question: 'How fresh must a dashboard be?', default: '5 minutes', changes: 'streaming, small batches or a nightly load', key: 'duration', subject: 'freshness', priority: 4 },
    { id: 'readers', question: 'How many people query at the same time?', default: '20 analysts', changes: 'query slots, caching, isolation between tenants', key: 'users.concurrent', subject: 'analyst', priority: 5 },
    { id: 'residency', question: 'Where must personal events stay?', default: 'eu', changes: 'region of every store and export', key: 'residency', priority: 6 },
  ],
  nonGoals: ['advertising attribution and billing', 'experiments and feature flags', 'forecasting models'],
  sources: [
    { title: 'System Design Interview notes, chapter 22: aggregation pipeline', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter22/README.md', asOf: '2025-03-01', confidence: 'C' },
    { title: 'Netflix service-capacity-modeling: time series model', url: 'https://github.com/Netflix-Skunkworks/service-capacity-modeling/blob/dc69307/service_capacity_modeling/models/org/netflix/time_series.py', asOf: '2026-08-21', confidence: 'A' },
    { title: 'getsentry/self-hosted: relay, buffer and column store as deployed', url: 'https://github.com/getsentry/self-hosted/blob/89a143f/docker-compose.yml', asOf: '2026-08-21', confidence: 'A' },
  ],
});
