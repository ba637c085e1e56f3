import { assumption, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'payments-ledger', name: 'Payments and double-entry ledger', context: 'Payments',
  summary: 'moves money through providers, records every movement as balanced entries that are never changed, and proves each day that its books agree with the bank’s',
  triggers: {
    strong: ['payment', 'payments', 'payment processing', 'ledger', 'wallet', 'double entry', 'payout', 'money transfer', 'reconciliation', 'settlement', 'fintech', 'card processing', 'card authorisation', 'card authorization', 'fuel card', 'prepaid card', 'gift card', 'card issuing', 'stripe clone', 'like stripe', 'clone of stripe', 'design stripe', 'build stripe', 'paypal clone', 'like paypal', 'clone of paypal', 'design paypal', 'build paypal', 'venmo clone', 'like venmo', 'clone of venmo', 'design venmo', 'build venmo'],
    weak: ['balance', 'transaction', 'refund', 'fee', 'kyc', 'chargeback', 'currency', 'authorisation'],
    exclude: ['subscription plan only', 'shopping cart'],
    signs: [
      ['money|cent|funds|amount|penny', 'pay|spend|transfer|move|debit|credit|give|top up|send|deposit', 'balance|account|book|twice|debited|wallet|prepaid|add up|evening|lost|disappear'],
      ['pay|charge|charged|paid', 'half back|money back|refund|deposit|insurer|insurance|balance|prepaid|commission|split|payout|afterwards', 'people|person|winner|customer|pupil|buyer|guest|member|user|tutor|seller|patient|student|visitor|driver|parent'],
    ],
    facets: [
      { must: 3, need: 5, groups: ['kitty|balance|account|wallet|purse|pot|credit|savings|till|tab|wristband|token|voucher|card|chip', 'put|take|pay|spend|transfer|withdraw|move|deposit|top up|load|collect|get|earn', 'money|cent|euro|penny|coin|cash|sum|dollar', 'missing|add up|lose|never|twice|match|reconcile|owe|treasurer|below zero|negative|owed|to the cent|settle|at night', '@person'] },
      { must: 4, need: 4, groups: ['balance|account|wallet|pocket money|purse|credit|savings|pot|kitty|tab', 'pay|spend|transfer|move|debit|credit|top up|send|deposit|withdraw|pay out|paid out|come in|put aside|load|go off|goes off|lend', 'cent|money|cut|commission|penny|euro|sum|rest|bank|sale|earnings|tip|fee', 'add up|end of the day|bank|withdraw|lose|twice|evening|refund|balance|friday|match|history|owe|every cent|to the cent'] },
    ],
  },
  entities: [
    {
      name: 'Account', purpose: 'a bucket of money in one currency: a customer’s, a fee, a provider’s clearing account; carries the running balance', store: 'record', alsoCalled: ['wallet', 'balance', 'child account'], rowBytes: 260, perUser: 1.5,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'ownerId', type: 'uuid' },
        { name: 'kind', type: 'text', values: ['customer', 'merchant', 'fee', 'clearing', 'suspense'] }, { name: 'currency', type: 'char(3)' },
        { name: 'balanceMinor', type: 'bigint' }, { name: 'heldMinor', type: 'bigint' }, { name: 'version', type: 'bigint' },
        { name: 'status', type: 'text', values: ['open', 'frozen', 'closed'] },
      ],
    },
    {
      name: 'Payment', purpose: 'money coming in from outside, from intent to settlement', store: 'record', alsoCalled: ['purchase', 'deposit', 'pocket money', 'top-up'], rowBytes: 600, createdBy: 'create-payment', rowsPerOperation: 1, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'accountId', type: 'uuid', references: 'Account.id' },
        { name: 'amountMinor', type: 'bigint' }, { name: 'currency', type: 'char(3)' },
        { name: 'status', type: 'text', values: ['created', 'requires-action', 'pending', 'succeeded', 'failed', 'unknown', 'refunded', 'disputed'] },
        { name: 'provider', type: 'text' }, { name: 'providerReference', type: 'text', nullable: true, unique: true },
        { name: 'paymentMethodToken', type: 'text', classification: 'secret' }, { name: 'idempotencyKey', type: 'text', unique: true },
        { name: 'createdAt', type: 'timestamptz' }, { name: 'checkAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Transfer', purpose: 'one balanced movement inside the ledger; its entries sum to zero', store: 'record', alsoCalled: ['transfer'], rowBytes: 380, createdBy: 'create-payment', rowsPerOperation: 1.6, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true },
        { name: 'kind', type: 'text', values: ['payment', 'refund', 'payout', 'fee', 'adjustment', 'internal'] },
        { name: 'paymentId', type: 'uuid', nullable: true, references: 'Payment.id' }, { name: 'idempotencyKey', type: 'text', unique: true },
        { name: 'reversesId', type: 'uuid', nullable: true, references: 'Transfer.id' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'LedgerEntry', purpose: 'a debit or a credit of one account; corrected by a reversing entry, never by an update', store: 'journal', rowBytes: 130, createdBy: 'create-payment', rowsPerOperation: 4, retentionDays: 3_650,
      fields: [
        { name: 'accountId', type: 'uuid', key: true, references: 'Account.id' }, { name: 'sequence', type: 'bigint', key: true },
        { name: 'transferId', type: 'uuid', references: 'Transfer.id' }, { name: 'direction', type: 'text', values: ['debit', 'credit'] },
        { name: 'amountMinor', type: 'bigint' }, { name: 'balanceAfterMinor', type: 'bigint' }, { name: 'postedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'ProviderEvent', purpose: 'each event of a provider as it arrived, so that it can be applied once and replayed', store: 'journal', rowBytes: 2_500, createdBy: 'record-provider-event', rowsPerOperation: 1, retentionDays: 400,
      fields: [
        { name: 'provider', type: 'text', key: true }, { name: 'eventId', type: 'text', key: true }, { name: 'receivedAt', type: 'timestamptz' },
        { name: 'payload', type: 'jsonb', classification: 'pii' }, { name: 'processedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Payout', purpose: 'money leaving to a bank account, after approval', store: 'record', alsoCalled: ['payout'], rowBytes: 420, createdBy: 'create-payout', rowsPerOperation: 1, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'accountId', type: 'uuid', references: 'Account.id' },
        { name: 'amountMinor', type: 'bigint' }, { name: 'bankAccountToken', type: 'text', classification: 'secret' },
        { name: 'status', type: 'text', values: ['requested', 'approved', 'sent', 'paid', 'returned', 'rejected'] },
        { name: 'approvedBy', type: 'uuid', nullable: true }, { name: 'idempotencyKey', type: 'text', unique: true },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'SettlementLine', purpose: 'a line of a provider’s settlement file and what it was matched with', store: 'record', rowBytes: 260, createdBy: 'create-payment', rowsPerOperation: 1.1, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'provider', type: 'text' }, { name: 'providerReference', type: 'text' },
        { name: 'amountMinor', type: 'bigint' }, { name: 'settledOn', type: 'date' },
        { name: 'paymentId', type: 'uuid', nullable: true, references: 'Payment.id' },
        { name: 'status', type: 'text', values: ['matched', 'missing-here', 'missing-there', 'amount-differs', 'resolved'] },
      ],
    },
  ],
  operations: [
    {
      id: 'create-payment', summary: 'Collect money from a payment method', actor: 'service', method: 'POST', path: '/payments', kind: 'write', share: 0.22,
      requestBytes: 1_500, responseBytes: 800, latencyP99Ms: 3_000, entity: 'Payment', idempotent: true,
      synonyms: ['create payment', 'process payment', 'charge card', 'take payment', 'accept payment', 'pay', 'collect money', 'process transaction', 'make transaction', 'top up wallet', 'deposit money'],
      body: [
        { name: 'accountId', type: 'uuid', references: 'Account.id' }, { name: 'amountMinor', type: 'bigint' }, { name: 'currency', type: 'char(3)' },
        { name: 'paymentMethodToken', type: 'text', classification: 'secret' }, { name: 'reference', type: 'text' },
      ],
      example: { accountId: '0197a600-4b4f-7f0a-a9f3-0c1d2e3f4a5b', amountMinor: 4_990, currency: 'EUR', paymentMethodToken: 'pm_7vQ2', reference: 'invoice 2026-0311' },
    },
    {
      id: 'get-payment', summary: 'Show a payment and its state', actor: 'service', method: 'GET', path: '/payments/{paymentId}', kind: 'read', share: 0.22,
      requestBytes: 100, responseBytes: 1_200, latencyP99Ms: 250, entity: 'Payment',
      synonyms: ['get payment', 'view payment', 'check payment status', 'track payment', 'view transaction'],
    },
    {
      id: 'create-transfer', summary: 'Move money between two accounts of the ledger', actor: 'user', method: 'POST', path: '/transfers', kind: 'write', share: 0.08,
      requestBytes: 600, responseBytes: 500, latencyP99Ms: 400, entity: 'Transfer', idempotent: true,
      synonyms: ['transfer money', 'send money', 'create transfer', 'move fund', 'post entry', 'record transaction', 'withdraw money'],
      body: [
        { name: 'fromAccountId', type: 'uuid', references: 'Account.id' }, { name: 'toAccountId', type: 'uuid', references: 'Account.id' },
        { name: 'amountMinor', type: 'bigint' }, { name: 'currency', type: 'char(3)' }, { name: 'reference', type: 'text', nullable: true },
      ],
      example: { fromAccountId: '0197a600-4b4f-7f0a-a9f3-0c1d2e3f4a5b', toAccountId: '0197a600-5c21-7b0a-8d11-9a8b7c6d5e4f', amountMinor: 2_500, currency: 'EUR', reference: 'rent share' },
    },
    {
      id: 'get-balance', summary: 'Show the posted and the available balance', actor: 'user', method: 'GET', path: '/accounts/{accountId}/balance', kind: 'read', share: 0.17,
      requestBytes: 100, responseBytes: 200, latencyP99Ms: 200, entity: 'Account',
      synonyms: ['get balance', 'view balance', 'check balance'],
    },
    {
      id: 'list-entries', summary: 'Page through a statement', actor: 'user', method: 'GET', path: '/accounts/{accountId}/entries', kind: 'read', share: 0.07,
      requestBytes: 150, responseBytes: 10_000, latencyP99Ms: 400, entity: 'LedgerEntry', list: true,
      synonyms: ['view statement', 'list transaction', 'browse transaction history', 'list entry', 'export statement'],
    },
    {
      id: 'record-provider-event', summary: 'Take a signed event of a provider', actor: 'provider', method: 'POST', path: '/providers/{provider}/events', kind: 'write', share: 0.21,
      requestBytes: 2_500, responseBytes: 20, latencyP99Ms: 500, entity: 'ProviderEvent', asynchronous: true, idempotent: true,
      synonyms: ['receive webhook', 'handle provider event', 'handle chargeback', 'record settlement'],
      body: [{ name: 'eventId', type: 'text' }, { name: 'type', type: 'text' }, { name: 'payload', type: 'jsonb' }],
      example: { eventId: 'evt_9aB1', type: 'payment.succeeded', payload: { reference: 'pi_31Kd', amountMinor: 4_990 } },
    },
    {
      id: 'create-refund', summary: 'Give back part or all of a payment', actor: 'operator', method: 'POST', path: '/payments/{paymentId}/refunds', kind: 'write', share: 0.01,
      requestBytes: 400, responseBytes: 500, latencyP99Ms: 2_000, entity: 'Transfer', idempotent: true, asynchronous: true,
      synonyms: ['refund payment', 'create refund', 'reverse transaction', 'return money'],
      body: [{ name: 'amountMinor', type: 'bigint' }, { name: 'reason', type: 'text' }], example: { amountMinor: 4_990, reason: 'service not provided' },
    },
    {
      id: 'create-payout', summary: 'Ask for money to be sent to a bank account', actor: 'merchant', method: 'POST', path: '/payouts', kind: 'write', share: 0.02,
      requestBytes: 500, responseBytes: 400, latencyP99Ms: 800, entity: 'Payout', idempotent: true, asynchronous: true,
      synonyms: ['create payout', 'pay out', 'pay seller', 'disburse fund', 'withdraw to bank'],
      body: [{ name: 'accountId', type: 'uuid', references: 'Account.id' }, { name: 'amountMinor', type: 'bigint' }, { name: 'bankAccountToken', type: 'text', classification: 'secret' }],
      example: { accountId: '0197a600-5c21-7b0a-8d11-9a8b7c6d5e4f', amountMinor: 128_400, bankAccountToken: 'ba_2Jk8' },
    },
  ],
  mainOperation: 'create-payment',
  flows: [
    {
      id: 'charge', title: 'Collect a payment', operation: 'create-payment', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the payment with an Idempotency-Key' },
        { from: 'api', to: 'primary-store', action: 'insert the payment as created; a repeated key returns the stored answer, a repeated key with another body is refused' },
        { from: 'api', to: 'external:psp', action: 'charge with the payment id as the provider’s idempotency key, outside any transaction' },
        { from: 'api', to: 'primary-store', action: 'record succeeded, failed, or unknown with the time at which to ask again' },
        { from: 'api', to: 'client', action: 'answer with the state; unknown is an answer, not an error' },
      ],
    },
    {
      id: 'settle-event', title: 'Apply a provider event', operation: 'record-provider-event', mode: 'async',
      steps: [
        { from: 'external:psp', to: 'api', action: 'POST a signed event' },
        { from: 'api', to: 'append-store', action: 'store the raw event; the key on provider and event id refuses a repeat' },
        { from: 'worker', to: 'primary-store', action: 'in one transaction move the payment forward, insert the transfer with its balanced entries, and update both balances' },
        { from: 'worker', to: 'queue', action: 'publish PaymentSettled from the outbox' },
      ],
    },
    {
      id: 'post-transfer', title: 'Transfer between accounts', operation: 'create-transfer', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the transfer with an Idempotency-Key' },
        { from: 'api', to: 'primary-store', action: 'lock both accounts in id order, check the available balance, insert transfer and entries, update balances, all in one transaction' },
        { from: 'api', to: 'client', action: 'answer with the transfer and the new balance' },
      ],
    },
    {
      id: 'resolve-unknown', title: 'Resolve payments of unknown outcome', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'lease payments whose check time has passed' },
        { from: 'worker', to: 'external:psp', action: 'ask for the payment by our id' },
        { from: 'worker', to: 'primary-store', action: 'apply the answer as if it were an event; hand over to a person after 24 hours' },
      ],
    },
    {
      id: 'reconcile-day', title: 'Reconcile a day', mode: 'batch',
      steps: [
        { from: 'worker', to: 'external:psp', action: 'fetch the settlement file of the day' },
        { from: 'worker', to: 'blob-store', action: 'keep the file as received, with its digest' },
        { from: 'worker', to: 'primary-store', action: 'match each line with a payment and mark what is missing on either side' },
        { from: 'worker', to: 'primary-store', action: 'compare the sum of entries with the running balance of every account touched' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'payment-by-id', entity: 'Payment', purpose: 'one payment', by: ['id'], kind: 'lookup', operation: 'get-payment' },
    { id: 'payment-by-idempotency-key', entity: 'Payment', purpose: 'replay of a request', by: ['idempotencyKey'], kind: 'lookup', operation: 'create-payment' },
    { id: 'payment-by-reference', entity: 'Payment', purpose: 'match an event or a settlement line', by: ['providerReference'], kind: 'lookup', operation: 'record-provider-event' },
    { id: 'payments-to-check', entity: 'Payment', purpose: 'outcome still unknown', by: ['status', 'checkAt'], order: 'checkAt asc', kind: 'queue' },
    { id: 'statement', entity: 'LedgerEntry', purpose: 'entries of an account, newest first', by: ['accountId', 'sequence'], order: 'sequence desc', kind: 'range', operation: 'list-entries' },
    { id: 'entries-of-transfer', entity: 'LedgerEntry', purpose: 'both sides of a movement', by: ['transferId'], kind: 'lookup' },
    { id: 'balance', entity: 'Account', purpose: 'running balance, and the lock for a posting', by: ['id'], kind: 'lookup', operation: 'get-balance' },
    { id: 'trial-balance', entity: 'LedgerEntry', purpose: 'sum of debits and credits over a day', by: ['postedAt', 'accountId'], kind: 'aggregation' },
    { id: 'open-breaks', entity: 'SettlementLine', purpose: 'differences that a person must clear', by: ['status', 'settledOn'], order: 'settledOn asc', kind: 'range' },
    { id: 'payouts-to-send', entity: 'Payout', purpose: 'approved payouts for the next batch', by: ['status', 'createdAt'], order: 'createdAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'PaymentSettled', when: 'entries of a successful payment are posted', entity: 'Payment', consumers: ['orders', 'notifications', 'accounting'] },
    { name: 'PaymentFailed', when: 'the provider refuses for good', entity: 'Payment', consumers: ['orders', 'notifications'] },
    { name: 'TransferPosted', when: 'a balanced transfer is committed', entity: 'Transfer', consumers: ['statements', 'risk'] },
    { name: 'PayoutPaid', when: 'the bank confirms the payout', entity: 'Payout', consumers: ['notifications', 'accounting'] },
    { name: 'ReconciliationBreakFound', when: 'our books and a settlement file differ', entity: 'SettlementLine', consumers: ['finance-operations'] },
  ],
  externals: [
    { id: 'psp', name: 'Payment provider', purpose: 'holds card data, moves money, sends events and settlement files', providers: ['Stripe', 'Adyen', 'Checkout.com'], timeoutMs: 10_000, share: 0.4 },
    { id: 'risk', name: 'Fraud screening', purpose: 'score before the charge; a rule set answers when it is down', providers: ['Stripe Radar', 'Sift'], timeoutMs: 800, share: 0.3 },
    { id: 'identity-check', name: 'Identity check', purpose: 'know-your-customer checks before money may leave', providers: ['Onfido', 'Veriff'], timeoutMs: 10_000 },
  ],
  consistency: [
    { scope: 'posting', need: 'serializable per account; the entries of a transfer sum to zero in each currency', why: 'a balance is a promise to pay' },
    { scope: 'requests and events', need: 'exactly-once effects', why: 'callers and providers both repeat after a time-out' },
    { scope: 'balance shown to its owner', need: 'read-your-writes, read from the primary', why: 'spending is decided on it' },
    { scope: 'reports', need: 'eventual, from a replica, with the instant they show', why: 'a long scan must not hold up postings' },
  ],
  needs: ['transactions', 'unique-constraint', 'conditional-write', 'point-read', 'range-scan', 'joins', 'append-heavy', 'object-storage', 'work-queue', 'dead-letter'],
  defaults: [
    { key: 'retention', subject: 'ledger-entry', value: interval(7 * 365 * SECONDS_PER_DAY, 10 * 365 * SECONDS_PER_DAY, 10 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'bookkeeping and anti-money-laundering law ask for five to ten years' },
    { key: 'rpo', value: interval(0, 0, 1), unit: 's', reason: 'an acknowledged posting must survive the loss of a machine' },
    { key: 'rto', value: interval(60, 300, 3_600), unit: 's', reason: 'callers queue for minutes, not for hours' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'the checkout in front of it stops when it stops' },
    { key: 'ratio', subject: 'entries-per-payment', value: interval(2, 4, 8), unit: 'ratio', reason: 'gross amount and fee, each a debit and a credit' },
    { key: 'share', subject: 'hottest-account', value: interval(0.01, 0.25, 1), unit: 'ratio', reason: 'a fee or clearing account takes part in most postings unless it is split' },
    { key: 'population', subject: 'currency', value: interval(1, 1, 30), unit: 'count', reason: 'one market to begin with' },
  ],
  operationsPerUserPerDay: assumption('API requests a daily customer causes', interval(1, 3, 10), 'count', 'a look at the balance and now and then a payment'),
  peakFactor: assumption('peak ÷ mean', interval(2, 3, 10), 'ratio', 'pay days, sales and payout batches stand out from a daily curve'),
  jobs: {
    perMainOperation: assumption('jobs a payment starts', interval(2, 3, 5), 'count', 'provider events, publication, settlement matching'),
    seconds: assumption('time a job holds a worker', interval(0.02, 0.1, 1), 's', 'one posting transaction; a provider call in some'),
    bytes: assumption('message on the queue', interval(300, 1_000, 3_000), 'B', 'event id and provider; the raw event stays in its table'),
  },
  risks: [
    { risk: 'a provider’s answer is lost and a customer is charged twice or not at all', failureModes: ['payment-ambiguous', 'external-provider-outage'] },
    { risk: 'every posting waits for the lock on one busy account', failureModes: ['db-lock-contention', 'hot-key'] },
    { risk: 'an event is applied twice', failureModes: ['duplicate-delivery'] },
    { risk: 'a backfill or a bug corrupts entries and the backup repeats it', failureModes: ['data-corruption', 'backup-unusable'] },
    { risk: 'fail-over loses acknowledged postings', failureModes: ['db-primary-loss', 'split-brain'] },
    { risk: 'clocks disagree around midnight and a movement lands on the wrong day', failureModes: ['clock-skew'] },
  ],
  mechanisms: ['double-entry-ledger', 'idempotency-key', 'exactly-once-effects', 'inbox-deduplication', 'transactional-outbox', 'audit-hash-chain', 'saga-compensation', 'envelope-encryption', 'backup-and-restore', 'circuit-breaker', 'leased-scheduler', 'distributed-lock-and-why-not'],
  questions: [
    { id: 'payments', question: 'How many payments a day?', default: '50,000 payments per day', changes: 'whether one database carries the postings or busy accounts are split', key: 'volume', subject: 'create-payment', priority: 1 },
    { id: 'hot-account', question: 'What share of postings touches the busiest account?', default: '25%', changes: 'splitting that account into sub-accounts, or posting to it in batches', key: 'share', subject: 'hottest-account', priority: 2 },
    { id: 'regime', question: 'Which regimes apply: PCI DSS, PSD2, SOC 2, a banking licence?', default: 'pci-dss', changes: 'who may hold funds and card data, region, audit evidence', key: 'compliance', priority: 3 },
    { id: 'loss', question: 'May an acknowledged posting be lost in a disaster?', default: '0 seconds', changes: 'synchronous replication to a second zone or region, and the latency of each posting', key: 'rpo', priority: 4 },
    { id: 'currencies', question: 'In how many currencies are accounts held?', default: '1', changes: 'accounts per owner, exchange postings, rounding accounts', key: 'population', subject: 'currency', priority: 5 },
    { id: 'record-time', question: 'How long must entries be kept?', default: '10 years', changes: 'storage and an archive tier', key: 'retention', subject: 'ledger-entry', priority: 6 },
  ],
  nonGoals: ['holding card numbers', 'issuing cards', 'credit decisions', 'general accounting and tax filing'],
  sources: [
    { title: 'TigerBeetle documentation: debit and credit model', url: 'https://github.com/tigerbeetle/tigerbeetle/blob/52ad553/docs/concepts/debit-credit.md', asOf: '2026-07-01', confidence: 'A' },
    { title: 'TigerBeetle documentation: two-phase transfers', url: 'https://github.com/tigerbeetle/tigerbeetle/blob/52ad553/docs/coding/two-phase-transfers.md', asOf: '2026-07-01', confidence: 'A' },
    { title: 'System Design Interview notes, chapter 27: payment system', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter27/README.md', asOf: '2025-03-01', confidence: 'C', note: 'exercise scale: 1 M payments a day' },
    { title: 'System Design Interview notes, chapter 28: digital wallet', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter28/README.md', asOf: '2025-03-01', confidence: 'C' },
  ],
});
