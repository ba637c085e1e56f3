import { assumption, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'observability-ingest', name: 'Logging and observability ingest', context: 'Telemetry',
  summary: 'takes a steady flood of log records, spans among them, keeps them for a bounded time, and answers look-ups, searches and dashboards over recent data',
  triggers: {
    strong: ['log ingestion', 'logging system', 'logging platform', 'log storage', 'log aggregation', 'observability platform', 'metrics pipeline', 'trace storage', 'centralized logging', 'centralised logging', 'application logs', 'audit logging', 'log database', 'log analytics', 'log analysis', 'log management', 'log search', 'datadog clone', 'like datadog', 'clone of datadog', 'design datadog', 'build datadog', 'splunk clone', 'like splunk', 'clone of splunk', 'design splunk', 'build splunk', 'metrics platform', 'metrics service', 'host metrics', 'server metrics', 'infrastructure monitoring', ],
    weak: ['log', 'logging', 'dashboard', 'alerting', 'telemetry', 'trace', 'high-write', 'write-heavy', 'ingest'],
    exclude: ['iot sensor', 'business intelligence'],
    signs: [
      ['print|write|output|emit|log|standard output', 'server|container|host|pod|process|machine|virtual machine', 'search|find|cause|failure|debug|incident|engineer|error'],
    ],
    facets: [
      { must: 3, need: 5, groups: ['software|server|service|program|box|application|container|host', 'file|line|log|error|trace|metric|output|went wrong|failure', 'look through|search|dig|debug|investigate|find|see what happened|trace back|look at', 'complain|break|wrong|last week|two weeks|last month|week|incident|slow|crash|that day|support|went wrong|happen', 'write|mutter|print|emit|all of them|output|produce'] },
      { must: 4, need: 4, groups: ['server|service|host|container|microservice|application|process|program', 'write|print|emit|output|produce|spit out|log|throw', 'line|counter|trace|error|log|metric|crash|exception|stack trace', 'search|find|graph|alarm|alert|on call|on-call|break|engineer|debug|incident|cause|jump|slow|chart|wrong'] },
    ],
  },
  entities: [
    {
      name: 'LogRecord', purpose: 'one structured record of one service at one instant: a log line, or a finished span when it carries trace, span and duration', store: 'append', lines: true, alsoCalled: ['line', 'output', 'log line', 'record'], rowBytes: 500, createdBy: 'append-log', rowsPerOperation: 1, retentionDays: 30,
      fields: [
        { name: 'streamId', type: 'uuid', key: true, references: 'LogStream.id' }, { name: 'observedAt', type: 'timestamptz', key: true },
        { name: 'sequence', type: 'bigint', key: true }, { name: 'severity', type: 'smallint' }, { name: 'traceId', type: 'text', nullable: true },
        { name: 'spanId', type: 'text', nullable: true }, { name: 'durationMicros', type: 'bigint', nullable: true },
        { name: 'body', type: 'text', classification: 'pii' }, { name: 'attributes', type: 'jsonb' },
      ],
    },
    {
      name: 'LogStream', purpose: 'a source of lines: service, environment and owner, with its quota and retention', store: 'record', alsoCalled: ['server', 'container', 'host', 'machine'], rowBytes: 400,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'service', type: 'text' },
        { name: 'environment', type: 'text' }, { name: 'retentionDays', type: 'smallint' }, { name: 'bytesPerDayLimit', type: 'bigint' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'LogRollup', purpose: 'count, errors and duration of a stream per minute and severity, so that a dashboard need not scan records', store: 'append', rowBytes: 90, createdBy: 'append-log', rowsPerOperation: 0.01, retentionDays: 400,
      fields: [
        { name: 'streamId', type: 'uuid', key: true, references: 'LogStream.id' }, { name: 'bucketStart', type: 'timestamptz', key: true },
        { name: 'severity', type: 'smallint', key: true }, { name: 'count', type: 'bigint' }, { name: 'durationSumMicros', type: 'bigint' },
        { name: 'durationSketch', type: 'bytea', nullable: true },
      ],
    },
    {
      name: 'AlertRule', purpose: 'a query, a threshold and who hears about it', store: 'record', rowBytes: 1_000,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'query', type: 'text' },
        { name: 'windowSeconds', type: 'int' }, { name: 'threshold', type: 'double precision' },
        { name: 'state', type: 'text', values: ['ok', 'pending', 'firing', 'muted'] }, { name: 'evaluatedAt', type: 'timestamptz', nullable: true },
        { name: 'nextEvaluationAt', type: 'timestamptz' },
      ],
    },
  ],
  operations: [
    {
      id: 'append-log', summary: 'Append log records; agents send them in compressed batches, the rate counts records', actor: 'service', method: 'POST', path: '/logs', kind: 'write', share: 0.9989,
      requestBytes: 500, responseBytes: 1, latencyP99Ms: 1_000, entity: 'LogRecord', asynchronous: true,
      synonyms: ['ingest log', 'write log', 'append log', 'store log', 'collect log', 'log event', 'ingest event', 'log entry', 'log line', 'log record', 'write event', 'record log', 'ingest trace', 'collect trace', 'ingest telemetry', 'collect telemetry', 'write log entry', 'log message', 'ingest record', 'store event'],
      body: [{ name: 'streamId', type: 'uuid' }, { name: 'records', type: 'jsonb', classification: 'pii' }],
      example: { streamId: '0197a5d0-11aa-7e02-b0b5-7a52c1f0d9e4', records: [{ observedAt: '2026-03-02T09:14:07.120Z', severity: 17, traceId: '4bf92f3577b34da6a3ce929d0e0e4736', body: 'payment provider timed out after 3000 ms', attributes: { provider: 'psp-1', attempt: 2 } }] },
    },
    {
      id: 'search-logs', summary: 'Search lines of chosen streams within a bounded time range', actor: 'engineer', method: 'GET', path: '/logs', kind: 'read', share: 0.0002,
      requestBytes: 500, responseBytes: 60_000, latencyP99Ms: 4_000, entity: 'LogRecord', list: true,
      synonyms: ['search log', 'query log', 'filter log', 'find log', 'look up log', 'inspect log'],
    },
    {
      id: 'aggregate-logs', summary: 'Count and summarise records by time and field for a panel or a report', actor: 'engineer', method: 'GET', path: '/logs/aggregate', kind: 'read', share: 0.0006,
      requestBytes: 300, responseBytes: 20_000, latencyP99Ms: 3_000, entity: 'LogRecord',
      synonyms: ['aggregate log', 'view dashboard', 'count error', 'build dashboard', 'query metric', 'analyse log', 'analyze log', 'report on log', 'chart error rate'],
    },
    {
      id: 'list-trace-records', summary: 'Look up everything written under one trace or request id', actor: 'engineer', method: 'GET', path: '/traces/{traceId}/records', kind: 'read', share: 0.00015,
      requestBytes: 100, responseBytes: 40_000, latencyP99Ms: 1_500, entity: 'LogRecord', list: true,
      synonyms: ['look up log entry', 'look up record', 'get log entry', 'get trace', 'view trace', 'follow request', 'retrieve log'],
    },
    {
      id: 'list-streams', summary: 'List the streams one may read, with volume against quota', actor: 'engineer', method: 'GET', path: '/streams', kind: 'read', share: 0.0001,
      requestBytes: 100, responseBytes: 8_000, latencyP99Ms: 600, entity: 'LogStream', list: true,
      synonyms: ['list stream', 'list service', 'manage retention', 'manage stream'],
    },
    {
      id: 'create-alert-rule', summary: 'Define when someone must be told', actor: 'engineer', method: 'POST', path: '/alert-rules', kind: 'write', share: 0.00005,
      requestBytes: 800, responseBytes: 200, latencyP99Ms: 800, entity: 'AlertRule',
      synonyms: ['create alert rule', 'define alert', 'configure alert', 'set threshold'],
      body: [{ name: 'query', type: 'text' }, { name: 'windowSeconds', type: 'int' }, { name: 'threshold', type: 'double precision' }],
      example: { query: 'count(severity >= 17) by service', windowSeconds: 300, threshold: 50 },
    },
  ],
  mainOperation: 'append-log',
  flows: [
    {
      id: 'ingest-batch', title: 'Ingest a batch', operation: 'append-log', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'POST a compressed batch of records with the stream’s credential' },
        { from: 'api', to: 'cache', action: 'charge the batch against the stream’s daily byte quota' },
        { from: 'api', to: 'event-stream', action: 'append the batch to the durable buffer and answer 202; answer 429 with a delay when the buffer is nearly full' },
        { from: 'event-stream', to: 'worker', action: 'read several batches of one partition' },
        { from: 'worker', to: 'append-store', action: 'mask known secrets, then insert thousands of rows in one statement' },
      ],
    },
    {
      id: 'search-recent-logs', title: 'Search recent logs', operation: 'search-logs', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'ask for streams, a time range and words' },
        { from: 'api', to: 'primary-store', action: 'resolve which streams this engineer may read' },
        { from: 'api', to: 'append-store', action: 'scan only the partitions and blocks inside the range, newest first, with a row and time limit' },
        { from: 'api', to: 'client', action: 'answer a page and the cursor of the last instant read' },
      ],
    },
    {
      id: 'evaluate-alerts', title: 'Evaluate alert rules', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'lease the rules that are due' },
        { from: 'worker', to: 'append-store', action: 'run the rule’s window query with its own concurrency slot' },
        { from: 'worker', to: 'primary-store', action: 'change the rule’s state only after two evaluations agree' },
        { from: 'worker', to: 'external:pager', action: 'page the owner once per incident' },
      ],
    },
    {
      id: 'age-out-data', title: 'Age data out', mode: 'batch',
      steps: [
        { from: 'worker', to: 'append-store', action: 'roll records up by minute and severity, again where late ones arrived' },
        { from: 'worker', to: 'append-store', action: 'drop the partition whose retention has passed' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'logs-of-stream', entity: 'LogRecord', purpose: 'lines of one stream in a time range', by: ['streamId', 'observedAt'], order: 'observedAt desc', kind: 'range', operation: 'search-logs' },
    { id: 'logs-by-word', entity: 'LogRecord', purpose: 'lines that contain a word, within a range', by: ['streamId', 'observedAt', 'body'], order: 'observedAt desc', kind: 'search', operation: 'search-logs' },
    { id: 'log-counts', entity: 'LogRecord', purpose: 'records per severity and minute, or by any attribute', by: ['streamId', 'observedAt', 'severity'], kind: 'aggregation', operation: 'aggregate-logs' },
    { id: 'rollup-range', entity: 'LogRollup', purpose: 'the usual panels, from sums instead of records', by: ['streamId', 'bucketStart'], order: 'bucketStart asc', kind: 'range', operation: 'aggregate-logs' },
    { id: 'records-of-trace', entity: 'LogRecord', purpose: 'all records of one traced request', by: ['traceId', 'observedAt'], order: 'observedAt asc', kind: 'lookup', operation: 'list-trace-records' },
    { id: 'streams-of-tenant', entity: 'LogStream', purpose: 'streams an engineer may read', by: ['tenantId', 'service'], order: 'service asc', kind: 'range', operation: 'list-streams' },
    { id: 'due-rules', entity: 'AlertRule', purpose: 'rules whose next evaluation has come', by: ['nextEvaluationAt'], order: 'nextEvaluationAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'AlertFired', when: 'a rule’s condition held for two evaluations', entity: 'AlertRule', consumers: ['pager', 'notifications'] },
    { name: 'AlertResolved', when: 'the condition has been false for the rule’s window', entity: 'AlertRule', consumers: ['pager', 'notifications'] },
    { name: 'StreamQuotaExceeded', when: 'a stream has used its bytes for the day', entity: 'LogStream', consumers: ['stream-owner'] },
  ],
  externals: [
    { id: 'pager', name: 'Paging service', purpose: 'wakes the person on call; must not depend on this system', providers: ['PagerDuty', 'Opsgenie', 'Grafana OnCall'], timeoutMs: 5_000, share: 0.0001 },
  ],
  consistency: [
    { scope: 'ingest', need: 'at-least-once once acknowledged; a stated loss budget (0.1 %) before that', why: 'a duplicate line harms nobody, blocking the caller does' },
    { scope: 'search', need: 'eventual, visible within 30 seconds', why: 'rows are inserted in large batches; freshness is what is paid for throughput' },
    { scope: 'alerting', need: 'evaluated on time even while ingest lags', why: 'the minutes in which data is late are the minutes in which alerts matter' },
  ],
  needs: ['append-heavy', 'time-partition', 'range-scan', 'aggregation'],
  defaults: [
    { key: 'volume', subject: 'append-log', value: interval(100, 2_000, 50_000), unit: '1/s', reason: 'from one product’s services to a company’s platform: the spread decides the store, so it is asked first' },
    { key: 'retention', subject: 'log-record', value: interval(7 * SECONDS_PER_DAY, 30 * SECONDS_PER_DAY, 365 * SECONDS_PER_DAY), unit: 's', reason: 'most debugging looks back days; audits look back a year' },
    { key: 'retention', subject: 'log-rollup', value: interval(90 * SECONDS_PER_DAY, 400 * SECONDS_PER_DAY, 1_095 * SECONDS_PER_DAY), unit: 's', reason: 'trends compare a month with that of the year before', source: { title: 'System Design Interview notes, chapter 21: metrics and alerting', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter21/README.md', asOf: '2025-03-01', confidence: 'C', note: 'raw 7 days, one minute 30 days, one hour a year' } },
    { key: 'size', subject: 'log-record', value: interval(200, 500, 2_000), unit: 'B', reason: 'a structured line with its attributes, before compression' },
    { key: 'ratio', subject: 'records-per-request', value: interval(20, 100, 1_000), unit: 'ratio', reason: 'agents flush every few seconds or at a batch size, whichever comes first' },
    { key: 'duration', subject: 'freshness', value: interval(5, 30, 120), unit: 's', reason: 'time from the line being written to it being found' },
    { key: 'population', subject: 'log-stream', value: interval(10, 200, 20000), unit: 'count', reason: 'services times environments' },
    { key: 'population', subject: 'alert-rule', value: interval(5, 100, 5000), unit: 'count', reason: 'a few for each service that pages someone' },
    { key: 'population', subject: 'tenant', value: interval(1, 1, 1000), unit: 'count', reason: 'one company looking at its own services' },
  ],
  operationsPerUserPerDay: assumption('records a monitored person’s activity writes in a day', interval(50, 300, 3_000), 'count', 'tens of requests a day, each leaving several lines on the way; replaced as soon as an ingestion rate is known'),
  peakFactor: assumption('peak ÷ mean', interval(1.5, 3, 10), 'ratio', 'follows the traffic of what is watched, then multiplies in an incident, when each retry logs again'),
  jobs: {
    perMainOperation: assumption('insert jobs a record causes', interval(0.0005, 0.001, 0.01), 'count', 'one bulk insert per thousand records or so'),
    seconds: assumption('time a bulk insert holds a worker', interval(0.02, 0.1, 0.5), 's', 'parse, mask and insert a thousand rows'),
    bytes: assumption('batch on the buffer', interval(10_000, 50_000, 500_000), 'B', 'compressed batch as received'),
  },
  risks: [
    { risk: 'an incident multiplies the lines just when they are needed, and ingest falls behind', failureModes: ['queue-backlog', 'cascading-overload'] },
    { risk: 'a verbose release or a field with unbounded values multiplies rows, roll-ups and bill', failureModes: ['quota-cost-runaway', 'noisy-neighbour'] },
    { risk: 'the hot tier fills up before old partitions are dropped', failureModes: ['disk-full'] },
    { risk: 'the pipeline goes down silently and nobody is paged', failureModes: ['observability-blind'] },
    { risk: 'one chatty stream takes a whole partition', failureModes: ['hot-partition'] },
    { risk: 'secrets and personal data end up in log lines', failureModes: ['credential-leak'] },
  ],
  mechanisms: ['write-path-cost', 'time-partitioned-tables', 'backpressure-and-shedding', 'roll-ups-with-late-data', 'downsampling', 'partition-key-salting', 'quota-metering', 'leased-scheduler'],
  questions: [
    { id: 'ingestion-rate', question: 'How many log records arrive per second, on average and at the worst moment?', default: '2,000 records per second', changes: 'up to some thousands a second a partitioned relational table is enough; far above, a column store behind a durable buffer', key: 'volume', subject: 'append-log', priority: 1 },
    { id: 'retention', question: 'How long must records stay searchable?', default: '30 days', changes: 'bytes on disk, and whether old data moves to object storage', key: 'retention', subject: 'log-record', priority: 2 },
    { id: 'query-pattern', question: 'What are the main queries: aggregation over many records, look-up of single records, or free-text search?', default: 'range (lines of a service within a time range)', changes: 'aggregation asks for a column store, look-ups for a key-ordered store, free text for an inverted index', key: 'query-pattern', priority: 3 },
    { id: 'record-size', question: 'How large is a typical record?', default: '500 bytes', changes: 'disk, network and the size of a batch', key: 'size', subject: 'log-record', priority: 4 },
    { id: 'loss', question: 'May a record be lost between the service and the store?', default: 'at-least-once', changes: 'a replicated buffer in front of the store, or a direct write', key: 'delivery', subject: 'append-log', priority: 5 },
    { id: 'tenants', question: 'How many teams or customers must not see each other’s records?', default: '1', changes: 'quotas, isolation of queries, per-tenant billing', key: 'population', subject: 'tenant', priority: 6 },
  ],
  nonGoals: ['an archive for years of records, until someone must read it', 'high-resolution infrastructure metrics, which a metrics database scrapes and compresses far better', 'security analytics and correlation rules', 'profiling and session replay', 'charging customers for the data they send'],
  sources: [
    { title: 'System Design Interview notes, chapter 21: metrics and alerting', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter21/README.md', asOf: '2025-03-01', confidence: 'C' },
    { title: 'getsentry/self-hosted: relay, buffer and column store as deployed', url: 'https://github.com/getsentry/self-hosted/blob/89a143f/docker-compose.yml', asOf: '2026-08-21', confidence: 'A' },
    { title: 'open-telemetry/opentelemetry-demo', url: 'https://github.com/open-telemetry/opentelemetry-demo/blob/054282e/compose.yaml', asOf: '2026-08-22', confidence: 'A' },
  ],
});
