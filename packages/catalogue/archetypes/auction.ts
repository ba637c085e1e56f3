import { assumption, fact, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const wallet: Source = {
  title: 'System Design Interview notes, chapter 28: digital wallet (one writer per key)', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter28/README.md', asOf: '2025-03-01', confidence: 'C',
};
const sortedSets: Source = {
  title: 'System Design Interview notes, chapter 26: sorted sets', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter26/README.md', asOf: '2025-03-01', confidence: 'C',
};
const ses: Source = { title: 'Amazon SES pricing', url: 'https://aws.amazon.com/ses/pricing/', asOf: '2026-11-22', confidence: 'C', note: '0.10 USD per thousand' };
const stripe: Source = { title: 'Stripe API reference: idempotent requests', url: 'https://docs.stripe.com/api/idempotent_requests', asOf: 'undated', confidence: 'A' };

export default defineArchetype({
  id: 'auction', name: 'Online auction', context: 'Auctions',
  summary: 'lists lots with a closing instant, accepts bids in one undisputed order, shows the price live, extends on late bids and settles with the winner',
  triggers: {
    strong: ['auction', 'bidding platform', 'place bid', 'reverse auction', 'online bidding', 'ebay-like', 'live bidding', 'bidder', 'ebay clone', 'like ebay', 'clone of ebay', 'design ebay', 'build ebay'],
    weak: ['bid', 'lot', 'reserve price', 'closing time', 'seller', 'hammer price', 'sniping'],
    exclude: ['real-time bidding for ads', 'ad auction', 'rtb'],
    signs: [
      ['outbid|overbid|highest offer|higher offer|best offer|highest price offered|hammer|going once', 'sale|lot|buyer|collector|dealer|end|fall|noon|minute|close|piece|extend'],
      ['bid|offer|outbid', 'until|end|close|deadline|expire|extend|run out', 'win|winner|highest|late offer|late bid|highest offer'],
    ],
    facets: [
      { must: 2, need: 4, groups: ['offer|bid|outbid|overbid|hammer|top one another|topping one another|outdo', 'highest|most|best|best price|higher|price|topping', 'before|until|close|end|deadline|noon|run out|last|monday|friday|sunday|saturday|o\'clock', 'sell|sale|lot|buy|seller|buyer|merchant|dealer|put up|breeder|collector', 'win|take home|current|everybody see|all see|goes to|new price|straight away|each new'] },
      { must: 4, need: 4, groups: ['raise|outbid|overbid|highest|offer the most|offered the most|bid more|offer more|higher|go up', 'price|bid|offer|offered', 'until|by then|end|close|closing|run out|runs out|deadline|time is up|last|over', 'sale|sell|lot|piece|take home|win|winner|go to|get it|gets it|take it|takes it|up for|bidder|buyer|seller|hammer|item'] },
    ],
  },
  entities: [
    {
      name: 'Bidder', purpose: 'registered person who may bid up to a checked limit', rowBytes: 450, store: 'record', alsoCalled: ['collector', 'buyer', 'dealer', 'bidder'], perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'displayName', type: 'text', classification: 'pii' }, { name: 'email', type: 'text', unique: true, classification: 'pii' },
        { name: 'verification', type: 'text', values: ['none', 'basic', 'identity'] }, { name: 'bidLimitMinor', type: 'bigint', nullable: true },
        { name: 'paymentMethodRef', type: 'text', nullable: true, classification: 'internal' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Lot', purpose: 'item on sale with its rules, current price and version; every accepted bid raises the version', rowBytes: 1_700, store: 'record', alsoCalled: ['piece', 'item', 'antique', 'car', 'used car', 'crate', 'sale', 'horse', 'cow', 'stamp', 'property'], createdBy: 'create-lot', retentionDays: 2_555,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'sellerId', type: 'uuid' }, { name: 'title', type: 'text' }, { name: 'description', type: 'text' },
        { name: 'category', type: 'text' }, { name: 'imageKeys', type: 'jsonb' }, { name: 'currency', type: 'text' }, { name: 'startPriceMinor', type: 'bigint' },
        { name: 'reserveMinor', type: 'bigint', nullable: true, classification: 'internal' }, { name: 'incrementRule', type: 'jsonb' },
        { name: 'state', type: 'text', values: ['draft', 'open', 'closing', 'sold', 'unsold', 'cancelled'] }, { name: 'currentPriceMinor', type: 'bigint' },
        { name: 'leaderId', type: 'uuid', nullable: true, references: 'Bidder.id' }, { name: 'bidCount', type: 'int' }, { name: 'version', type: 'int' },
        { name: 'startsAt', type: 'timestamptz' }, { name: 'endsAt', type: 'timestamptz' }, { name: 'extensions', type: 'smallint' },
      ],
    },
    {
      name: 'Bid', purpose: 'accepted or refused offer in the order the server decided', rowBytes: 190, store: 'journal', alsoCalled: ['offer', 'bid'], createdBy: 'place-bid', retentionDays: 2_555,
      fields: [
        { name: 'lotId', type: 'uuid', key: true, references: 'Lot.id' }, { name: 'sequence', type: 'int', key: true }, { name: 'placedAt', type: 'timestamptz', key: true },
        { name: 'bidderId', type: 'uuid', references: 'Bidder.id' }, { name: 'amountMinor', type: 'bigint' },
        { name: 'outcome', type: 'text', values: ['leading', 'outbid', 'too_low', 'closed'] }, { name: 'automatic', type: 'boolean' }, { name: 'requestKey', type: 'text' },
      ],
    },
    {
      name: 'ProxyBid', purpose: 'highest amount a bidder is willing to pay; hidden, and used to answer other bids at once', rowBytes: 130, store: 'record', createdBy: 'place-bid', rowsPerOperation: 0.5, retentionDays: 365,
      fields: [
        { name: 'lotId', type: 'uuid', key: true, references: 'Lot.id' }, { name: 'bidderId', type: 'uuid', key: true, references: 'Bidder.id' },
        { name: 'maxMinor', type: 'bigint', classification: 'internal' }, { name: 'state', type: 'text', values: ['active', 'exhausted', 'withdrawn'] },
        { name: 'placedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Watch', purpose: 'lot that somebody follows', rowBytes: 60, store: 'record', createdBy: 'watch-lot', retentionDays: 365,
      fields: [
        { name: 'userId', type: 'uuid', key: true }, { name: 'lotId', type: 'uuid', key: true, references: 'Lot.id' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Settlement', purpose: 'what follows the hammer: charge, second chance, payout', rowBytes: 320, store: 'record', createdBy: 'create-lot', rowsPerOperation: 0.7, retentionDays: 2_555,
      fields: [
        { name: 'lotId', type: 'uuid', key: true, references: 'Lot.id' }, { name: 'winnerId', type: 'uuid', references: 'Bidder.id' }, { name: 'amountMinor', type: 'bigint' },
        { name: 'currency', type: 'text' }, { name: 'state', type: 'text', values: ['pending', 'paid', 'failed', 'second_chance', 'cancelled'] },
        { name: 'providerRef', type: 'text', nullable: true }, { name: 'dueAt', type: 'timestamptz' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
  ],
  // Shares follow one bid: eight pages of lots and five lot pages are read for it, and its price change is pushed to those who watch.
  operations: [
    {
      id: 'list-lots', summary: 'List open lots by category and closing time', actor: 'visitor',
      method: 'GET', path: '/lots', kind: 'read', share: 0.34826, requestBytes: 150, responseBytes: 25_000, latencyP99Ms: 400, entity: 'Lot',
      list: true, synonyms: ['browse lot', 'list lot', 'search lot', 'browse auction', 'search auction', 'view auction', 'search item', 'browse item'],
    },
    {
      id: 'get-lot', summary: 'Show a lot with price, leader and time left', actor: 'visitor',
      method: 'GET', path: '/lots/{lotId}', kind: 'read', share: 0.232, requestBytes: 80, responseBytes: 6_000, latencyP99Ms: 250, entity: 'Lot',
      synonyms: ['view lot', 'view item', 'open lot', 'view price'],
    },
    {
      id: 'follow-lot', summary: 'Follow price and closing time live', actor: 'bidder',
      method: 'STREAM', path: '/lots/{lotId}/updates', kind: 'stream', share: 0.279, requestBytes: 20, responseBytes: 150, latencyP99Ms: 500, entity: 'Lot',
      synonyms: ['follow lot', 'watch live', 'see bid live', 'receive bid update', 'watch auction'],
    },
    {
      id: 'place-bid', summary: 'Place a bid or a maximum', actor: 'bidder',
      method: 'POST', path: '/lots/{lotId}/bids', kind: 'write', share: 0.0464, requestBytes: 250, responseBytes: 350, latencyP99Ms: 300, entity: 'Bid',
      idempotent: true, synonyms: ['place bid', 'bid', 'submit bid', 'make bid', 'make offer', 'raise bid'],
      body: [{ name: 'amountMinor', type: 'bigint' }, { name: 'maxMinor', type: 'bigint', nullable: true, classification: 'internal' }, { name: 'seenVersion', type: 'int' }],
      example: { amountMinor: 12_500, maxMinor: 18_000, seenVersion: 14 },
    },
    {
      id: 'list-bids', summary: 'List the bids of a lot', actor: 'visitor',
      method: 'GET', path: '/lots/{lotId}/bids', kind: 'read', share: 0.0372, requestBytes: 80, responseBytes: 4_000, latencyP99Ms: 300, entity: 'Bid',
      list: true, synonyms: ['view bid', 'list bid', 'bid history'],
    },
    {
      id: 'list-my-bids', summary: 'List lots one bids on', actor: 'bidder',
      method: 'GET', path: '/me/bids', kind: 'read', share: 0.0279, requestBytes: 80, responseBytes: 6_000, latencyP99Ms: 400, entity: 'Bid',
      list: true, synonyms: ['view my bid', 'list my bid', 'track bid'],
    },
    {
      id: 'watch-lot', summary: 'Follow a lot', actor: 'visitor',
      method: 'PUT', path: '/watches/{lotId}', kind: 'write', share: 0.0232, requestBytes: 60, responseBytes: 20, latencyP99Ms: 300, entity: 'Watch',
      idempotent: true, synonyms: ['watch lot', 'save lot', 'favourite item'],
      body: [],
    },
    {
      id: 'create-lot', summary: 'Offer a lot', actor: 'seller',
      method: 'POST', path: '/lots', kind: 'write', share: 0.00232, requestBytes: 3_000, responseBytes: 1_500, latencyP99Ms: 800, entity: 'Lot',
      idempotent: true, synonyms: ['create auction', 'list item for sale', 'create lot', 'sell item', 'start auction'],
      body: [
        { name: 'title', type: 'text' }, { name: 'description', type: 'text' }, { name: 'category', type: 'text' }, { name: 'currency', type: 'text' },
        { name: 'startPriceMinor', type: 'bigint' }, { name: 'reserveMinor', type: 'bigint', nullable: true }, { name: 'startsAt', type: 'timestamptz' },
        { name: 'endsAt', type: 'timestamptz' },
      ],
      example: { title: 'Oak writing desk, 1930s', description: 'Restored, two drawers.', category: 'furniture', currency: 'EUR', startPriceMinor: 9_000, reserveMinor: 15_000, startsAt: '2026-03-18T10:00:00Z', endsAt: '2026-03-25T19:00:00Z' },
    },
    {
      id: 'record-payment-event', summary: 'Take a signed event of the payment provider', actor: 'payment provider',
      method: 'POST', path: '/payment-events', kind: 'write', share: 0.00372, requestBytes: 2_500, responseBytes: 20, latencyP99Ms: 500, entity: 'Settlement',
      asynchronous: true, idempotent: true, synonyms: ['receive payment event', 'confirm payment', 'pay lot'],
      body: [{ name: 'providerEventId', type: 'text' }, { name: 'kind', type: 'text' }, { name: 'payload', type: 'jsonb' }],
      example: { providerEventId: 'evt_1PQ0sX', kind: 'payment.captured', payload: { lotId: '0192f0c7-4aa1-7b90-8d57-3e2c0a1b9f60' } },
    },
  ],
  mainOperation: 'place-bid',
  flows: [
    {
      id: 'bid', title: 'A bid is placed', operation: 'place-bid', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'posts the amount with the version it has seen and a request key' },
        { from: 'api', to: 'primary-store', action: 'locks the lot row and reads the clock of the database' },
        { from: 'api', to: 'primary-store', action: 'refuses a bid that is late or too low; else resolves hidden maxima, stores bids in sequence and raises price and version' },
        { from: 'api', to: 'primary-store', action: 'moves the closing instant when the bid fell into the last minutes, and writes the outbox row, in the same transaction' },
        { from: 'api', to: 'client', action: 'answers whether the bid leads' },
      ],
    },
    {
      id: 'show', title: 'Everybody sees the new price', operation: 'follow-lot', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claims outbox rows of the lot in order' },
        { from: 'worker', to: 'cache', action: 'publishes price, leader alias, version and closing instant' },
        { from: 'cache', to: 'real-time', action: 'hands the change to each connection node once' },
        { from: 'real-time', to: 'client', action: 'pushes it; clients drop versions older than what they show' },
      ],
    },
    {
      id: 'close', title: 'A lot closes', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claims lots past their closing instant under a lease' },
        { from: 'worker', to: 'primary-store', action: 'decides sold or unsold against the reserve in the transaction that closes the lot' },
        { from: 'worker', to: 'queue', action: 'publishes the settlement' },
        { from: 'worker', to: 'external:notifications', action: 'tells winner, seller and the outbid' },
      ],
    },
    {
      id: 'settle', title: 'The winner pays', mode: 'async',
      steps: [
        { from: 'worker', to: 'external:payments', action: 'charges the winner with the lot id as idempotency key' },
        { from: 'external:payments', to: 'api', action: 'confirms by a signed event' },
        { from: 'worker', to: 'primary-store', action: 'marks the settlement paid, or offers the lot to the runner-up after the deadline' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'closing-soon', entity: 'Lot', purpose: 'lists by closing time', by: ['state', 'category', 'endsAt'], order: 'endsAt asc', kind: 'range', operation: 'list-lots' },
    { id: 'lot-by-id', entity: 'Lot', purpose: 'lot page', by: ['id'], kind: 'lookup', operation: 'get-lot' },
    { id: 'lots-to-close', entity: 'Lot', purpose: 'lots past their instant', by: ['state', 'endsAt'], order: 'endsAt asc', kind: 'queue' },
    { id: 'search-lots', entity: 'Lot', purpose: 'text search', by: ['title', 'description'], kind: 'search' },
    { id: 'bids-of-lot', entity: 'Bid', purpose: 'history of a lot', by: ['lotId', 'sequence'], order: 'sequence desc', kind: 'range', operation: 'list-bids' },
    { id: 'bids-of-bidder', entity: 'Bid', purpose: 'own bids', by: ['bidderId', 'placedAt'], order: 'placedAt desc', kind: 'range', operation: 'list-my-bids' },
    { id: 'best-maximum', entity: 'ProxyBid', purpose: 'strongest hidden maxima', by: ['lotId', 'state', 'maxMinor'], order: 'maxMinor desc', kind: 'range', operation: 'place-bid' },
    { id: 'settlements-due', entity: 'Settlement', purpose: 'unpaid lots', by: ['state', 'dueAt'], order: 'dueAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'BidAccepted', when: 'a bid changed price or leader', entity: 'Bid', consumers: ['live price', 'outbid notice', 'fraud review'] },
    { name: 'LotExtended', when: 'a late bid moved the closing instant', entity: 'Lot', consumers: ['live price', 'closing timer'] },
    { name: 'LotSold', when: 'a lot closed at or above the reserve', entity: 'Lot', consumers: ['settlement', 'notifications', 'search index'] },
    { name: 'SettlementPaid', when: 'the provider confirmed the charge', entity: 'Settlement', consumers: ['seller payout', 'shipping'] },
  ],
  externals: [
    { id: 'payments', name: 'Payment provider', purpose: 'holds a deposit and charges the winner', providers: ['Stripe', 'Adyen'], timeoutMs: 10_000, share: 0.05 },
    { id: 'notifications', name: 'E-mail provider', purpose: 'outbid and closing notices', providers: ['Amazon SES', 'Postmark'], timeoutMs: 5_000, share: 0.6, unitPrice: fact('one e-mail through Amazon SES', 0.0001, 'USD', ses) },
  ],
  consistency: [
    { scope: 'bid acceptance', need: 'linearizable per lot: one order, decided by one row and one clock', why: 'the second of two equal bids must lose, provably' },
    { scope: 'shown price', need: 'at most a second stale, versions never go back', why: 'people decide by it in the last seconds' },
    { scope: 'settlement', need: 'one charge per lot, by an idempotency key', why: 'a time-out must not charge the winner twice' },
  ],
  needs: ['transactions', 'conditional-write', 'unique-constraint', 'long-lived-connections', 'delayed-delivery', 'work-queue', 'full-text'],
  defaults: [
    { key: 'rpo', value: interval(0, 60, 3_600), unit: 's', reason: 'a bid or a hammer price that is gone is a dispute' },
    { key: 'ratio', subject: 'bids-per-lot', value: interval(5, 20, 100), unit: 'ratio', reason: 'a wanted item collects dozens, many none' },
    { key: 'users.concurrent', subject: 'bidders-on-one-lot', value: interval(50, 500, 10_000), unit: 'count', reason: 'the hottest lot at its close; it is what the row lock must carry' },
    { key: 'duration', subject: 'extension', value: interval(60, 120, 300), unit: 's', reason: 'two minutes give the outbid time to answer and make sniping pointless' },
    { key: 'latency', subject: 'place-bid', value: interval(0.1, 0.3, 0.5), unit: 's', reason: 'in the last seconds a slower answer is a lost bid' },
    { key: 'retention', subject: 'bid', value: interval(730 * SECONDS_PER_DAY, 2_555 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY), unit: 's', reason: 'evidence of a contract' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'an outage at a closing instant voids sales' },
  ],
  operationsPerUserPerDay: assumption('requests and pushes per daily user', interval(10, 30, 80), 'count', 'browsing dominates; one or two bids a day'),
  peakFactor: assumption('peak ÷ mean', interval(2.5, 4, 50), 'ratio', 'evenings, when lots close; the last minute of a popular lot reaches 50'),
  jobs: {
    perMainOperation: assumption('jobs per bid', interval(1, 2, 4), 'count', 'publish, outbid notice, search index; closing and settlement per lot'),
    seconds: assumption('seconds a job holds a worker', interval(0.01, 0.1, 1), 's', 'publishing is quick, mail and charges wait'),
    bytes: assumption('job message', interval(150, 250, 600), 'B', 'lot, version, price'),
  },
  risks: [
    { risk: 'all bids of a hot lot queue on one row', failureModes: ['db-lock-contention', 'hot-key'] },
    { risk: 'server clocks differ and a late bid is accepted, or a timely one refused', failureModes: ['clock-skew'] },
    { risk: 'thousands follow one lot and each price change is pushed to all', failureModes: ['fanout-explosion', 'websocket-node-loss'] },
    { risk: 'two workers close the same lot', failureModes: ['cron-overlap'] },
    { risk: 'the winner’s charge ends without a clear answer', failureModes: ['payment-ambiguous'] },
    { risk: 'everybody arrives in the last minute', failureModes: ['thundering-herd', 'autoscaler-lag'] },
  ],
  mechanisms: ['bid-ordering', 'presence-fan-out', 'leased-scheduler', 'transactional-outbox', 'idempotency-key', 'lease-with-fencing', 'request-coalescing', 'sliding-window-limit', 'saga-compensation', 'inbox-deduplication', 'backpressure-and-shedding', 'cursor-pagination'],
  questions: [
    { id: 'bids', question: 'How many bids are placed on a busy day?', default: '5,000 a day', changes: 'size of the store and the workers', key: 'volume', subject: 'place-bid', priority: 1 },
    { id: 'hot-lot', question: 'How many people bid on the hottest lot in its last minute?', default: '500', changes: 'a locked row is enough, or one writer per lot in memory', key: 'users.concurrent', subject: 'bidders-on-one-lot', priority: 1 },
    { id: 'closing', question: 'Does a late bid extend the auction, and by how much?', default: '2 minutes', changes: 'timers, and how sharp the last peak is', key: 'duration', subject: 'extension', priority: 2 },
    { id: 'live', question: 'Is it an auctioneer’s live sale or timed lots?', default: '1 second', changes: 'delay of pushed prices; live sales need video and sub-second pushes', key: 'latency', subject: 'follow-lot', priority: 2 },
    { id: 'maxima', question: 'May bidders leave a hidden maximum?', default: 'yes', changes: 'each bid may cause an answer at once', key: 'capability', subject: 'proxy-bidding', priority: 3 },
    { id: 'deposit', question: 'Must a card hold or deposit stand before somebody bids?', default: 'card hold', changes: 'payment calls before the first bid', key: 'capability', subject: 'deposit', priority: 3 },
  ],
  nonGoals: [
    'shipping',
    'authenticity checks of items',
    'advertising auctions',
    'video of live sales',
  ],
  sources: [wallet, sortedSets, ses, stripe],
});
