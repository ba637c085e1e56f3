import { assumption, fact, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const payments: Source = {
  title: 'System Design Interview notes, chapter 27: payment system', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter27/README.md', asOf: '2025-03-01', confidence: 'C',
};
const transfers: Source = {
  title: 'TigerBeetle documentation: multi-leg transfers', url: 'https://github.com/tigerbeetle/tigerbeetle/blob/52ad553/docs/coding/recipes/multi-debit-credit-transfers.md', asOf: '2026-07-01', confidence: 'A',
};
const ses: Source = { title: 'Amazon SES pricing', url: 'https://aws.amazon.com/ses/pricing/', asOf: '2026-11-22', confidence: 'C', note: '0.10 USD per thousand' };
const stripe: Source = { title: 'Stripe API reference: idempotent requests', url: 'https://docs.stripe.com/api/idempotent_requests', asOf: 'undated', confidence: 'A' };

export default defineArchetype({
  id: 'subscription-billing', name: 'Subscription billing', context: 'Billing',
  summary: 'sells plans by period or by use, meters usage, rates and invoices it, collects the money, chases failed payments and tells the product what a customer is entitled to',
  triggers: {
    strong: ['subscription billing', 'recurring billing', 'recurring payment', 'billing system', 'billing platform', 'metered billing', 'usage-based pricing', 'usage-based billing', 'dunning', 'invoicing', 'subscription management'],
    weak: ['subscription', 'invoice', 'plan', 'trial', 'proration', 'coupon', 'tax', 'entitlement', 'churn', 'subscriber'],
    exclude: ['one-off checkout', 'newsletter subscription', 'event subscription', 'webhook subscription', 'topic subscription'],
    signs: [
      ['invoice|invoiced|bill|billed', 'end', 'month|year|quarter', 'per|each|hour'],
      ['charge|bill|invoice|invoiced|billed', 'month|monthly|year|annually|yearly|every week', 'used|usage|per|base fee|fee|worked|plan|free month|decline|card|gigabyte|seat|consumption|kilowatt hour'],
      ['subscribe|subscription', 'weekly|monthly|yearly|box|magazine|month|every week'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['@recurring', 'charge|bill|pay|debit|invoice|euro|bank account|come off|cost|card', 'skip|pause|cancel|upgrade|bigger|smaller|switch|renew|expire|fail|automatically|free|first two weeks|large', 'household|subscriber|@person'] },
      { must: 4, need: 4, groups: ['charge|bill|pay|invoice|debit|fee|dues', '@recurring', '@person|gym|household|firm|company|tenant|farmer|subscriber', 'card|pause|plan|renew|renewal|upgrade|bigger|fail|cancel|receipt|automatically|trial|downgrade|by itself|by themselves|decline|overdue'] },
    ],
  },
  entities: [
    {
      name: 'Customer', purpose: 'who is billed, with tax data and a token for the payment method', rowBytes: 700, store: 'record', alsoCalled: ['member', 'gym', 'farmer', 'household', 'family'], perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'externalId', type: 'text', unique: true }, { name: 'legalName', type: 'text', classification: 'pii' },
        { name: 'billingEmail', type: 'text', classification: 'pii' }, { name: 'billingAddress', type: 'jsonb', classification: 'pii' },
        { name: 'taxNumber', type: 'text', nullable: true, classification: 'pii' }, { name: 'currency', type: 'text' },
        { name: 'paymentMethodRef', type: 'text', nullable: true, classification: 'internal' }, { name: 'timeZone', type: 'text' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'PlanVersion', purpose: 'price as it was sold; a change makes a new version and old subscriptions keep theirs', rowBytes: 900, store: 'record', alsoCalled: ['price', 'tariff', 'plan'], createdBy: 'publish-plan',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'planCode', type: 'text' }, { name: 'version', type: 'int' }, { name: 'billingInterval', type: 'text', values: ['month', 'year'] },
        { name: 'basePriceMinor', type: 'bigint' }, { name: 'currency', type: 'text' }, { name: 'usageTiers', type: 'jsonb', nullable: true }, { name: 'entitlements', type: 'jsonb' },
        { name: 'trialDays', type: 'int' }, { name: 'state', type: 'text', values: ['draft', 'on_sale', 'retired'] }, { name: 'publishedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Subscription', purpose: 'customer’s contract with its period, anchor day and state', rowBytes: 500, store: 'record', alsoCalled: ['contract', 'membership'], createdBy: 'create-subscription',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'customerId', type: 'uuid', references: 'Customer.id' }, { name: 'planVersionId', type: 'uuid', references: 'PlanVersion.id' },
        { name: 'quantity', type: 'int' }, { name: 'state', type: 'text', values: ['trialing', 'active', 'past_due', 'paused', 'cancelled'] }, { name: 'anchorDay', type: 'smallint' },
        { name: 'periodStart', type: 'timestamptz' }, { name: 'periodEnd', type: 'timestamptz' }, { name: 'cancelAt', type: 'timestamptz', nullable: true }, { name: 'version', type: 'int' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'UsageEvent', purpose: 'metered event as sent by the product, once per event id', rowBytes: 170, store: 'append', alsoCalled: ['gigabyte', 'kilowatt hour', 'hour', 'call', 'minute'], createdBy: 'record-usage', retentionDays: 400,
      fields: [
        { name: 'eventId', type: 'text', key: true }, { name: 'usedAt', type: 'timestamptz', key: true }, { name: 'customerId', type: 'uuid', references: 'Customer.id' },
        { name: 'metric', type: 'text' }, { name: 'quantity', type: 'numeric(20,4)' }, { name: 'receivedAt', type: 'timestamptz' }, { name: 'dimensions', type: 'jsonb', nullable: true },
      ],
    },
    {
      name: 'UsagePeriod', purpose: 'sum of a metric for a subscription and period; frozen when the invoice is made', rowBytes: 130, store: 'record', createdBy: 'record-usage', rowsPerOperation: 0.002,
      fields: [
        { name: 'subscriptionId', type: 'uuid', key: true, references: 'Subscription.id' }, { name: 'metric', type: 'text', key: true },
        { name: 'periodStart', type: 'timestamptz', key: true }, { name: 'quantity', type: 'numeric(20,4)' }, { name: 'lastEventAt', type: 'timestamptz' },
        { name: 'frozen', type: 'boolean' },
      ],
    },
    {
      name: 'Invoice', purpose: 'bill of a period; immutable once issued, corrected by a credit note', rowBytes: 800, store: 'record', createdBy: 'record-payment-event', rowsPerOperation: 0.35, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'number', type: 'text', nullable: true, unique: true }, { name: 'customerId', type: 'uuid', references: 'Customer.id' },
        { name: 'subscriptionId', type: 'uuid', references: 'Subscription.id' }, { name: 'kind', type: 'text', values: ['invoice', 'credit_note'] },
        { name: 'periodStart', type: 'timestamptz' }, { name: 'periodEnd', type: 'timestamptz' },
        { name: 'state', type: 'text', values: ['draft', 'issued', 'paid', 'past_due', 'void', 'uncollectible'] }, { name: 'currency', type: 'text' }, { name: 'totalMinor', type: 'bigint' },
        { name: 'taxMinor', type: 'bigint' }, { name: 'dueAt', type: 'timestamptz' }, { name: 'issuedAt', type: 'timestamptz', nullable: true },
        { name: 'documentKey', type: 'text', nullable: true },
      ],
    },
    {
      name: 'InvoiceLine', purpose: 'charge, credit or tax of an invoice with the price it was computed from', rowBytes: 240, store: 'record', createdBy: 'record-payment-event', rowsPerOperation: 1.2, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'invoiceId', type: 'uuid', references: 'Invoice.id' },
        { name: 'kind', type: 'text', values: ['base', 'usage', 'proration', 'discount', 'tax'] }, { name: 'description', type: 'text' }, { name: 'quantity', type: 'numeric(20,4)' },
        { name: 'unitPrice', type: 'numeric(20,8)' }, { name: 'amountMinor', type: 'bigint' },
      ],
    },
    {
      name: 'PaymentAttempt', purpose: 'try to collect an invoice, with the instant of the next one', rowBytes: 280, store: 'record', createdBy: 'record-payment-event', rowsPerOperation: 0.45, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'invoiceId', type: 'uuid', references: 'Invoice.id' }, { name: 'attemptNumber', type: 'smallint' },
        { name: 'providerRef', type: 'text', nullable: true, unique: true }, { name: 'state', type: 'text', values: ['pending', 'succeeded', 'failed', 'requires_action'] },
        { name: 'failureCode', type: 'text', nullable: true }, { name: 'amountMinor', type: 'bigint' }, { name: 'nextAttemptAt', type: 'timestamptz', nullable: true },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
  ],
  // Shares follow a metered customer’s day: twenty usage events (sent one by one or as a batch; each counts), 1.5 entitlement checks that
  // no cache answered; a customer is billed once a month with about three provider events.
  operations: [
    {
      id: 'record-usage', summary: 'Take usage events, one or many', actor: 'product service',
      method: 'POST', path: '/usage-events', kind: 'write', share: 0.90593873, requestBytes: 250, responseBytes: 60, latencyP99Ms: 400, entity: 'UsageEvent',
      asynchronous: true, idempotent: true, synonyms: ['record usage', 'send usage', 'meter usage', 'report usage', 'track usage', 'usage event', 'ingest usage', 'metered event'],
      body: [{ name: 'events', type: 'jsonb' }],
      example: { events: [{ eventId: 'api-7f3a91', customerId: '0192f0c9-1b2a-7d33-8e44-9f5a6b7c8d00', metric: 'api_calls', quantity: 240, usedAt: '2026-03-17T10:05:00Z' }] },
    },
    {
      id: 'check-entitlement', summary: 'Tell what a customer may use', actor: 'product service',
      method: 'GET', path: '/customers/{customerId}/entitlements', kind: 'read', share: 0.068, requestBytes: 80, responseBytes: 700, latencyP99Ms: 100, entity: 'Subscription',
      synonyms: ['check entitlement', 'check plan', 'check subscription', 'check access', 'check quota'],
    },
    {
      id: 'get-subscription', summary: 'Show a subscription with its current usage', actor: 'customer',
      method: 'GET', path: '/subscriptions/{subscriptionId}', kind: 'read', share: 0.0136, requestBytes: 100, responseBytes: 1_800, latencyP99Ms: 300, entity: 'Subscription',
      synonyms: ['view subscription', 'view plan', 'view usage'],
    },
    {
      id: 'create-customer', summary: 'Create a billing customer', actor: 'product service',
      method: 'POST', path: '/customers', kind: 'write', share: 0.000453, requestBytes: 700, responseBytes: 400, latencyP99Ms: 600, entity: 'Customer',
      idempotent: true, synonyms: ['create customer', 'add customer', 'register customer'],
      body: [
        { name: 'externalId', type: 'text' }, { name: 'legalName', type: 'text', classification: 'pii' }, { name: 'billingEmail', type: 'text', classification: 'pii' },
        { name: 'billingAddress', type: 'jsonb', classification: 'pii' }, { name: 'taxNumber', type: 'text', nullable: true, classification: 'pii' }, { name: 'currency', type: 'text' },
        { name: 'timeZone', type: 'text' },
      ],
      example: { externalId: 'acct_5521', legalName: 'Lindgren AB', billingEmail: 'billing@lindgren.example', billingAddress: { city: 'Malmö', country: 'SE' }, taxNumber: 'SE556677889901', currency: 'SEK', timeZone: 'Europe/Stockholm' },
    },
    {
      id: 'replace-payment-method', summary: 'Replace the payment method', actor: 'customer',
      method: 'PUT', path: '/customers/{customerId}/payment-method', kind: 'write', share: 0.000227, requestBytes: 200, responseBytes: 200, latencyP99Ms: 1_000, entity: 'Customer',
      idempotent: true, synonyms: ['update card', 'update payment method', 'change card', 'add payment method'],
      body: [{ name: 'paymentMethodRef', type: 'text', classification: 'internal' }],
      example: { paymentMethodRef: 'pm_9cR4' },
    },
    {
      id: 'create-subscription', summary: 'Start a subscription', actor: 'customer',
      method: 'POST', path: '/subscriptions', kind: 'write', share: 0.000453, requestBytes: 600, responseBytes: 900, latencyP99Ms: 1_500, entity: 'Subscription',
      idempotent: true, synonyms: ['subscribe', 'create subscription', 'start subscription', 'start trial', 'buy plan', 'sign up for plan', 'purchase subscription'],
      body: [
        { name: 'customerId', type: 'uuid' }, { name: 'planVersionId', type: 'uuid' }, { name: 'quantity', type: 'int' },
        { name: 'paymentMethodRef', type: 'text', nullable: true, classification: 'internal' },
      ],
      example: { customerId: '0192f0c9-1b2a-7d33-8e44-9f5a6b7c8d00', planVersionId: '0192f0c9-2c3d-7e55-9a66-0b1c2d3e4f10', quantity: 5, paymentMethodRef: 'pm_8vQ2' },
    },
    {
      id: 'change-subscription', summary: 'Change plan or quantity, now or at the end of the period', actor: 'customer',
      method: 'PATCH', path: '/subscriptions/{subscriptionId}', kind: 'write', share: 0.000906, requestBytes: 300, responseBytes: 900, latencyP99Ms: 1_500, entity: 'Subscription',
      idempotent: true, synonyms: ['upgrade plan', 'downgrade plan', 'change plan', 'cancel subscription', 'change subscription', 'add seat', 'renew subscription'],
      body: [
        { name: 'version', type: 'int' }, { name: 'planVersionId', type: 'uuid', nullable: true }, { name: 'quantity', type: 'int', nullable: true },
        { name: 'cancelAt', type: 'timestamptz', nullable: true }, { name: 'effective', type: 'text', values: ['now', 'period_end'] },
      ],
      example: { version: 3, quantity: 8, effective: 'now' },
    },
    {
      id: 'preview-change', summary: 'Tell what a change would cost', actor: 'customer',
      method: 'POST', path: '/subscriptions/{subscriptionId}/previews', kind: 'read', share: 0.00136, requestBytes: 300, responseBytes: 1_200, latencyP99Ms: 800, entity: 'Subscription',
      synonyms: ['preview change', 'preview invoice', 'calculate proration'],
      body: [{ name: 'planVersionId', type: 'uuid', nullable: true }, { name: 'quantity', type: 'int', nullable: true }],
      example: { quantity: 8 },
    },
    {
      id: 'list-invoices', summary: 'List invoices of a customer', actor: 'customer',
      method: 'GET', path: '/customers/{customerId}/invoices', kind: 'read', share: 0.00453, requestBytes: 100, responseBytes: 8_000, latencyP99Ms: 500, entity: 'Invoice',
      list: true, synonyms: ['list invoice', 'view invoice', 'download invoice', 'view bill'],
    },
    {
      id: 'record-payment-event', summary: 'Take a signed event of the payment provider', actor: 'payment provider',
      method: 'POST', path: '/payment-events', kind: 'write', share: 0.00453, requestBytes: 2_500, responseBytes: 20, latencyP99Ms: 500, entity: 'PaymentAttempt',
      asynchronous: true, idempotent: true, synonyms: ['receive payment event', 'record payment', 'charge customer', 'collect payment', 'generate invoice', 'issue invoice', 'send invoice', 'bill customer'],
      body: [{ name: 'providerEventId', type: 'text' }, { name: 'kind', type: 'text' }, { name: 'payload', type: 'jsonb' }],
      example: { providerEventId: 'evt_1PQ4mL', kind: 'payment.failed', payload: { failureCode: 'insufficient_funds' } },
    },
    {
      id: 'publish-plan', summary: 'Publish a plan version', actor: 'product manager',
      method: 'POST', path: '/plans/{planCode}/versions', kind: 'write', share: 0.00000227, requestBytes: 1_200, responseBytes: 900, latencyP99Ms: 700, entity: 'PlanVersion',
      idempotent: true, synonyms: ['create plan', 'publish plan', 'change price', 'manage plan'],
      body: [
        { name: 'billingInterval', type: 'text', values: ['month', 'year'] }, { name: 'basePriceMinor', type: 'bigint' }, { name: 'currency', type: 'text' },
        { name: 'usageTiers', type: 'jsonb', nullable: true }, { name: 'entitlements', type: 'jsonb' }, { name: 'trialDays', type: 'int' },
      ],
      example: { billingInterval: 'month', basePriceMinor: 4_900, currency: 'EUR', usageTiers: [{ metric: 'api_calls', included: 10_000, pricePerUnit: '0.0004' }], entitlements: { seats: 10 }, trialDays: 14 },
    },
  ],
  mainOperation: 'record-usage',
  flows: [
    {
      id: 'meter', title: 'Usage is metered', operation: 'record-usage', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'posts a batch of events with stable ids' },
        { from: 'api', to: 'queue', action: 'accepts the batch durably and answers' },
        { from: 'worker', to: 'append-store', action: 'inserts the events, dropping ids that are known' },
        { from: 'worker', to: 'primary-store', action: 'adds the new quantities to the open period of the subscription in one statement per metric' },
      ],
    },
    {
      id: 'bill', title: 'A period ends and is invoiced', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claims subscriptions past their period end, a shard at a time under a lease' },
        { from: 'worker', to: 'primary-store', action: 'freezes the usage of the period after the grace time for late events' },
        { from: 'worker', to: 'primary-store', action: 'rates lines with the plan version as sold and stores one draft per subscription and period, by a unique key' },
        { from: 'worker', to: 'external:tax', action: 'asks for the tax of each line' },
        { from: 'worker', to: 'primary-store', action: 'issues the invoice with the next number and opens the new period in one transaction' },
        { from: 'worker', to: 'queue', action: 'enqueues the collection at a pace the provider accepts' },
      ],
    },
    {
      id: 'collect', title: 'An invoice is collected', operation: 'record-payment-event', mode: 'async',
      steps: [
        { from: 'worker', to: 'external:payments', action: 'charges the stored method with invoice and attempt as idempotency key' },
        { from: 'external:payments', to: 'api', action: 'reports the outcome by a signed event' },
        { from: 'api', to: 'queue', action: 'accepts it once by its event id' },
        { from: 'worker', to: 'primary-store', action: 'marks invoice and attempt, writes the outbox row' },
        { from: 'worker', to: 'cache', action: 'drops the cached entitlements of the customer' },
      ],
    },
    {
      id: 'dun', title: 'A payment fails', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claims attempts whose next instant has come' },
        { from: 'worker', to: 'external:email', action: 'asks the customer for another method before the second try' },
        { from: 'worker', to: 'external:payments', action: 'tries again on the schedule that fits the failure code' },
        { from: 'worker', to: 'primary-store', action: 'suspends the subscription after the last try' },
      ],
    },
    {
      id: 'change-plan', title: 'A customer changes the plan', operation: 'change-subscription', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'asks for a preview and confirms it' },
        { from: 'api', to: 'primary-store', action: 'computes credit and charge for the rest of the period with exact arithmetic' },
        { from: 'api', to: 'primary-store', action: 'stores the new state where the version matches, with its proration lines' },
        { from: 'api', to: 'cache', action: 'drops the cached entitlements' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'due-subscriptions', entity: 'Subscription', purpose: 'billing run', by: ['state', 'periodEnd'], order: 'periodEnd asc', kind: 'queue' },
    { id: 'subscriptions-of-customer', entity: 'Subscription', purpose: 'entitlements', by: ['customerId', 'state'], kind: 'lookup', operation: 'check-entitlement' },
    { id: 'usage-of-period', entity: 'UsagePeriod', purpose: 'rating and current usage', by: ['subscriptionId', 'metric', 'periodStart'], kind: 'lookup', operation: 'get-subscription' },
    { id: 'usage-events-of-customer', entity: 'UsageEvent', purpose: 'explain a bill, rebuild a sum', by: ['customerId', 'metric', 'usedAt'], order: 'usedAt asc', kind: 'range' },
    { id: 'usage-event-by-id', entity: 'UsageEvent', purpose: 'drop an event sent twice', by: ['eventId'], kind: 'lookup', operation: 'record-usage' },
    { id: 'invoices-of-customer', entity: 'Invoice', purpose: 'portal', by: ['customerId', 'periodEnd'], order: 'periodEnd desc', kind: 'range', operation: 'list-invoices' },
    { id: 'invoice-of-period', entity: 'Invoice', purpose: 'never bill a period twice', by: ['subscriptionId', 'periodStart', 'kind'], kind: 'lookup' },
    { id: 'lines-of-invoice', entity: 'InvoiceLine', purpose: 'one invoice', by: ['invoiceId'], kind: 'lookup' },
    { id: 'attempts-due', entity: 'PaymentAttempt', purpose: 'dunning', by: ['state', 'nextAttemptAt'], order: 'nextAttemptAt asc', kind: 'queue' },
    { id: 'attempt-by-reference', entity: 'PaymentAttempt', purpose: 'match a provider event', by: ['providerRef'], kind: 'lookup', operation: 'record-payment-event' },
  ],
  events: [
    { name: 'SubscriptionChanged', when: 'a subscription started, changed plan or ended', entity: 'Subscription', consumers: ['entitlements', 'analytics', 'customer e-mail'] },
    { name: 'InvoiceIssued', when: 'an invoice got its number', entity: 'Invoice', consumers: ['collection', 'accounting export', 'customer e-mail'] },
    { name: 'InvoicePaid', when: 'the provider confirmed the money', entity: 'Invoice', consumers: ['entitlements', 'accounting export'] },
    { name: 'PaymentFailed', when: 'an attempt failed for good', entity: 'PaymentAttempt', consumers: ['dunning', 'customer success'] },
  ],
  externals: [
    { id: 'payments', name: 'Payment provider', purpose: 'keeps cards and charges them', providers: ['Stripe', 'Adyen', 'GoCardless'], timeoutMs: 15_000, share: 0.05 },
    { id: 'tax', name: 'Tax service', purpose: 'tax rate and evidence for each line', providers: ['Stripe Tax', 'Avalara', 'TaxJar'], timeoutMs: 5_000, share: 0.03 },
    { id: 'email', name: 'E-mail provider', purpose: 'invoices and payment reminders', providers: ['Amazon SES', 'Postmark'], timeoutMs: 5_000, share: 0.05, unitPrice: fact('one e-mail through Amazon SES', 0.0001, 'USD', ses) },
  ],
  consistency: [
    { scope: 'invoice', need: 'strong: one per subscription and period, immutable once issued, numbers without gaps where the law asks', why: 'tax authorities and customers both check' },
    { scope: 'usage', need: 'exactly-once effect by event id, late events within the grace time', why: 'a bill must be explainable event by event' },
    { scope: 'charge', need: 'one per invoice and attempt, by an idempotency key', why: 'a rerun of the billing batch must not charge again' },
    { scope: 'entitlement', need: 'at most a minute stale', why: 'a customer who has just paid wants in' },
  ],
  needs: ['transactions', 'unique-constraint', 'joins', 'append-heavy', 'aggregation', 'work-queue', 'delayed-delivery', 'time-partition'],
  defaults: [
    { key: 'rpo', value: interval(0, 60, 3_600), unit: 's', reason: 'a payment that is gone is charged twice' },
    { key: 'retention', subject: 'invoice', value: interval(2_555 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY), unit: 's', reason: 'tax law: seven to ten years by country' },
    { key: 'retention', subject: 'usage-event', value: interval(90 * SECONDS_PER_DAY, 400 * SECONDS_PER_DAY, 800 * SECONDS_PER_DAY), unit: 's', reason: 'a bill can be explained for a year' },
    { key: 'ratio', subject: 'events-per-batch', value: interval(1, 20, 500), unit: 'ratio', reason: 'services send usage every minute or so' },
    { key: 'duration', subject: 'billing-run', value: interval(3_600, 14_400, 43_200), unit: 's', reason: 'the whole run fits into a night, with time for a rerun' },
    { key: 'duration', subject: 'late-usage', value: interval(3_600, 86_400, 259_200), unit: 's', reason: 'grace time before a period is frozen' },
    { key: 'share', subject: 'failed-first-charges', value: interval(0.03, 0.1, 0.2), unit: 'ratio', reason: 'expired cards and empty accounts' },
    { key: 'durability', value: interval(0.999999, 0.999999999, 0.99999999999), unit: 'ratio', reason: 'a lost invoice is lost money and a tax problem' },
  ],
  operationsPerUserPerDay: assumption('usage events and requests per customer and day', interval(0.5, 22, 500), 'count', 'flat plans cause next to none; metered plans tens of events and some entitlement checks'),
  peakFactor: assumption('peak ÷ mean', interval(1.5, 2, 30), 'ratio', 'usage follows the product; if all customers are billed on the first, collection peaks at 30'),
  jobs: {
    perMainOperation: assumption('jobs per usage event', interval(0.01, 0.06, 1), 'count', 'events are stored in batches of about twenty; invoices and charges come on top once a month'),
    seconds: assumption('seconds a job holds a worker', interval(0.02, 0.08, 1), 's', 'a multi-row insert; charges wait on the provider'),
    bytes: assumption('job message', interval(500, 3_500, 50_000), 'B', 'one batch of events'),
  },
  risks: [
    { risk: 'a rerun of the billing batch charges customers twice', failureModes: ['duplicate-delivery', 'cron-overlap'] },
    { risk: 'the payment provider fails or throttles in the middle of the run', failureModes: ['external-provider-outage', 'provider-rate-limit'] },
    { risk: 'a charge times out and its outcome is unknown', failureModes: ['payment-ambiguous'] },
    { risk: 'usage is accepted but never counted', failureModes: ['dual-write-loss', 'queue-backlog'] },
    { risk: 'a rounding or proration bug reaches thousands of invoices', failureModes: ['data-corruption', 'bad-deploy'] },
    { risk: 'entitlements are unavailable and the product locks customers out', failureModes: ['cache-down', 'cascading-overload'] },
  ],
  mechanisms: ['quota-metering', 'exactly-once-effects', 'price-snapshot', 'roll-ups-with-late-data', 'idempotency-key', 'transactional-outbox', 'leased-scheduler', 'inbox-deduplication', 'saga-compensation', 'double-entry-ledger', 'circuit-breaker', 'cache-invalidation'],
  questions: [
    { id: 'buy', question: 'Must billing be built, or may a provider’s billing product carry plans, invoices and dunning?', default: 'provider’s billing product', changes: 'most of this design disappears when it is bought', key: 'preference', priority: 1 },
    { id: 'customers', question: 'How many paying customers are there?', default: '5,000', changes: 'length of the billing run and number of charges', key: 'users', subject: 'customer', priority: 1 },
    { id: 'usage', question: 'Is price based on use, and how many usage events arrive a day?', default: '0 (flat plans)', changes: 'a metering pipeline, or no pipeline at all', key: 'volume', subject: 'record-usage', priority: 1 },
    { id: 'tax', question: 'In how many currencies and tax regimes are invoices issued?', default: '1', changes: 'a tax service, and invoice numbers per country', key: 'population', subject: 'currency', priority: 2 },
    { id: 'anchor', question: 'Is everybody billed on the same day, or each on the day they joined?', default: 'steady', changes: 'height of the monthly peak', key: 'load-shape', priority: 2 },
    { id: 'changes', question: 'May customers change plan or quantity in the middle of a period?', default: 'up at once, down at the end', changes: 'proration rules and their tests', key: 'capability', subject: 'proration', priority: 3 },
  ],
  nonGoals: [
    'storing card numbers',
    'revenue recognition',
    'general ledger',
    'quotes and contracts for sales',
  ],
  sources: [payments, transfers, ses, stripe],
});
