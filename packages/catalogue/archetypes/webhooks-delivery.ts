import { assumption, fact, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'webhooks-delivery', name: 'Webhook delivery', context: 'Webhooks',
  summary: 'carries events of a product to addresses that customers run: signed, retried for days, isolated from each other’s outages, and open to inspection and replay',
  triggers: {
    strong: ['webhook', 'webhook delivery', 'event delivery', 'outbound events', 'callback delivery', 'webhooks platform', 'partner event'],
    weak: ['retry', 'signature', 'endpoint', 'callback', 'subscription', 'integration'],
    exclude: ['inbound webhook only'],
    signs: [
      ['call|tell|notify|inform|post|push', 'server|system|endpoint|http|over http', 'partner|customer|client|merchant|subscriber|shop|supplier', 'down|retry|again|miss|keep trying|answer|lose|respond|unreachable'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['own computer|endpoint|url|their system|their computer|their software|own system|own software|program of their own|programs of their own|machine of theirs|their till|their program', 'tell|call|push|post|notify|send|inform', 'answer|again|retry|keep at|keep trying|down|respond|resend|miss|until|not answer|thank you', 'hotel|partner|client|shop|merchant|dealer|supplier|@person'] },
      { must: 4, need: 4, groups: ['call|post|notify|tell|push|send|ping', 'url|endpoint|server|http|their system|address at|their side|their computer', 'customer|partner|client|merchant|supplier|shop|dealer|subscriber|integrator', 'again|retry|signed|attempt|at least once|down|in order|resend|give up|keep trying|acknowledge'] },
    ],
  },
  entities: [
    {
      name: 'Endpoint', purpose: 'a customer’s address, the event types it wants, and how healthy it is', store: 'record', alsoCalled: ['partner', 'receiver'], rowBytes: 600, perUser: 1.5,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'url', type: 'text' },
        { name: 'eventTypes', type: 'text[]' }, { name: 'state', type: 'text', values: ['active', 'slowed', 'disabled'] },
        { name: 'requestsPerSecondLimit', type: 'int' }, { name: 'failingSince', type: 'timestamptz', nullable: true },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'SigningSecret', purpose: 'a secret of an endpoint; two are valid while one replaces the other', store: 'record', rowBytes: 300, perUser: 2,
      fields: [
        { name: 'endpointId', type: 'uuid', key: true, references: 'Endpoint.id' }, { name: 'version', type: 'int', key: true },
        { name: 'encryptedSecret', type: 'bytea', classification: 'secret' }, { name: 'expiresAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Event', purpose: 'what happened, as it will be sent; its id lets receivers recognise repeats', store: 'journal', alsoCalled: ['parcel', 'state change'], rowBytes: 5_000, createdBy: 'publish-event', rowsPerOperation: 1, retentionDays: 30,
      fields: [
        { name: 'tenantId', type: 'uuid', key: true }, { name: 'createdAt', type: 'timestamptz', key: true }, { name: 'id', type: 'uuid', key: true },
        { name: 'type', type: 'text' }, { name: 'orderingKey', type: 'text', nullable: true },
        { name: 'payload', type: 'jsonb', classification: 'pii' },
      ],
    },
    {
      name: 'Delivery', purpose: 'one event on its way to one endpoint', store: 'record', alsoCalled: ['call'], rowBytes: 220, createdBy: 'publish-event', rowsPerOperation: 1.2, retentionDays: 30,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'eventId', type: 'uuid' },
        { name: 'endpointId', type: 'uuid', references: 'Endpoint.id' },
        { name: 'state', type: 'text', values: ['pending', 'succeeded', 'retrying', 'exhausted', 'cancelled'] },
        { name: 'attempts', type: 'smallint' }, { name: 'nextAttemptAt', type: 'timestamptz', nullable: true },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'DeliveryAttempt', purpose: 'one call and its answer, cut to a readable length', store: 'journal', rowBytes: 500, createdBy: 'publish-event', rowsPerOperation: 1.6, retentionDays: 30,
      fields: [
        { name: 'deliveryId', type: 'uuid', key: true }, { name: 'attemptedAt', type: 'timestamptz', key: true },
        { name: 'number', type: 'smallint', key: true }, { name: 'httpStatus', type: 'smallint', nullable: true },
        { name: 'durationMs', type: 'int' }, { name: 'error', type: 'text', nullable: true },
        { name: 'responseExcerpt', type: 'text', nullable: true, classification: 'pii' },
      ],
    },
  ],
  operations: [
    {
      id: 'publish-event', summary: 'Accept an event for delivery to all endpoints that want it', actor: 'service', method: 'POST', path: '/events', kind: 'write', share: 0.9508,
      requestBytes: 5_000, responseBytes: 100, latencyP99Ms: 250, entity: 'Event', asynchronous: true, idempotent: true,
      synonyms: ['publish event', 'deliver webhook', 'send webhook', 'emit event', 'deliver event', 'send event', 'send callback', 'trigger webhook', 'dispatch webhook', 'webhook'],
      body: [
        { name: 'tenantId', type: 'uuid' }, { name: 'type', type: 'text' }, { name: 'orderingKey', type: 'text', nullable: true },
        { name: 'payload', type: 'jsonb', classification: 'pii' },
      ],
      example: { tenantId: '0197a650-7000-7000-8000-000000000042', type: 'invoice.paid', payload: { invoiceId: 'inv_8812', amountMinor: 12_000, currency: 'EUR' } },
    },
    {
      id: 'list-deliveries', summary: 'Show a customer what was sent to an endpoint and with what result', actor: 'customer', method: 'GET', path: '/endpoints/{endpointId}/deliveries', kind: 'read', share: 0.02,
      requestBytes: 150, responseBytes: 12_000, latencyP99Ms: 600, entity: 'Delivery', list: true,
      synonyms: ['list delivery', 'view delivery', 'inspect delivery', 'view webhook log', 'debug webhook'],
    },
    {
      id: 'get-delivery', summary: 'Show one delivery with its attempts', actor: 'customer', method: 'GET', path: '/deliveries/{deliveryId}', kind: 'read', share: 0.015,
      requestBytes: 100, responseBytes: 3_000, latencyP99Ms: 400, entity: 'Delivery',
      synonyms: ['get delivery', 'view attempt', 'check delivery'],
    },
    {
      id: 'get-event', summary: 'Show an event as it was sent', actor: 'customer', method: 'GET', path: '/events/{eventId}', kind: 'read', share: 0.005,
      requestBytes: 100, responseBytes: 5_500, latencyP99Ms: 400, entity: 'Event',
      synonyms: ['get event', 'view event', 'inspect payload'],
    },
    {
      id: 'replay-deliveries', summary: 'Send a range of events again', actor: 'customer', method: 'POST', path: '/endpoints/{endpointId}/replays', kind: 'write', share: 0.0005,
      requestBytes: 200, responseBytes: 200, latencyP99Ms: 800, entity: 'Delivery', asynchronous: true, idempotent: true,
      synonyms: ['replay event', 'retry delivery', 'resend webhook', 'replay webhook'],
      body: [{ name: 'from', type: 'timestamptz' }, { name: 'to', type: 'timestamptz' }, { name: 'onlyFailed', type: 'boolean' }],
      example: { from: '2026-03-01T00:00:00Z', to: '2026-03-01T06:00:00Z', onlyFailed: true },
    },
    {
      id: 'create-endpoint', summary: 'Register an address after checking that it answers and is public', actor: 'customer', method: 'POST', path: '/endpoints', kind: 'write', share: 0.0005,
      requestBytes: 600, responseBytes: 500, latencyP99Ms: 3_000, entity: 'Endpoint', idempotent: true,
      synonyms: ['create endpoint', 'register endpoint', 'register webhook', 'subscribe to event', 'configure webhook', 'add subscription'],
      body: [{ name: 'url', type: 'text' }, { name: 'eventTypes', type: 'text[]' }],
      example: { url: 'https://hooks.customer.example/orders', eventTypes: ['invoice.paid', 'invoice.voided'] },
    },
    {
      id: 'list-endpoints', summary: 'Show a customer’s endpoints and their health', actor: 'customer', method: 'GET', path: '/endpoints', kind: 'read', share: 0.008,
      requestBytes: 100, responseBytes: 4_000, latencyP99Ms: 400, entity: 'Endpoint', list: true,
      synonyms: ['list endpoint', 'view endpoint', 'manage endpoint', 'manage subscription'],
    },
    {
      id: 'rotate-secret', summary: 'Issue a new signing secret; the old one stays valid for a day', actor: 'customer', method: 'POST', path: '/endpoints/{endpointId}/secrets', kind: 'write', share: 0.0002,
      requestBytes: 100, responseBytes: 200, latencyP99Ms: 600, entity: 'SigningSecret', idempotent: true,
      synonyms: ['rotate secret', 'reset secret', 'change signing key'], body: [],
    },
  ],
  mainOperation: 'publish-event',
  flows: [
    {
      id: 'accept-event', title: 'Accept an event', operation: 'publish-event', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the event with an Idempotency-Key, from the producer’s own outbox' },
        { from: 'api', to: 'append-store', action: 'store the event' },
        { from: 'api', to: 'cache', action: 'read which endpoints of the tenant want this type' },
        { from: 'api', to: 'primary-store', action: 'insert one delivery and outbox row per endpoint in one transaction' },
        { from: 'api', to: 'client', action: 'answer 202' },
      ],
    },
    {
      id: 'deliver', title: 'Deliver', operation: 'publish-event', mode: 'async',
      steps: [
        { from: 'queue', to: 'worker', action: 'lease a delivery from the lane of its endpoint, within that endpoint’s rate and concurrency' },
        { from: 'worker', to: 'external:endpoint', action: 'resolve the host, refuse private addresses, sign body and time, POST with a 10 second limit and without following redirects' },
        { from: 'worker', to: 'append-store', action: 'append the attempt' },
        { from: 'worker', to: 'primary-store', action: 'mark succeeded, or set the next attempt with exponential delay and jitter' },
      ],
    },
    {
      id: 'isolate-endpoint', title: 'Isolate a failing endpoint', mode: 'async',
      steps: [
        { from: 'worker', to: 'cache', action: 'open the endpoint’s breaker after repeated failures' },
        { from: 'worker', to: 'queue', action: 'move its deliveries to the slow lane and probe with a single one' },
        { from: 'worker', to: 'primary-store', action: 'disable the endpoint after three days without success' },
        { from: 'worker', to: 'external:email', action: 'tell its owner, once when it fails and once when it is disabled' },
      ],
    },
    {
      id: 'replay', title: 'Replay a range', operation: 'replay-deliveries', mode: 'batch',
      steps: [
        { from: 'api', to: 'queue', action: 'enqueue the range' },
        { from: 'worker', to: 'append-store', action: 'read the events of the range in order' },
        { from: 'worker', to: 'queue', action: 'enqueue them behind fresh deliveries, with their original ids' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'due-deliveries', entity: 'Delivery', purpose: 'next attempts', by: ['state', 'nextAttemptAt'], order: 'nextAttemptAt asc', kind: 'queue' },
    { id: 'deliveries-of-endpoint', entity: 'Delivery', purpose: 'customer’s log, newest first', by: ['endpointId', 'createdAt'], order: 'createdAt desc', kind: 'range', operation: 'list-deliveries' },
    { id: 'delivery-by-id', entity: 'Delivery', purpose: 'one delivery', by: ['id'], kind: 'lookup', operation: 'get-delivery' },
    { id: 'attempts-of-delivery', entity: 'DeliveryAttempt', purpose: 'what was tried', by: ['deliveryId', 'attemptedAt'], order: 'attemptedAt asc', kind: 'lookup', operation: 'get-delivery' },
    { id: 'event-by-id', entity: 'Event', purpose: 'body to send or show', by: ['id'], kind: 'lookup', operation: 'get-event' },
    { id: 'events-of-tenant', entity: 'Event', purpose: 'replay', by: ['tenantId', 'createdAt'], order: 'createdAt asc', kind: 'range', operation: 'replay-deliveries' },
    { id: 'endpoints-of-tenant', entity: 'Endpoint', purpose: 'subscriptions to match', by: ['tenantId', 'state'], kind: 'lookup', operation: 'list-endpoints' },
    { id: 'failure-rate', entity: 'DeliveryAttempt', purpose: 'success by hour', by: ['attemptedAt', 'httpStatus'], kind: 'aggregation' },
  ],
  events: [
    { name: 'EventAccepted', when: 'an event and its deliveries are stored', entity: 'Event', consumers: ['delivery'] },
    { name: 'DeliverySucceeded', when: 'an endpoint answers with a 2xx status', entity: 'Delivery', consumers: ['metering'] },
    { name: 'DeliveryExhausted', when: 'the last attempt has failed', entity: 'Delivery', consumers: ['notifications', 'support'] },
    { name: 'EndpointDisabled', when: 'an endpoint has failed for days', entity: 'Endpoint', consumers: ['notifications', 'account-management'] },
  ],
  externals: [
    { id: 'endpoint', name: 'Customer endpoint', purpose: 'any address on the public internet; slow, wrong or hostile at times', providers: ['customers’ servers'], timeoutMs: 10_000, share: 1 },
    { id: 'email', name: 'E-mail provider', purpose: 'tells owners about failing endpoints', providers: ['Amazon SES', 'SendGrid', 'Postmark'], timeoutMs: 5_000, share: 0.0001 },
  ],
  consistency: [
    { scope: 'delivery', need: 'at-least-once; the event id is the receiver’s means against repeats', why: 'an answer can be lost after the receiver has acted' },
    { scope: 'order', need: 'none by default, by key where asked for', why: 'strict order lets one failing event hold up all behind it' },
    { scope: 'endpoint settings', need: 'read-your-writes for the owner, a minute for workers', why: 'people change an address and send a test at once' },
    { scope: 'acceptance', need: 'strong: once accepted it is delivered or shown as exhausted', why: 'the producer has forgotten it by then' },
  ],
  needs: ['transactions', 'unique-constraint', 'point-read', 'range-scan', 'append-heavy', 'time-partition', 'work-queue', 'delayed-delivery', 'dead-letter', 'priority'],
  defaults: [
    { key: 'ratio', subject: 'endpoints-per-event', value: interval(1, 1.2, 5), unit: 'ratio', reason: 'most customers register one address' },
    { key: 'ratio', subject: 'attempts-per-delivery', value: interval(1.1, 1.3, 3), unit: 'ratio', reason: 'a tenth of endpoints is down or slow at any time' },
    { key: 'duration', subject: 'endpoint-answer', value: interval(0.1, 0.6, 10), unit: 's', reason: 'a worker waits that long; calls in flight are rate times this' },
    { key: 'duration', subject: 'retry-window', value: interval(SECONDS_PER_DAY, 3 * SECONDS_PER_DAY, 7 * SECONDS_PER_DAY), unit: 's', reason: 'long enough to survive a customer’s weekend', source: { title: 'Whiteboard Scale: webhook delivery', url: 'https://www.whiteboardscale.com/topics/credit-card-processing/concepts/pay-webhook-delivery', asOf: 'undated', confidence: 'D', note: 'three days at Stripe, second-hand' } },
    { key: 'retention', subject: 'event', value: interval(7 * SECONDS_PER_DAY, 30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY), unit: 's', reason: 'the range a customer can replay', source: { title: 'System Design School: webhook', url: 'https://systemdesignschool.io/problems/webhook', asOf: 'undated', confidence: 'C', note: '30 days, 5 KB, 1 M events a day' } },
    { key: 'size', subject: 'event', value: interval(500, 5_000, 64_000), unit: 'B', reason: 'a resource as JSON' },
    { key: 'share', subject: 'largest-tenant', value: interval(0.05, 0.2, 0.6), unit: 'ratio', reason: 'one customer’s import must not delay the others' },
  ],
  operationsPerUserPerDay: assumption('events a customer’s account causes a day', interval(5, 100, 5_000), 'count', 'it mirrors what happens in the source product'),
  peakFactor: fact('peak ÷ mean', interval(2, 5, 10), 'ratio', { title: 'System Design School: webhook', url: 'https://systemdesignschool.io/problems/webhook', asOf: 'undated', confidence: 'C', note: 'five times the mean in the exercise; the bounds are ours: a steady product shows two, replays after an outage ten' }),
  jobs: {
    perMainOperation: assumption('calls an event starts', interval(1.1, 1.6, 8), 'count', 'endpoints times attempts'),
    seconds: assumption('time a call holds a worker', interval(0.1, 0.6, 10), 's', 'the customer’s server decides; workers wait without using a processor'),
    bytes: assumption('message on the queue', interval(200, 400, 6_000), 'B', 'delivery id; the body is read when it is sent'),
  },
  risks: [
    { risk: 'a slow receiver holds all workers and everyone’s events are late', failureModes: ['webhook-sink-down', 'slow-dependency', 'noisy-neighbour'] },
    { risk: 'a receiver comes back and is flattened by three days of retries', failureModes: ['retry-storm', 'thundering-herd'] },
    { risk: 'an address that points into the own network is called with its privileges', failureModes: ['credential-leak'] },
    { risk: 'an event is lost between the change and its acceptance', failureModes: ['dual-write-loss'] },
    { risk: 'one tenant’s import fills the queue', failureModes: ['queue-backlog', 'quota-cost-runaway'] },
  ],
  mechanisms: ['webhook-delivery', 'transactional-outbox', 'circuit-breaker', 'bulkhead', 'retry-budget', 'dead-letter-and-replay', 'token-bucket', 'priority-lanes', 'envelope-encryption', 'time-partitioned-tables', 'tenant-row-level-security', 'idempotency-key'],
  questions: [
    { id: 'events', question: 'How many events a second at the busiest time?', default: '50 events per second', changes: 'calls in flight, workers, store for attempts', key: 'volume.peak', subject: 'publish-event', priority: 1 },
    { id: 'answer-time', question: 'How long do receivers take to answer?', default: '0.6 seconds', changes: 'calls in flight are rate times this', key: 'duration', subject: 'endpoint-answer', priority: 2 },
    { id: 'largest-tenant', question: 'What share of all events belongs to the largest customer?', default: '20%', changes: 'a lane of its own for that customer', key: 'share', subject: 'largest-tenant', priority: 3 },
    { id: 'replay-range', question: 'How far back can a customer replay?', default: '30 days', changes: 'storage for event bodies', key: 'retention', subject: 'event', priority: 4 },
    { id: 'order', question: 'Do receivers rely on the order of events?', default: 'no', changes: 'a lane per key in which one failure holds up the rest', key: 'capability', subject: 'ordered-delivery', priority: 5 },
    { id: 'fixed-addresses', question: 'Must calls come from fixed addresses that customers can allow?', default: 'yes', changes: 'an egress gateway and its price per byte', key: 'capability', subject: 'static-egress', priority: 6 },
  ],
  nonGoals: ['receiving webhooks of others', 'transforming events for single customers', 'a workflow builder'],
  sources: [
    { title: 'System Design School: webhook', url: 'https://systemdesignschool.io/problems/webhook', asOf: 'undated', confidence: 'C' },
    { title: 'Razorpay Engineering: notification service under growing load', url: 'https://engineering.razorpay.com/how-razorpays-notification-service-handles-increasing-load-f787623a490f', asOf: 'undated', confidence: 'B', note: '1,000 webhooks a second at peak, 2,000 the limit before a redesign' },
    { title: 'dotnet/eShop reference application', url: 'https://github.com/dotnet/eShop/tree/5624ad5/src', asOf: '2026-01-06', confidence: 'A' },
  ],
});
