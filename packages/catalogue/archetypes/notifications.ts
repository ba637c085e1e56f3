import { assumption, fact, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype, pricePerMillion } from '../define.ts';

export default defineArchetype({
  id: 'notifications', name: 'Multi-channel notifications', context: 'Notifications',
  summary: 'takes a request to tell someone something, applies their preferences, renders a template, hands it to e-mail, push, SMS or the in-app inbox, and keeps a log of what happened',
  triggers: {
    strong: ['notification', 'push notification', 'notification service', 'multi-channel', 'in-app inbox', 'fcm', 'apns', 'transactional email', 'alert users', 'notify users'],
    weak: ['email', 'sms', 'reminder', 'digest', 'preference', 'opt-out', 'template', 'device token'],
    exclude: ['monitoring alert only', 'marketing campaign only', 'newsletter only'],
    signs: [
      ['tell|warn|inform|remind|alert|let know|hear', 'text|sms|mail|e-mail|phone|app|push|text message', 'prefer|choose|chose|way|late|evening|day before|as soon as|whichever|delay|delayed|cancel|moment|ready'],
    ],
    facets: [
      { must: 3, need: 5, groups: ['learn|tell|warn|inform|remind|alert|hear|reach|notify|have to know|must know|hear of', 'text|sms|app|mail|e-mail|phone|push|call', 'choose|prefer|whichever|over whatever|either|channel|sign up|signed up|which way|whatever|or', 'before|within|late|as soon as|minute|second|closed|cancel|delay|moment|quiet|night|morning', '@person'] },
      { must: 4, need: 4, groups: ['tell|warn|inform|remind|alert|hear|reach|notify|let know', 'phone|text message|sms|mail|e-mail|push|email|channel|letter|app|whatsapp|call', 'prefer|as each|choose|quiet|quiet hours|whichever|either|late|delay|within seconds|at once|asleep|night|pick', '@person|traveller|passenger|resident|farmer|driver|once|twice'] },
      { must: 3, need: 3, groups: ['channel|text message|sms|push', 'quiet hours|quiet|prefer|preference|asleep|twice|night', 'tell|warn|inform|remind|alert|reach|notify|pick|choose'] },
    ],
  },
  entities: [
    {
      name: 'Notification', purpose: 'one message to one person, whatever the channels; also the row behind the in-app inbox', store: 'record', alsoCalled: ['message', 'warning', 'alert', 'reminder', 'text'], rowBytes: 600, createdBy: 'send-notification', rowsPerOperation: 1, retentionDays: 90,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'userId', type: 'uuid' },
        { name: 'broadcastId', type: 'uuid', nullable: true, references: 'Broadcast.id' }, { name: 'type', type: 'text' },
        { name: 'priority', type: 'text', values: ['urgent', 'normal', 'bulk'] },
        { name: 'channels', type: 'text[]', values: ['email', 'push', 'sms', 'in-app'] }, { name: 'data', type: 'jsonb', classification: 'pii' },
        { name: 'idempotencyKey', type: 'text', unique: true },
        { name: 'status', type: 'text', values: ['accepted', 'suppressed', 'dispatched', 'completed', 'failed'] },
        { name: 'readAt', type: 'timestamptz', nullable: true }, { name: 'expiresAt', type: 'timestamptz', nullable: true },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Broadcast', purpose: 'one message for many people: its audience and how far the fan-out has come', store: 'record', rowBytes: 900, createdBy: 'broadcast-notification', rowsPerOperation: 1, retentionDays: 365,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'type', type: 'text' }, { name: 'audienceKey', type: 'text' },
        { name: 'data', type: 'jsonb' }, { name: 'idempotencyKey', type: 'text', unique: true },
        { name: 'status', type: 'text', values: ['scheduled', 'running', 'paused', 'completed', 'cancelled'] }, { name: 'chunksDone', type: 'int' },
        { name: 'sendAt', type: 'timestamptz' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Delivery', purpose: 'the attempt to reach that person over one channel, with its current state', store: 'record', rowBytes: 260, createdBy: 'send-notification', rowsPerOperation: 1.4, retentionDays: 90,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'notificationId', type: 'uuid', references: 'Notification.id' },
        { name: 'contactPointId', type: 'uuid', nullable: true, references: 'ContactPoint.id' },
        { name: 'channel', type: 'text', values: ['email', 'push', 'sms', 'in-app'] }, { name: 'provider', type: 'text', nullable: true },
        { name: 'providerReference', type: 'text', nullable: true, unique: true },
        { name: 'status', type: 'text', values: ['queued', 'sent', 'delivered', 'bounced', 'failed', 'expired'] },
        { name: 'attempts', type: 'smallint' }, { name: 'nextAttemptAt', type: 'timestamptz', nullable: true },
        { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'DeliveryEvent', purpose: 'the notification log: every attempt, provider answer and receipt, never changed afterwards', store: 'append', rowBytes: 320, createdBy: 'send-notification', rowsPerOperation: 3, retentionDays: 90,
      fields: [
        { name: 'deliveryId', type: 'uuid', key: true }, { name: 'occurredAt', type: 'timestamptz', key: true },
        { name: 'sequence', type: 'smallint', key: true },
        { name: 'kind', type: 'text', values: ['queued', 'sent', 'delivered', 'opened', 'bounced', 'complained', 'failed', 'suppressed'] },
        { name: 'provider', type: 'text', nullable: true }, { name: 'providerStatus', type: 'text', nullable: true },
        { name: 'detail', type: 'jsonb', nullable: true },
      ],
    },
    {
      name: 'Preference', purpose: 'what a person wants to hear about, over which channels, and when not to be disturbed', store: 'record', rowBytes: 220, perUser: 4,
      fields: [
        { name: 'userId', type: 'uuid', key: true }, { name: 'type', type: 'text', key: true },
        { name: 'channels', type: 'text[]', values: ['email', 'push', 'sms', 'in-app'] }, { name: 'quietHours', type: 'jsonb', nullable: true },
        { name: 'timeZone', type: 'text' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'ContactPoint', purpose: 'an address that reaches a person: mailbox, phone number or device token, with proof that it works', store: 'record', alsoCalled: ['phone'], rowBytes: 360, perUser: 2.5,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'userId', type: 'uuid' },
        { name: 'channel', type: 'text', values: ['email', 'push', 'sms'] }, { name: 'address', type: 'text', unique: true, classification: 'pii' },
        { name: 'platform', type: 'text', nullable: true, values: ['ios', 'android', 'web'] },
        { name: 'state', type: 'text', values: ['active', 'unverified', 'suppressed', 'dead'] }, { name: 'lastSeenAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Template', purpose: 'the words of one notification type for one channel and language; versions are immutable', store: 'record', rowBytes: 4_000,
      fields: [
        { name: 'type', type: 'text', key: true }, { name: 'channel', type: 'text', key: true, values: ['email', 'push', 'sms', 'in-app'] },
        { name: 'locale', type: 'text', key: true }, { name: 'version', type: 'int', key: true }, { name: 'subject', type: 'text', nullable: true },
        { name: 'body', type: 'text' }, { name: 'publishedAt', type: 'timestamptz' },
      ],
    },
  ],
  operations: [
    {
      id: 'send-notification', summary: 'Accept one notification and return before it is sent', actor: 'service', method: 'POST', path: '/notifications', kind: 'write', share: 0.42,
      requestBytes: 1_200, responseBytes: 200, latencyP99Ms: 300, entity: 'Notification', asynchronous: true, idempotent: true,
      synonyms: ['send push', 'send mail', 'send text', 'send notification', 'deliver notification', 'deliver message', 'push notification', 'notify user', 'send alert', 'send email', 'send sms', 'send reminder', 'dispatch notification', 'notification'],
      body: [
        { name: 'userId', type: 'uuid' }, { name: 'type', type: 'text' },
        { name: 'channels', type: 'text[]', nullable: true, values: ['email', 'push', 'sms', 'in-app'] },
        { name: 'data', type: 'jsonb', classification: 'pii' },
        { name: 'priority', type: 'text', nullable: true, values: ['urgent', 'normal', 'bulk'] },
        { name: 'expiresAt', type: 'timestamptz', nullable: true },
      ],
      example: { userId: '0197a5c2-6f1e-7c3a-9d84-3b1f0e6a2c55', type: 'order.shipped', channels: ['email', 'push'], data: { orderNumber: 'SO-20418', carrier: 'DHL', trackingUrl: 'https://shop.example/t/20418' }, priority: 'normal' },
    },
    {
      id: 'broadcast-notification', summary: 'Accept one message for many people and split it on the bulk lane', actor: 'operator', method: 'POST', path: '/broadcasts', kind: 'write', share: 0.00001,
      requestBytes: 60_000, responseBytes: 300, latencyP99Ms: 1_000, entity: 'Broadcast', asynchronous: true, idempotent: true,
      synonyms: ['broadcast notification', 'broadcast message', 'announce news', 'send bulk notification', 'batch notification'],
      body: [
        { name: 'type', type: 'text' }, { name: 'userIds', type: 'uuid[]' }, { name: 'data', type: 'jsonb' },
        { name: 'sendAt', type: 'timestamptz', nullable: true },
      ],
      example: { type: 'service.maintenance', userIds: ['0197a5c2-6f1e-7c3a-9d84-3b1f0e6a2c55', '0197a5c2-7b20-7aa1-8c11-52d90f4be001'], data: { window: '02:00-03:00 UTC' }, sendAt: '2026-03-02T18:00:00Z' },
    },
    {
      id: 'list-notifications', summary: 'Page through one person’s inbox, newest first', actor: 'user', method: 'GET', path: '/users/{userId}/notifications', kind: 'read', share: 0.19,
      requestBytes: 200, responseBytes: 8_000, latencyP99Ms: 300, entity: 'Notification', list: true,
      synonyms: ['list notification', 'view notification', 'open inbox', 'read inbox', 'browse notification'],
    },
    {
      id: 'get-notification', summary: 'Show one notification with the state of each channel', actor: 'service', method: 'GET', path: '/notifications/{notificationId}', kind: 'read', share: 0.03,
      requestBytes: 150, responseBytes: 1_500, latencyP99Ms: 250, entity: 'Notification',
      synonyms: ['track delivery', 'check delivery status', 'get notification', 'view delivery log'],
    },
    {
      id: 'mark-notification-read', summary: 'Set the read mark so that the badge drops', actor: 'user', method: 'PUT', path: '/notifications/{notificationId}/read', kind: 'write', share: 0.1,
      requestBytes: 150, responseBytes: 50, latencyP99Ms: 300, entity: 'Notification', idempotent: true,
      synonyms: ['mark notification read', 'dismiss notification', 'acknowledge notification'], body: [],
    },
    {
      id: 'record-receipt', summary: 'Take a signed delivery receipt from a provider', actor: 'provider', method: 'POST', path: '/providers/{provider}/receipts', kind: 'write', share: 0.2,
      requestBytes: 800, responseBytes: 20, latencyP99Ms: 500, entity: 'DeliveryEvent', asynchronous: true, idempotent: true,
      synonyms: ['receive delivery receipt', 'record bounce', 'handle provider callback'],
      body: [
        { name: 'providerReference', type: 'text' },
        { name: 'kind', type: 'text', values: ['delivered', 'opened', 'bounced', 'complained', 'failed'] },
        { name: 'occurredAt', type: 'timestamptz' }, { name: 'detail', type: 'jsonb', nullable: true },
      ],
      example: { providerReference: '0100018f3c2a-51c7', kind: 'bounced', occurredAt: '2026-03-02T09:14:07Z', detail: { reason: 'mailbox does not exist' } },
    },
    {
      id: 'register-contact-point', summary: 'Add or refresh a mailbox, phone number or device token', actor: 'user', method: 'POST', path: '/users/{userId}/contact-points', kind: 'write', share: 0.02,
      requestBytes: 400, responseBytes: 100, latencyP99Ms: 400, entity: 'ContactPoint', idempotent: true,
      synonyms: ['register device', 'register device token', 'add contact', 'update phone number'],
      body: [
        { name: 'channel', type: 'text', values: ['email', 'push', 'sms'] }, { name: 'address', type: 'text', classification: 'pii' },
        { name: 'platform', type: 'text', nullable: true, values: ['ios', 'android', 'web'] },
      ],
      example: { channel: 'push', address: 'fcm:eK2v9Tq1xYw', platform: 'android' },
    },
    {
      id: 'get-preferences', summary: 'Show what a person has chosen to receive', actor: 'user', method: 'GET', path: '/users/{userId}/preferences', kind: 'read', list: true, share: 0.024,
      requestBytes: 100, responseBytes: 1_500, latencyP99Ms: 250, entity: 'Preference',
      synonyms: ['view preference', 'get preference', 'check preference'],
    },
    {
      id: 'update-preference', summary: 'Change channels or quiet hours of one notification type', actor: 'user', method: 'PUT', path: '/users/{userId}/preferences/{type}', kind: 'write', share: 0.01589,
      requestBytes: 600, responseBytes: 100, latencyP99Ms: 400, entity: 'Preference', idempotent: true,
      synonyms: ['update preference', 'manage preference', 'opt out', 'unsubscribe from notification', 'set quiet hours'],
      body: [
        { name: 'channels', type: 'text[]', values: ['email', 'push', 'sms', 'in-app'] }, { name: 'quietHours', type: 'jsonb', nullable: true },
        { name: 'timeZone', type: 'text' },
      ],
      example: { channels: ['push', 'in-app'], quietHours: { from: '22:00', to: '07:00' }, timeZone: 'Europe/Berlin' },
    },
    {
      id: 'publish-template', summary: 'Publish a new version of a template after rendering it with sample data', actor: 'operator', method: 'POST', path: '/templates', kind: 'write', share: 0.0001,
      requestBytes: 5_000, responseBytes: 200, latencyP99Ms: 800, entity: 'Template',
      synonyms: ['publish template', 'create template', 'edit template', 'manage template'],
      body: [
        { name: 'type', type: 'text' }, { name: 'channel', type: 'text', values: ['email', 'push', 'sms', 'in-app'] },
        { name: 'locale', type: 'text' }, { name: 'subject', type: 'text', nullable: true }, { name: 'body', type: 'text' },
      ],
      example: { type: 'order.shipped', channel: 'email', locale: 'en', subject: 'Order {{orderNumber}} is on its way', body: 'Your parcel left with {{carrier}}: {{trackingUrl}}' },
    },
  ],
  mainOperation: 'send-notification',
  flows: [
    {
      id: 'accept-notification', title: 'Accept a notification', operation: 'send-notification', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the notification with an Idempotency-Key' },
        { from: 'api', to: 'primary-store', action: 'insert notification and outbox row in one transaction; a repeated key returns the first answer' },
        { from: 'api', to: 'client', action: 'answer 202 with the notification id' },
      ],
    },
    {
      id: 'dispatch-notification', title: 'Dispatch over the chosen channels', operation: 'send-notification', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claim a batch of outbox rows in commit order' },
        { from: 'worker', to: 'queue', action: 'enqueue on the urgent, normal or bulk lane by priority' },
        { from: 'queue', to: 'worker', action: 'lease one message' },
        { from: 'worker', to: 'cache', action: 'read preferences, contact points and the published template' },
        { from: 'worker', to: 'primary-store', action: 'insert one delivery row per permitted channel; hold those inside quiet hours until they end' },
        { from: 'worker', to: 'external:email', action: 'send the rendered e-mail through the channel adapter of the first healthy provider' },
        { from: 'worker', to: 'external:push', action: 'send the push payload, at most 4 KB, through the channel adapter' },
        { from: 'worker', to: 'external:sms', action: 'send the text through the channel adapter within the daily spending cap' },
        { from: 'worker', to: 'append-store', action: 'append the provider’s answer to the delivery log' },
      ],
    },
    {
      id: 'process-receipt', title: 'Record a delivery receipt', operation: 'record-receipt', mode: 'async',
      steps: [
        { from: 'external:email', to: 'api', action: 'POST a signed receipt' },
        { from: 'api', to: 'queue', action: 'check the signature and enqueue the raw receipt' },
        { from: 'queue', to: 'worker', action: 'lease one receipt' },
        { from: 'worker', to: 'append-store', action: 'append the event unless this receipt was already seen' },
        { from: 'worker', to: 'primary-store', action: 'move the delivery forward, never back; suppress the address after a hard bounce or complaint' },
      ],
    },
    {
      id: 'fail-over-provider', title: 'Move a channel to its second provider', mode: 'async',
      steps: [
        { from: 'worker', to: 'external:email', action: 'call the first provider; time-outs and 5xx answers count against its breaker' },
        { from: 'worker', to: 'cache', action: 'open the breaker of that provider for all workers' },
        { from: 'worker', to: 'external:email', action: 'send through the next provider in the channel’s order' },
        { from: 'worker', to: 'queue', action: 'return the message with a delay when no provider of the channel is healthy' },
      ],
    },
    {
      id: 'fan-out-broadcast', title: 'Fan out a broadcast', operation: 'broadcast-notification', mode: 'batch',
      steps: [
        { from: 'client', to: 'api', action: 'POST the broadcast with its audience' },
        { from: 'api', to: 'primary-store', action: 'store the broadcast; the list of people goes to the object store under its audience key' },
        { from: 'worker', to: 'primary-store', action: 'insert notifications in chunks of 500, with broadcast and person as idempotency key, and record the chunk as done in the same transaction' },
        { from: 'worker', to: 'queue', action: 'enqueue the chunk on the bulk lane, paced to the slowest provider' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'inbox-page', entity: 'Notification', purpose: 'inbox of one person, newest first', by: ['userId', 'createdAt'], order: 'createdAt desc', kind: 'range', operation: 'list-notifications' },
    { id: 'notification-by-id', entity: 'Notification', purpose: 'one notification', by: ['id'], kind: 'lookup', operation: 'get-notification' },
    { id: 'notification-by-idempotency-key', entity: 'Notification', purpose: 'find the first answer to a repeated request', by: ['idempotencyKey'], kind: 'lookup', operation: 'send-notification' },
    { id: 'deliveries-of-notification', entity: 'Delivery', purpose: 'state of each channel', by: ['notificationId'], kind: 'lookup', operation: 'get-notification' },
    { id: 'delivery-by-provider-reference', entity: 'Delivery', purpose: 'match a receipt to its delivery', by: ['providerReference'], kind: 'lookup', operation: 'record-receipt' },
    { id: 'due-deliveries', entity: 'Delivery', purpose: 'deliveries whose retry or quiet hour has come due', by: ['status', 'nextAttemptAt'], order: 'nextAttemptAt asc', kind: 'queue' },
    { id: 'due-broadcasts', entity: 'Broadcast', purpose: 'broadcasts whose time has come', by: ['status', 'sendAt'], order: 'sendAt asc', kind: 'queue' },
    { id: 'delivery-log', entity: 'DeliveryEvent', purpose: 'what happened to one delivery', by: ['deliveryId', 'occurredAt'], order: 'occurredAt asc', kind: 'range' },
    { id: 'outcome-by-provider', entity: 'DeliveryEvent', purpose: 'delivery and bounce rate of a provider over a day', by: ['provider', 'occurredAt'], kind: 'aggregation' },
    { id: 'preferences-of-user', entity: 'Preference', purpose: 'what may be sent to a person', by: ['userId', 'type'], kind: 'lookup', operation: 'get-preferences' },
    { id: 'contact-points-of-user', entity: 'ContactPoint', purpose: 'where a person can be reached', by: ['userId', 'channel'], kind: 'lookup' },
    { id: 'published-template', entity: 'Template', purpose: 'latest version for type, channel and language', by: ['type', 'channel', 'locale', 'version'], order: 'version desc', kind: 'lookup' },
  ],
  events: [
    { name: 'NotificationAccepted', when: 'a request is stored and its outbox row committed', entity: 'Notification', consumers: ['dispatcher'] },
    { name: 'NotificationDelivered', when: 'a provider confirms the hand-over on a channel', entity: 'Delivery', consumers: ['analytics', 'sender'] },
    { name: 'NotificationFailed', when: 'the last permitted attempt on the last channel has failed', entity: 'Delivery', consumers: ['sender', 'support'] },
    { name: 'ContactPointSuppressed', when: 'an address bounces for good, complains, or its token is reported dead', entity: 'ContactPoint', consumers: ['identity', 'customer-profile'] },
  ],
  externals: [
    {
      id: 'email', name: 'E-mail provider', purpose: 'sends e-mail and reports bounces; behind one adapter interface with a second provider in reserve',
      providers: ['Amazon SES', 'SendGrid', 'Postmark'], timeoutMs: 5_000, share: 0.25,
      unitPrice: pricePerMillion('one e-mail through Amazon SES', 100, { title: 'Amazon SES pricing', url: 'https://aws.amazon.com/ses/pricing/', asOf: '2026-11-22', confidence: 'C', note: '0.10 USD per thousand; SendGrid Essentials 0.90-1.30 and Postmark 1.20-1.80 USD per thousand above the plan (2026-08-13)' }),
    },
    {
      id: 'push', name: 'Push provider', purpose: 'wakes phones and browsers; no delivery receipts, dead tokens come back in the answer',
      providers: ['Firebase Cloud Messaging', 'Apple Push Notification service'], timeoutMs: 3_000, share: 0.55,
      unitPrice: fact('one push message through FCM or APNs', 0, 'USD', { title: 'Firebase Cloud Messaging documentation', url: 'https://firebase.google.com/docs/cloud-messaging', asOf: '2026-05-05', confidence: 'C', note: 'no charge per message; APNs needs a paid Apple developer membership' }),
    },
    {
      id: 'sms', name: 'SMS provider', purpose: 'last resort and one-time codes; the only channel whose price per message shapes the bill',
      providers: ['Twilio', 'Amazon SNS'], timeoutMs: 5_000, share: 0.01,
      unitPrice: fact('one US SMS segment with carrier fee', interval(0.0108, 0.0127, 0.0145), 'USD', { title: 'Twilio SMS pricing 2026', url: 'https://www.budgetforge.dev/tools/twilio-sms-pricing-2026', asOf: '2026-07-05', confidence: 'C', note: '0.0083 USD a segment plus 0.0025-0.0062 USD carrier fee, middle taken as likely; other countries cost several times more' }),
    },
  ],
  consistency: [
    { scope: 'acceptance', need: 'at-least-once with an idempotency key, kept 24 hours', why: 'a caller that times out must be able to repeat without a second message' },
    { scope: 'inbox', need: 'read-your-writes on the read mark', why: 'a badge that comes back looks broken' },
    { scope: 'delivery state', need: 'eventual, moves only forward', why: 'receipts arrive late, twice and out of order' },
    { scope: 'preferences', need: 'at most a minute stale', why: 'an opt-out has legal weight, so the cached copy is dropped when it changes' },
  ],
  needs: ['transactions', 'unique-constraint', 'point-read', 'range-scan', 'append-heavy', 'time-partition', 'work-queue', 'delayed-delivery', 'priority', 'dead-letter'],
  defaults: [
    { key: 'retention', subject: 'notification', value: interval(30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY, 365 * SECONDS_PER_DAY), unit: 's', reason: 'support looks back a quarter; an inbox is rarely scrolled further' },
    { key: 'retention', subject: 'delivery-event', value: interval(30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY, 400 * SECONDS_PER_DAY), unit: 's', reason: 'disputes about e-mail and SMS surface within a billing quarter' },
    { key: 'duration', subject: 'idempotency-window', value: interval(3_600, SECONDS_PER_DAY, 7 * SECONDS_PER_DAY), unit: 's', reason: 'a day covers a caller’s longest retry schedule' },
    { key: 'duration', subject: 'time-to-provider', value: interval(2, 5, 30), unit: 's', reason: 'a person who just acted expects the message within seconds' },
    { key: 'share', subject: 'sms', value: interval(0, 0.01, 0.1), unit: 'ratio', reason: 'priced per segment, so shops keep it for codes and failed pushes' },
    { key: 'ratio', subject: 'deliveries-per-notification', value: interval(1.1, 1.4, 2), unit: 'ratio', reason: 'most types use one channel, transactional ones two' },
    { key: 'availability', value: interval(0.995, 0.999, 0.9995), unit: 'ratio', reason: 'acceptance must be up when checkout is; delivery itself can wait for a provider' },
    { key: 'population', subject: 'template', value: interval(20, 150, 2000), unit: 'count', reason: 'types times channels times languages, all versions kept' },
  ],
  operationsPerUserPerDay: assumption('API requests a daily user causes', interval(3, 8, 20), 'count', 'a few sends from services, a look at the inbox, read marks and receipts; the brief’s volume replaces it'),
  peakFactor: assumption('peak ÷ mean', interval(2, 3, 10), 'ratio', 'sends bunch at the top of the hour and follow the shopping day: ten active hours give about 3; a broadcast or incident goes far above'),
  jobs: {
    perMainOperation: assumption('deliveries a notification starts', interval(1.1, 1.4, 2), 'count', 'channels left after preferences'),
    seconds: assumption('time a delivery holds a worker', interval(0.08, 0.2, 0.6), 's', 'one HTTPS call to a provider on a warm connection, rendering included'),
    bytes: assumption('message on the queue', interval(400, 1_200, 4_000), 'B', 'ids, template data and trace context; rendered bodies stay off the queue'),
  },
  risks: [
    { risk: 'a provider fails or throttles and its channel stands still', failureModes: ['external-provider-outage', 'provider-rate-limit', 'slow-dependency'] },
    { risk: 'a broadcast fills the queue and one-time codes wait behind it', failureModes: ['fanout-explosion', 'queue-backlog'] },
    { risk: 'a retry after an unclear answer sends the same message twice', failureModes: ['duplicate-delivery'] },
    { risk: 'one template that cannot be rendered blocks everything behind it', failureModes: ['poison-message'] },
    { risk: 'a notification is stored but never queued', failureModes: ['dual-write-loss'] },
    { risk: 'SMS pumping or a loop in a caller runs up the provider’s bill', failureModes: ['quota-cost-runaway'] },
  ],
  mechanisms: ['transactional-outbox', 'idempotency-key', 'priority-lanes', 'circuit-breaker', 'token-bucket', 'deduplication-window', 'dead-letter-and-replay', 'retry-budget', 'inbox-deduplication', 'time-partitioned-tables', 'cursor-pagination'],
  questions: [
    { id: 'largest-broadcast', question: 'How many people does the largest single broadcast reach, and how soon must the last one have it?', default: '100,000 people within 10 minutes', changes: 'worker count, a separate bulk lane, provider quotas to request', key: 'volume.peak', subject: 'send-notification', priority: 1 },
    { id: 'sms-share', question: 'What share of messages goes out by SMS?', default: '1%', changes: 'SMS is billed per segment: each further percent can cost more than the servers', key: 'share', subject: 'sms', priority: 2 },
    { id: 'urgent-latency', question: 'How fast must urgent messages such as one-time codes reach the provider while a broadcast runs?', default: '5 seconds', changes: 'reserved workers for the urgent lane', key: 'duration', subject: 'time-to-provider', priority: 3 },
    { id: 'history', question: 'How long must the delivery log be kept?', default: '90 days', changes: 'partitions, storage bill, whether the log leaves the primary store', key: 'retention', subject: 'delivery-event', priority: 4 },
    { id: 'duplicates', question: 'Is a rare duplicate acceptable, or must a message never be seen twice?', default: 'at-least-once', changes: 'a deduplication store on the worker side and slower retries', key: 'delivery', subject: 'notification', priority: 5 },
  ],
  nonGoals: ['marketing journeys and audience building', 'A/B tests of message content', 'running mail servers of one’s own', 'two-way conversations over SMS'],
  sources: [
    { title: 'System Design Interview notes, chapter 11: notification system', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter11/README.md', asOf: '2025-03-01', confidence: 'C', note: 'exercise scale: 10 M push, 5 M e-mail, 1 M SMS a day' },
    { title: 'Razorpay Engineering: notification service under growing load', url: 'https://engineering.razorpay.com/how-razorpays-notification-service-handles-increasing-load-f787623a490f', asOf: 'undated', confidence: 'B', note: '1,000 webhook deliveries a second at peak' },
    { title: 'Elliptical distribution of a day’s load', url: 'http://justinparrtech.com/JustinParr-Tech/elliptical-distribution-curve/', asOf: 'undated', confidence: 'D', note: 'ten active hours: busiest hour is 3.06 × the mean' },
  ],
});
