import { assumption, fact, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const mailNotes: Source = {
  title: 'System Design Interview notes, chapter 24: distributed e-mail service', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter24/README.md', asOf: '2025-03-01', confidence: 'C', note: '50 KB of metadata and body a message on average',
};
const gmail: Source = {
  title: 'Google: e-mail sender guidelines FAQ', url: 'https://support.google.com/a/answer/14229414', asOf: '2026-11-24', confidence: 'A', note: 'bulk sender from about 5,000 messages a day to personal accounts: authentication and easy unsubscription required',
};
const oneClick: Source = { title: 'RFC 8058: one-click unsubscribe', url: 'https://www.rfc-editor.org/rfc/rfc8058', asOf: '2017-01', confidence: 'A' };
const benchmarks: Source = {
  title: 'Blakfy: e-mail marketing benchmarks', url: 'https://www.blakfy.com/en/post/email-marketing-benchmarks-guide', asOf: 'undated', confidence: 'D', note: 'open rates of 15-30 % by sector, inflated by mail clients that preload images',
};
const ses: Source = {
  title: 'Amazon SES pricing', url: 'https://aws.amazon.com/ses/pricing/', asOf: '2026-11-22', confidence: 'C', note: '0.10 USD per thousand; SendGrid 0.50-1.30 and Postmark 1.20-1.80 USD per thousand above the plan (2026-08-13)',
};

export default defineArchetype({
  id: 'email-marketing', name: 'E-mail marketing', context: 'Campaigns',
  summary: 'keeps contacts and their consent, builds segments, sends campaigns and automated series at a pace mailbox providers accept, and counts what happens to each message',
  triggers: {
    strong: ['email marketing', 'e-mail marketing', 'newsletter', 'email campaign', 'marketing campaign', 'bulk email', 'mass email', 'drip campaign', 'mailing list', 'marketing automation', 'mailchimp-like', 'mailchimp clone', 'like mailchimp', 'clone of mailchimp', 'design mailchimp', 'build mailchimp', 'newsletter service'],
    weak: ['campaign', 'subscriber', 'open rate', 'click rate', 'unsubscribe', 'segment', 'audience', 'a/b test', 'template', 'contact list'],
    exclude: ['transactional email only', 'mailbox hosting', 'email client', 'ad campaign'],
    signs: [
      ['mail|letter|e-mail|write|email|mailing|newsletter|post', 'donor|subscriber|customer|reader|member|supporter|audience|people', 'stop|opt out|opts out|opted out|unsubscribe|no more|never again|opted in|asked for|ask for|agreed|opened|signed up'],
    ],
    facets: [
      { must: 2, need: 5, groups: ['mail|letter|email|e-mail|newsletter|mailing|address|send', 'stop|unsubscribe|opt out|never again|consent|no more|off the list|open|click|take off|for good|out of it|take anyone off', 'season|month|week|year|news|offer|quarterly|christmas|spring|autumn|next month|programme', 'some|another|different|those|segment|only', '@person|donor'] },
      { must: 4, need: 4, groups: ['write|letter|mail|e-mail|email|mailing|newsletter|send', '@person|donor|supporter|everyone|those|follower', 'once a month|monthly|every month|offer|news|another text|different text|has not|have not|every season|season|each week|every week|quarter', 'opt out|unsubscribe|opened|open|click|wants out|want out|leave the list|off the list|consent|no longer want|out at once'] },
    ],
  },
  entities: [
    {
      name: 'Contact', purpose: 'person on a list with attributes and consent; one row per account and address', rowBytes: 900, store: 'record', alsoCalled: ['donor', 'subscriber', 'recipient', 'reader', 'customer'], perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'accountId', type: 'uuid' }, { name: 'email', type: 'text', classification: 'pii' },
        { name: 'attributes', type: 'jsonb', classification: 'pii' }, { name: 'state', type: 'text', values: ['pending', 'subscribed', 'unsubscribed', 'bounced', 'complained'] },
        { name: 'consentSource', type: 'text' }, { name: 'consentAt', type: 'timestamptz', nullable: true }, { name: 'timeZone', type: 'text', nullable: true },
        { name: 'lastEngagedAt', type: 'timestamptz', nullable: true }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Suppression', purpose: 'address that must not be written to, kept as a hash even when the contact is erased', rowBytes: 90, store: 'record', perUser: 0.03,
      fields: [
        { name: 'accountId', type: 'uuid', key: true }, { name: 'emailHash', type: 'bytea', key: true },
        { name: 'reason', type: 'text', values: ['unsubscribed', 'bounced', 'complained', 'erased'] }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Segment', purpose: 'rule that selects contacts, evaluated when a campaign starts', rowBytes: 700, store: 'record', createdBy: 'create-segment',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'accountId', type: 'uuid' }, { name: 'name', type: 'text' }, { name: 'rule', type: 'jsonb' },
        { name: 'estimatedSize', type: 'bigint', nullable: true }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Campaign', purpose: 'message, audience and time; frozen once sending has begun', rowBytes: 1_500, store: 'record', alsoCalled: ['offer', 'issue', 'mailing'], createdBy: 'create-campaign',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'accountId', type: 'uuid' }, { name: 'segmentId', type: 'uuid', nullable: true, references: 'Segment.id' },
        { name: 'kind', type: 'text', values: ['one_off', 'automation_step'] }, { name: 'subject', type: 'text' }, { name: 'contentKey', type: 'text' },
        { name: 'state', type: 'text', values: ['draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled'] }, { name: 'scheduledAt', type: 'timestamptz', nullable: true },
        { name: 'recipients', type: 'bigint' }, { name: 'maxPerHour', type: 'int', nullable: true }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Send', purpose: 'one message to one contact; its key makes sure nobody gets a campaign twice', rowBytes: 140, store: 'record', alsoCalled: ['letter', 'mail', 'mailing', 'e-mail'], createdBy: 'send-email', retentionDays: 400,
      fields: [
        { name: 'campaignId', type: 'uuid', key: true, references: 'Campaign.id' }, { name: 'contactId', type: 'uuid', key: true, references: 'Contact.id' },
        { name: 'accountId', type: 'uuid' }, { name: 'variant', type: 'smallint' },
        { name: 'state', type: 'text', values: ['queued', 'sent', 'delivered', 'bounced', 'complained', 'suppressed', 'failed'] }, { name: 'providerRef', type: 'text', nullable: true },
        { name: 'sendAt', type: 'timestamptz' }, { name: 'sentAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'TrackEvent', purpose: 'delivery, open, click, bounce or complaint as it arrived', rowBytes: 150, store: 'append', createdBy: 'send-email', rowsPerOperation: 1.5, retentionDays: 400,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'occurredAt', type: 'timestamptz', key: true }, { name: 'campaignId', type: 'uuid' }, { name: 'contactId', type: 'uuid' },
        { name: 'kind', type: 'text', values: ['delivered', 'opened', 'clicked', 'bounced', 'complained', 'unsubscribed'] }, { name: 'machine', type: 'boolean' },
        { name: 'linkIndex', type: 'smallint', nullable: true },
      ],
    },
    {
      name: 'CampaignHour', purpose: 'counts of a campaign per hour and kind, for reports', rowBytes: 80, store: 'record', createdBy: 'send-email', rowsPerOperation: 0.001,
      fields: [
        { name: 'campaignId', type: 'uuid', key: true, references: 'Campaign.id' }, { name: 'hourAt', type: 'timestamptz', key: true }, { name: 'kind', type: 'text', key: true },
        { name: 'people', type: 'bigint' }, { name: 'events', type: 'bigint' },
      ],
    },
    {
      name: 'Automation', purpose: 'series of steps with triggers, waits and branches', rowBytes: 4_000, store: 'record', createdBy: 'create-automation',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'accountId', type: 'uuid' }, { name: 'name', type: 'text' }, { name: 'graph', type: 'jsonb' },
        { name: 'state', type: 'text', values: ['draft', 'active', 'paused'] }, { name: 'version', type: 'int' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'AutomationRun', purpose: 'where one contact stands in a series and when it continues', rowBytes: 160, store: 'record', perUser: 0.3, retentionDays: 400,
      fields: [
        { name: 'automationId', type: 'uuid', key: true, references: 'Automation.id' }, { name: 'contactId', type: 'uuid', key: true, references: 'Contact.id' },
        { name: 'step', type: 'text' }, { name: 'state', type: 'text', values: ['waiting', 'done', 'left'] }, { name: 'continueAt', type: 'timestamptz' },
        { name: 'enteredAt', type: 'timestamptz' },
      ],
    },
  ],
  // Shares follow one e-mail: 0.35 opens (machines that preload images included), 0.03 clicks, and provider events in batches of about twenty.
  // The campaign worker sends in chunks; each recipient counts as one send.
  operations: [
    {
      id: 'send-email', summary: 'Queue a message to one contact, from a campaign chunk or an automation', actor: 'campaign worker',
      method: 'POST', path: '/campaigns/{campaignId}/sends', kind: 'write', share: 0.679924, requestBytes: 300, responseBytes: 100, latencyP99Ms: 500, entity: 'Send',
      asynchronous: true, idempotent: true, synonyms: ['send email', 'send newsletter', 'send campaign', 'send message', 'deliver email', 'email subscriber', 'send bulk email', 'send mail', 'blast email', 'email'],
      body: [{ name: 'contactId', type: 'uuid' }, { name: 'variant', type: 'smallint' }, { name: 'sendAt', type: 'timestamptz' }],
      example: { contactId: '0192f0cb-0c1d-7e2f-8a30-4b5c6d7e8f90', variant: 0, sendAt: '2026-03-18T09:00:00Z' },
    },
    {
      id: 'record-open', summary: 'Count an open by its pixel', actor: 'recipient',
      method: 'GET', path: '/opens/{token}', kind: 'write', share: 0.238, requestBytes: 100, responseBytes: 100, latencyP99Ms: 200, entity: 'TrackEvent',
      idempotent: true, synonyms: ['open email', 'track open', 'record open'],
    },
    {
      id: 'record-click', summary: 'Count a click and redirect', actor: 'recipient',
      method: 'GET', path: '/links/{token}', kind: 'write', redirect: true, share: 0.0204, requestBytes: 120, responseBytes: 300, latencyP99Ms: 200, entity: 'TrackEvent',
      idempotent: true, synonyms: ['click link', 'track click', 'click email'],
    },
    {
      id: 'record-provider-events', summary: 'Take a batch of deliveries, bounces and complaints', actor: 'mail provider',
      method: 'POST', path: '/provider-events', kind: 'write', share: 0.0408, requestBytes: 8_000, responseBytes: 20, latencyP99Ms: 500, entity: 'TrackEvent',
      asynchronous: true, idempotent: true, synonyms: ['receive bounce', 'record delivery', 'process bounce', 'handle complaint'],
      body: [{ name: 'events', type: 'jsonb' }],
      example: { events: [{ providerRef: '0100018f3c2a-51c7', kind: 'bounced', occurredAt: '2026-03-18T09:00:12Z' }] },
    },
    {
      id: 'unsubscribe-contact', summary: 'Unsubscribe with one click', actor: 'recipient',
      method: 'POST', path: '/unsubscriptions/{token}', kind: 'write', share: 0.00204, requestBytes: 100, responseBytes: 1_500, latencyP99Ms: 400, entity: 'Suppression',
      idempotent: true, synonyms: ['unsubscribe', 'opt out', 'leave list'],
      body: [],
    },
    {
      id: 'upsert-contact', summary: 'Add or change a contact', actor: 'account',
      method: 'POST', path: '/contacts', kind: 'write', share: 0.0136, requestBytes: 700, responseBytes: 200, latencyP99Ms: 400, entity: 'Contact',
      idempotent: true, synonyms: ['add contact', 'subscribe', 'add subscriber', 'update contact', 'sign up for newsletter', 'manage subscriber'],
      body: [{ name: 'email', type: 'text', classification: 'pii' }, { name: 'attributes', type: 'jsonb', classification: 'pii' }, { name: 'consentSource', type: 'text' }],
      example: { email: 'ada@example.com', attributes: { firstName: 'Ada', plan: 'trial' }, consentSource: 'signup-form' },
    },
    {
      id: 'import-contacts', summary: 'Import a file of contacts', actor: 'account',
      method: 'POST', path: '/imports', kind: 'write', share: 0.000034, requestBytes: 500, responseBytes: 300, latencyP99Ms: 700, entity: 'Contact',
      asynchronous: true, idempotent: true, synonyms: ['import contact', 'upload list', 'import subscriber'],
      body: [{ name: 'objectKey', type: 'text' }, { name: 'mapping', type: 'jsonb' }, { name: 'consentSource', type: 'text' }],
      example: { objectKey: 'imports/2026/03/list.csv', mapping: { Email: 'email', Name: 'first_name' }, consentSource: 'trade-fair-2026' },
    },
    {
      id: 'create-campaign', summary: 'Create or schedule a campaign', actor: 'account',
      method: 'POST', path: '/campaigns', kind: 'write', share: 0.000136, requestBytes: 60_000, responseBytes: 600, latencyP99Ms: 900, entity: 'Campaign',
      idempotent: true, synonyms: ['create campaign', 'schedule campaign', 'create newsletter', 'design email', 'plan campaign'],
      body: [
        { name: 'segmentId', type: 'uuid' }, { name: 'subject', type: 'text' }, { name: 'contentKey', type: 'text' }, { name: 'scheduledAt', type: 'timestamptz', nullable: true },
        { name: 'maxPerHour', type: 'int', nullable: true },
      ],
      example: { segmentId: '0192f0cb-1d2e-7f30-9b40-5c6d7e8f9a00', subject: 'Spring is in the shop', contentKey: 'content/7f/spring.html', scheduledAt: '2026-03-18T09:00:00Z', maxPerHour: 100_000 },
    },
    {
      id: 'change-campaign-state', summary: 'Start, pause or cancel a campaign', actor: 'account',
      method: 'PATCH', path: '/campaigns/{campaignId}', kind: 'write', share: 0.000136, requestBytes: 120, responseBytes: 400, latencyP99Ms: 600, entity: 'Campaign',
      idempotent: true, synonyms: ['start campaign', 'pause campaign', 'cancel campaign', 'launch campaign'],
      body: [{ name: 'state', type: 'text', values: ['scheduled', 'paused', 'cancelled'] }],
      example: { state: 'paused' },
    },
    {
      id: 'create-segment', summary: 'Save a segment', actor: 'account',
      method: 'POST', path: '/segments', kind: 'write', share: 0.000136, requestBytes: 600, responseBytes: 300, latencyP99Ms: 500, entity: 'Segment',
      idempotent: true, synonyms: ['create segment', 'save segment', 'create audience'],
      body: [{ name: 'name', type: 'text' }, { name: 'rule', type: 'jsonb' }],
      example: { name: 'Trial users, active', rule: { all: [{ attribute: 'plan', equals: 'trial' }] } },
    },
    {
      id: 'create-automation', summary: 'Create a series of automated messages', actor: 'account',
      method: 'POST', path: '/automations', kind: 'write', share: 0.000034, requestBytes: 5_000, responseBytes: 400, latencyP99Ms: 700, entity: 'Automation',
      idempotent: true, synonyms: ['create automation', 'create drip', 'create series', 'build workflow'],
      body: [{ name: 'name', type: 'text' }, { name: 'graph', type: 'jsonb' }],
      example: { name: 'Welcome series', graph: { trigger: 'subscribed', steps: [{ send: 'welcome' }, { waitDays: 3 }, { send: 'tips' }] } },
    },
    {
      id: 'preview-segment', summary: 'Estimate the size of a segment', actor: 'account',
      method: 'POST', path: '/segments/previews', kind: 'read', share: 0.00136, requestBytes: 600, responseBytes: 300, latencyP99Ms: 3_000, entity: 'Contact',
      synonyms: ['build segment', 'preview segment', 'segment audience', 'segment contact'],
      body: [{ name: 'rule', type: 'jsonb' }],
      example: { rule: { all: [{ attribute: 'plan', equals: 'trial' }, { engagedWithinDays: 90 }] } },
    },
    {
      id: 'get-report', summary: 'Show the results of a campaign', actor: 'account',
      method: 'GET', path: '/campaigns/{campaignId}/report', kind: 'read', share: 0.0034, requestBytes: 100, responseBytes: 10_000, latencyP99Ms: 1_000, entity: 'CampaignHour',
      synonyms: ['view report', 'view open rate', 'view statistic', 'view campaign result', 'view dashboard'],
    },
  ],
  mainOperation: 'send-email',
  flows: [
    {
      id: 'send', title: 'A campaign goes out', operation: 'send-email', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'takes the campaign lease and freezes audience and content' },
        { from: 'worker', to: 'primary-store', action: 'reads the segment in chunks by contact id and inserts sends; the key refuses a second one' },
        { from: 'worker', to: 'queue', action: 'enqueues chunks on the bulk lane, spread by the hourly limit' },
        { from: 'worker', to: 'primary-store', action: 'drops contacts on the suppression list at the last moment' },
        { from: 'worker', to: 'external:mail', action: 'sends with rendered content, one-click unsubscribe headers and the send key, at the pace of the receiving domain' },
        { from: 'worker', to: 'primary-store', action: 'stores the provider’s references in one statement per chunk' },
      ],
    },
    {
      id: 'track', title: 'People open and click', operation: 'record-click', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'follows the signed link' },
        { from: 'api', to: 'event-stream', action: 'appends the event' },
        { from: 'api', to: 'client', action: 'redirects without waiting for any store' },
        { from: 'worker', to: 'append-store', action: 'writes events in batches' },
        { from: 'worker', to: 'primary-store', action: 'adds to the hourly counts, machine opens apart' },
      ],
    },
    {
      id: 'suppress', title: 'An address bounces or complains', operation: 'record-provider-events', mode: 'async',
      steps: [
        { from: 'external:mail', to: 'api', action: 'posts signed events' },
        { from: 'api', to: 'queue', action: 'accepts each batch once' },
        { from: 'worker', to: 'primary-store', action: 'writes the suppression before anything else, then contact and send state' },
        { from: 'worker', to: 'primary-store', action: 'pauses the campaign when complaints pass their limit' },
      ],
    },
    {
      id: 'unsubscribe', title: 'Somebody leaves', operation: 'unsubscribe-contact', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'posts to the signed address; no sign-in, no question' },
        { from: 'api', to: 'primary-store', action: 'writes the suppression and the contact state in one transaction' },
        { from: 'api', to: 'client', action: 'confirms' },
      ],
    },
    {
      id: 'automate', title: 'A series continues', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claims runs whose instant has come' },
        { from: 'worker', to: 'primary-store', action: 'evaluates the branch against the contact as it is now' },
        { from: 'worker', to: 'queue', action: 'enqueues the next message and stores the new step in one transaction by an outbox row' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'contact-by-email', entity: 'Contact', purpose: 'one contact', by: ['accountId', 'email'], kind: 'lookup', operation: 'upsert-contact' },
    { id: 'contacts-of-segment', entity: 'Contact', purpose: 'audience in chunks', by: ['accountId', 'state', 'lastEngagedAt'], order: 'lastEngagedAt desc', kind: 'range', operation: 'preview-segment' },
    { id: 'contacts-by-attributes', entity: 'Contact', purpose: 'segment rules', by: ['accountId', 'attributes'], kind: 'search' },
    { id: 'suppressed', entity: 'Suppression', purpose: 'last check before a send', by: ['accountId', 'emailHash'], kind: 'lookup', operation: 'send-email' },
    { id: 'send-by-reference', entity: 'Send', purpose: 'match a provider event', by: ['providerRef'], kind: 'lookup', operation: 'record-provider-events' },
    { id: 'queued-sends', entity: 'Send', purpose: 'what is left to send', by: ['campaignId', 'state', 'sendAt'], order: 'sendAt asc', kind: 'queue', operation: 'send-email' },
    { id: 'events-of-contact', entity: 'TrackEvent', purpose: 'engagement of a person', by: ['contactId', 'occurredAt'], order: 'occurredAt desc', kind: 'range' },
    { id: 'counts-of-campaign', entity: 'CampaignHour', purpose: 'report', by: ['campaignId', 'hourAt'], order: 'hourAt asc', kind: 'aggregation', operation: 'get-report' },
    { id: 'runs-due', entity: 'AutomationRun', purpose: 'series to continue', by: ['state', 'continueAt'], order: 'continueAt asc', kind: 'queue' },
    { id: 'campaigns-due', entity: 'Campaign', purpose: 'campaigns to start', by: ['state', 'scheduledAt'], order: 'scheduledAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'CampaignStarted', when: 'audience and content were frozen', entity: 'Campaign', consumers: ['sender'] },
    { name: 'MessageBounced', when: 'the receiving server refused for good', entity: 'Send', consumers: ['suppression', 'reputation monitor'] },
    { name: 'ContactUnsubscribed', when: 'somebody left', entity: 'Contact', consumers: ['suppression', 'account webhooks'] },
    { name: 'LinkClicked', when: 'a person followed a link', entity: 'TrackEvent', consumers: ['reports', 'automations', 'segments'] },
  ],
  externals: [
    { id: 'mail', name: 'Mail provider', purpose: 'delivers and reports what happened', providers: ['Amazon SES', 'SendGrid', 'Postmark', 'own mail servers'], timeoutMs: 10_000, share: 1, unitPrice: fact('one e-mail through Amazon SES', 0.0001, 'USD', ses) },
  ],
  consistency: [
    { scope: 'suppression', need: 'strong, read immediately before the hand-over', why: 'writing to somebody who left is against the law in most places' },
    { scope: 'send', need: 'at most once per campaign and contact, by the key of the send', why: 'a repeated campaign is taken for spam' },
    { scope: 'reports', need: 'eventual, within a minute', why: 'nobody decides on single opens' },
  ],
  needs: ['transactions', 'unique-constraint', 'work-queue', 'delayed-delivery', 'priority', 'append-heavy', 'aggregation', 'flexible-schema', 'time-partition', 'object-storage'],
  defaults: [
    { key: 'population', subject: 'contact', value: interval(10_000, 100_000, 5_000_000), unit: 'count', reason: 'a mid-sized sender' },
    { key: 'ratio', subject: 'campaigns-per-month', value: interval(2, 8, 30), unit: 'ratio', reason: 'one or two a week' },
    { key: 'duration', subject: 'largest-send', value: interval(1_800, 7_200, 28_800), unit: 's', reason: 'mailbox providers slow down senders who burst' },
    { key: 'share', subject: 'opened', value: interval(0.15, 0.35, 0.6), unit: 'ratio', reason: 'sector benchmarks of 15-30 % plus images preloaded by mail clients', source: benchmarks },
    { key: 'share', subject: 'clicked', value: interval(0.01, 0.03, 0.08), unit: 'ratio', reason: 'a click for about ten opens' },
    { key: 'retention', subject: 'track-event', value: interval(90 * SECONDS_PER_DAY, 400 * SECONDS_PER_DAY, 800 * SECONDS_PER_DAY), unit: 's', reason: 'segments by engagement and comparison with last year' },
    { key: 'size', subject: 'email', value: interval(20_000, 50_000, 100_000), unit: 'B', reason: 'HTML with links rewritten; images are linked', source: mailNotes },
  ],
  operationsPerUserPerDay: assumption('requests per contact and day', interval(0.1, 0.4, 1.5), 'count', 'eight campaigns a month, and 1.5 requests per message'),
  peakFactor: assumption('peak ÷ mean', interval(4, 8, 50), 'ratio', 'campaigns start at nine in the morning, and half of the opens arrive within the first hours'),
  jobs: {
    perMainOperation: assumption('jobs per e-mail', interval(0.02, 1, 1.1), 'count', 'one hand-over each; fewer where the provider takes batches'),
    seconds: assumption('seconds a job holds a worker', interval(0.05, 0.15, 0.6), 's', 'render and one HTTPS call on a warm connection'),
    bytes: assumption('job message', interval(150, 300, 1_000), 'B', 'ids; content is read from the cache'),
  },
  risks: [
    { risk: 'the mail provider throttles or blocks the sender', failureModes: ['provider-rate-limit', 'external-provider-outage'] },
    { risk: 'a restarted campaign writes to everybody again', failureModes: ['duplicate-delivery', 'cron-overlap'] },
    { risk: 'a million people click within minutes of a large send', failureModes: ['thundering-herd', 'queue-backlog'] },
    { risk: 'a segment query scans the contacts and slows the whole system', failureModes: ['slow-query-regression', 'noisy-neighbour'] },
    { risk: 'one customer sends spam and ruins the reputation of all', failureModes: ['noisy-neighbour'] },
    { risk: 'a wrong merge sends people the data of others', failureModes: ['bad-deploy', 'data-corruption'] },
  ],
  mechanisms: ['token-bucket', 'priority-lanes', 'exactly-once-effects', 'deduplication-window', 'dead-letter-and-replay', 'personal-data-erasure', 'leased-scheduler', 'inbox-deduplication', 'roll-ups-with-late-data', 'transactional-outbox', 'circuit-breaker', 'tenant-row-level-security', 'time-partitioned-tables'],
  questions: [
    { id: 'volume', question: 'How many e-mails are sent a month?', default: '800,000 a month', changes: 'provider bill, workers, event volume', key: 'volume', subject: 'send-email', priority: 1 },
    { id: 'window', question: 'Within which time must the largest campaign be out?', default: '2 hours', changes: 'rate to agree with the provider, number of workers, peak of clicks', key: 'duration', subject: 'largest-send', priority: 1 },
    { id: 'tenants', question: 'Is it for one sender or for many customers who send?', default: '1', changes: 'separate reputations, quotas and abuse control', key: 'population', subject: 'account', priority: 2 },
    { id: 'tracking', question: 'Are opens and clicks tracked per person, and is there consent?', default: 'clicks per person, opens in sum', changes: 'event volume and legal basis', key: 'capability', subject: 'open-tracking', priority: 2 },
    { id: 'segments', question: 'How are audiences chosen: by attributes, or by behaviour over months too?', default: 'aggregation', changes: 'a column store for behaviour', key: 'query-pattern', priority: 3 },
    { id: 'reputation', question: 'Own sending addresses or the provider’s shared pool?', default: 'shared pool', changes: 'warm-up weeks and cost per address', key: 'capability', subject: 'dedicated-addresses', priority: 4 },
  ],
  nonGoals: [
    'design tool for e-mails',
    'running mail servers',
    'SMS and push',
    'buying address lists',
  ],
  sources: [mailNotes, gmail, oneClick, benchmarks, ses],
});
