import { assumption, fact, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const systemDesign: Source = {
  title: 'karanpratapsingh, System Design: Uber (dispatch parallels)', url: 'https://github.com/karanpratapsingh/system-design/blob/a5c0c1a/README.md', asOf: '2026-04-01', confidence: 'C',
};
const yelp: Source = {
  title: 'Grokking-System-Design, Yelp: places near a point', url: 'https://github.com/Jeevan-kumar-Raj/Grokking-System-Design/blob/dcafc27/designs/yelp.md', asOf: '2020-08-08', confidence: 'C',
};
const caseStudy: Source = {
  title: 'HLD handbook, ride-hailing case study', url: 'https://handbook-hld.pages.dev/curriculum/case-studies/ride-hailing/', asOf: '2026-05-11', confidence: 'C',
};
const push: Source = { title: 'Firebase Cloud Messaging documentation, no-cost product', url: 'https://firebase.google.com/docs/cloud-messaging', asOf: '2026-05-05', confidence: 'C' };

export default defineArchetype({
  id: 'food-delivery', name: 'Food and grocery delivery', context: 'Delivery',
  summary: 'shows what can be delivered to an address, takes and pays the order, has the kitchen accept it, finds a courier, follows the bag live and splits the money',
  triggers: {
    strong: ['food delivery', 'meal delivery', 'grocery delivery', 'restaurant ordering', 'restaurant order', 'order food', 'delivery courier', 'doordash-like', 'courier dispatch', 'last-mile delivery', 'quick commerce', 'doordash', 'deliveroo', 'grubhub'],
    weak: ['restaurant', 'courier', 'menu', 'kitchen', 'dish', 'meal', 'grocery', 'delivery', 'dispatch', 'eta', 'rider'],
    exclude: ['ride hailing', 'webhook delivery', 'email delivery', 'content delivery', 'table reservation'],
    signs: [
      ['cook|kitchen|canteen|restaurant|lunch|dinner|bakery|baker|pizza|pizzeria|takeaway|dish|menu', 'carry|bring|deliver|cyclist|courier|rider|doorstep|delivered', 'choose|order|office|hungry|watch|home|customer|eat|door|come'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['@food', 'bring|take|carry|deliver|moped|cyclist|courier|rider|doorstep|bicycle|at the door|is at', 'order|choose|pick|pay', 'warm|hot|steam|cold|eat|hungry|home|door|live|half an hour|night|half hour'] },
      { must: 3, need: 3, groups: ['@food', 'carry|bring|deliver|cyclist|courier|rider|doorstep|hand over|delivered', 'choose|order|office|hungry|home|eat|door|warm|hot|tonight|neighbour|pick|pay|lunch|customer|menu'] },
    ],
  },
  entities: [
    {
      name: 'Customer', purpose: 'person who orders, with delivery addresses', rowBytes: 800, store: 'record', perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'phone', type: 'text', unique: true, classification: 'pii' }, { name: 'displayName', type: 'text', classification: 'pii' },
        { name: 'addresses', type: 'jsonb', classification: 'pii' }, { name: 'paymentMethodRef', type: 'text', nullable: true, classification: 'internal' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Restaurant', purpose: 'kitchen or shop with its place, hours, delivery area and state', rowBytes: 1_600, store: 'record', alsoCalled: ['canteen', 'kitchen', 'bakery', 'pizzeria'], perUser: 0.005,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'name', type: 'text' }, { name: 'mapCell', type: 'text' }, { name: 'latitude', type: 'numeric(9,6)' },
        { name: 'longitude', type: 'numeric(9,6)' }, { name: 'openingHours', type: 'jsonb' }, { name: 'deliveryCells', type: 'text[]' }, { name: 'cuisine', type: 'text[]' },
        { name: 'state', type: 'text', values: ['open', 'busy', 'paused', 'closed'] }, { name: 'prepMinutes', type: 'smallint' }, { name: 'commission', type: 'numeric(5,4)' },
        { name: 'menuVersion', type: 'int' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'MenuItem', purpose: 'dish or article with price, options and allergens', rowBytes: 700, store: 'record', alsoCalled: ['dish'], perUser: 0.4,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'restaurantId', type: 'uuid', references: 'Restaurant.id' }, { name: 'section', type: 'text' }, { name: 'name', type: 'text' },
        { name: 'description', type: 'text', nullable: true }, { name: 'priceMinor', type: 'bigint' }, { name: 'currency', type: 'text' }, { name: 'optionGroups', type: 'jsonb' },
        { name: 'allergens', type: 'text[]' }, { name: 'available', type: 'boolean' }, { name: 'positionInMenu', type: 'int' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Courier', purpose: 'person who delivers, with vehicle and working state', rowBytes: 600, store: 'record', alsoCalled: ['cyclist', 'rider', 'driver'], perUser: 0.01,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'phone', type: 'text', unique: true, classification: 'pii' }, { name: 'displayName', type: 'text', classification: 'pii' },
        { name: 'vehicle', type: 'text', values: ['bicycle', 'scooter', 'car', 'foot'] }, { name: 'state', type: 'text', values: ['offline', 'available', 'offered', 'busy'] },
        { name: 'zone', type: 'text' }, { name: 'payoutAccountRef', type: 'text', nullable: true, classification: 'internal' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'CourierLocation', purpose: 'latest position of a courier on shift; overwritten', rowBytes: 110, store: 'record', perUser: 0.01,
      fields: [
        { name: 'courierId', type: 'uuid', key: true, references: 'Courier.id' }, { name: 'mapCell', type: 'text' }, { name: 'latitude', type: 'numeric(9,6)', classification: 'pii' },
        { name: 'longitude', type: 'numeric(9,6)', classification: 'pii' }, { name: 'reportedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'FoodOrder', purpose: 'order with the prices it was accepted at and its place in the state machine', rowBytes: 2_000, store: 'record', alsoCalled: ['lunch', 'meal', 'dinner', 'delivery'], createdBy: 'place-order', retentionDays: 2_555,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'customerId', type: 'uuid', references: 'Customer.id' }, { name: 'restaurantId', type: 'uuid', references: 'Restaurant.id' },
        { name: 'courierId', type: 'uuid', nullable: true, references: 'Courier.id' },
        { name: 'state', type: 'text', values: ['placed', 'accepted', 'preparing', 'ready', 'picked_up', 'delivered', 'rejected', 'cancelled'] }, { name: 'orderLines', type: 'jsonb' },
        { name: 'deliveryAddress', type: 'jsonb', classification: 'pii' }, { name: 'currency', type: 'text' }, { name: 'subtotalMinor', type: 'bigint' }, { name: 'feeMinor', type: 'bigint' },
        { name: 'tipMinor', type: 'bigint' }, { name: 'totalMinor', type: 'bigint' }, { name: 'paymentRef', type: 'text', nullable: true }, { name: 'promisedAt', type: 'timestamptz' },
        { name: 'version', type: 'int' }, { name: 'placedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'OrderEvent', purpose: 'what happened to an order, by whom and when', rowBytes: 220, store: 'journal', createdBy: 'change-order-state', rowsPerOperation: 1.5, retentionDays: 730,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'occurredAt', type: 'timestamptz', key: true }, { name: 'orderId', type: 'uuid' }, { name: 'kind', type: 'text' },
        { name: 'actorKind', type: 'text', values: ['customer', 'restaurant', 'courier', 'system'] }, { name: 'detail', type: 'jsonb', nullable: true },
      ],
    },
    {
      name: 'DeliveryOffer', purpose: 'job offered to one courier until a deadline; may hold two orders of the same street', rowBytes: 150, store: 'record', createdBy: 'place-order', rowsPerOperation: 1.7, retentionDays: 90,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'courierId', type: 'uuid', references: 'Courier.id' }, { name: 'orderIds', type: 'uuid[]' },
        { name: 'state', type: 'text', values: ['open', 'accepted', 'declined', 'expired'] }, { name: 'payMinor', type: 'bigint' }, { name: 'expiresAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Payout', purpose: 'what a restaurant or courier gets for a period', rowBytes: 260, store: 'record', perUser: 0.02, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'partyKind', type: 'text', values: ['restaurant', 'courier'] }, { name: 'partyId', type: 'uuid' },
        { name: 'periodStart', type: 'date' }, { name: 'periodEnd', type: 'date' }, { name: 'currency', type: 'text' }, { name: 'amountMinor', type: 'bigint' },
        { name: 'state', type: 'text', values: ['open', 'sent', 'paid', 'failed'] }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
  ],
  // Shares follow one delivered order: four sessions of browsing lead to it, the courier reports every 7 s over 28 minutes (240),
  // the customer sees half of that (120), six state changes happen.
  operations: [
    {
      id: 'list-restaurants', summary: 'List restaurants that deliver to an address', actor: 'customer',
      method: 'GET', path: '/restaurants', kind: 'read', share: 0.034, requestBytes: 120, responseBytes: 30_000, latencyP99Ms: 500, entity: 'Restaurant',
      list: true, synonyms: ['browse restaurant', 'list restaurant', 'search restaurant', 'find restaurant', 'search food', 'browse store'],
    },
    {
      id: 'get-menu', summary: 'Show a menu', actor: 'customer',
      method: 'GET', path: '/restaurants/{restaurantId}/menu', kind: 'read', list: true, share: 0.0291, requestBytes: 80, responseBytes: 40_000, latencyP99Ms: 400, entity: 'MenuItem',
      synonyms: ['view menu', 'read menu', 'browse menu', 'open menu'],
    },
    {
      id: 'quote-basket', summary: 'Price a basket with fees and arrival estimate', actor: 'customer',
      method: 'POST', path: '/quotes', kind: 'write', share: 0.00728, requestBytes: 800, responseBytes: 700, latencyP99Ms: 900, entity: 'FoodOrder',
      synonyms: ['price basket', 'estimate delivery', 'view cart', 'update cart'],
      body: [{ name: 'restaurantId', type: 'uuid' }, { name: 'orderLines', type: 'jsonb' }, { name: 'deliveryAddress', type: 'jsonb', classification: 'pii' }],
      example: { restaurantId: '0192f0ca-0b1c-7d2e-8f30-4a5b6c7d8e90', orderLines: [{ menuItemId: '0192f0ca-1c2d-7e3f-9a40-5b6c7d8e9f00', quantity: 2, options: ['no onions'] }], deliveryAddress: { street: 'Lindenstr. 4', city: 'Berlin' } },
    },
    {
      id: 'place-order', summary: 'Place and pay an order', actor: 'customer',
      method: 'POST', path: '/orders', kind: 'write', share: 0.00243, requestBytes: 1_600, responseBytes: 1_000, latencyP99Ms: 2_000, entity: 'FoodOrder',
      asynchronous: true, idempotent: true, synonyms: ['place order', 'order food', 'order meal', 'submit order', 'make order', 'create order', 'order', 'deliver order'],
      body: [
        { name: 'quoteToken', type: 'text' }, { name: 'paymentMethodRef', type: 'text', classification: 'internal' }, { name: 'tipMinor', type: 'bigint', nullable: true },
        { name: 'note', type: 'text', nullable: true },
      ],
      example: { quoteToken: 'qt_5fK2mR', paymentMethodRef: 'pm_2bX9', tipMinor: 200, note: 'Second floor' },
    },
    {
      id: 'get-order', summary: 'Show an order', actor: 'customer',
      method: 'GET', path: '/orders/{orderId}', kind: 'read', share: 0.017, requestBytes: 80, responseBytes: 1_600, latencyP99Ms: 300, entity: 'FoodOrder',
      synonyms: ['view order', 'check order status', 'view status'],
    },
    {
      id: 'report-courier-location', summary: 'Report a courier position', actor: 'courier',
      method: 'STREAM', path: '/courier-locations', kind: 'stream', share: 0.5825, requestBytes: 80, responseBytes: 0, latencyP99Ms: 1_000, entity: 'CourierLocation',
      synonyms: ['report location', 'update location', 'send location', 'location update'],
    },
    {
      id: 'follow-order', summary: 'Follow courier and state live', actor: 'customer',
      method: 'STREAM', path: '/orders/{orderId}/updates', kind: 'stream', share: 0.291, requestBytes: 40, responseBytes: 150, latencyP99Ms: 1_500, entity: 'FoodOrder',
      synonyms: ['track order', 'track courier', 'follow order', 'track delivery', 'live tracking'],
    },
    {
      id: 'change-order-state', summary: 'Accept, finish, pick up, hand over or cancel', actor: 'restaurant',
      method: 'PATCH', path: '/orders/{orderId}', kind: 'write', share: 0.0146, requestBytes: 150, responseBytes: 300, latencyP99Ms: 500, entity: 'FoodOrder',
      idempotent: true, synonyms: ['accept order', 'reject order', 'prepare order', 'pick up order', 'complete delivery', 'cancel order', 'update order status'],
      body: [
        { name: 'state', type: 'text', values: ['accepted', 'preparing', 'ready', 'picked_up', 'delivered', 'rejected', 'cancelled'] }, { name: 'version', type: 'int' },
        { name: 'reason', type: 'text', nullable: true }, { name: 'prepMinutes', type: 'int', nullable: true },
      ],
      example: { state: 'accepted', version: 1, prepMinutes: 15 },
    },
    {
      id: 'answer-delivery-offer', summary: 'Accept or decline a delivery', actor: 'courier',
      method: 'PUT', path: '/delivery-offers/{offerId}/answer', kind: 'write', share: 0.00413, requestBytes: 100, responseBytes: 300, latencyP99Ms: 400, entity: 'DeliveryOffer',
      idempotent: true, synonyms: ['accept delivery', 'decline delivery', 'accept job'],
      body: [{ name: 'answer', type: 'text', values: ['accepted', 'declined'] }],
      example: { answer: 'accepted' },
    },
    {
      id: 'list-kitchen-orders', summary: 'List open orders of a kitchen', actor: 'restaurant',
      method: 'GET', path: '/restaurants/{restaurantId}/orders', kind: 'read', share: 0.00971, requestBytes: 80, responseBytes: 6_000, latencyP99Ms: 400, entity: 'FoodOrder',
      list: true, synonyms: ['view kitchen order', 'list incoming order', 'manage order'],
    },
    {
      id: 'list-my-orders', summary: 'List own orders, to repeat one', actor: 'customer',
      method: 'GET', path: '/me/orders', kind: 'read', share: 0.00243, requestBytes: 80, responseBytes: 6_000, latencyP99Ms: 400, entity: 'FoodOrder',
      list: true, synonyms: ['list order', 'view order history', 'reorder'],
    },
    {
      id: 'set-courier-state', summary: 'Begin or end a shift', actor: 'courier',
      method: 'PUT', path: '/couriers/{courierId}/state', kind: 'write', share: 0.000485, requestBytes: 80, responseBytes: 80, latencyP99Ms: 400, entity: 'Courier',
      idempotent: true, synonyms: ['start shift', 'end shift', 'go online'],
      body: [{ name: 'state', type: 'text', values: ['offline', 'available'] }],
      example: { state: 'available' },
    },
    {
      id: 'update-menu-item', summary: 'Change price or availability of a dish', actor: 'restaurant',
      method: 'PATCH', path: '/menu-items/{menuItemId}', kind: 'write', share: 0.000485, requestBytes: 400, responseBytes: 300, latencyP99Ms: 500, entity: 'MenuItem',
      idempotent: true, synonyms: ['update menu', 'edit menu', 'manage menu', 'mark sold out'],
      body: [{ name: 'priceMinor', type: 'bigint', nullable: true }, { name: 'available', type: 'boolean', nullable: true }],
      example: { available: false },
    },
    {
      id: 'record-payment-event', summary: 'Take a signed event of the payment provider', actor: 'payment provider',
      method: 'POST', path: '/payment-events', kind: 'write', share: 0.00485, requestBytes: 2_500, responseBytes: 20, latencyP99Ms: 500, entity: 'FoodOrder',
      asynchronous: true, idempotent: true, synonyms: ['receive payment event', 'confirm payment'],
      body: [{ name: 'providerEventId', type: 'text' }, { name: 'kind', type: 'text' }, { name: 'payload', type: 'jsonb' }],
      example: { providerEventId: 'evt_1PQ7zD', kind: 'payment.authorised', payload: { orderId: '0192f0ca-2d3e-7f40-8b50-6c7d8e9f0a10' } },
    },
  ],
  optional: [
    { name: 'Own couriers', words: 'courier|rider|cyclist|moped|bicycle|scooter|driver|deliver|delivered|doorstep|bring|carry|food delivery|meal delivery|grocery delivery|takeaway|takeout|delivery platform|delivery service|delivery system|delivery startup|quick commerce|last mile|last-mile|dispatch|doordash|uber eats|deliveroo|live map', operations: ['report-courier-location', 'follow-order', 'answer-delivery-offer', 'set-courier-state'], entities: ['Courier', 'CourierLocation', 'DeliveryOffer'], externals: ['maps'], mechanisms: ['geo-index', 'presence-fan-out'] },
  ],
  mainOperation: 'place-order',
  flows: [
    {
      id: 'order', title: 'A customer orders', operation: 'place-order', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'posts the priced basket with an idempotency key' },
        { from: 'api', to: 'primary-store', action: 'checks that the kitchen is open and each dish is still available at the quoted price' },
        { from: 'api', to: 'external:payments', action: 'authorises the total' },
        { from: 'api', to: 'primary-store', action: 'stores order, first event and outbox row in one transaction' },
        { from: 'api', to: 'client', action: 'returns order and promised time' },
      ],
    },
    {
      id: 'kitchen', title: 'The kitchen accepts', operation: 'change-order-state', mode: 'async',
      steps: [
        { from: 'worker', to: 'real-time', action: 'pushes the order to the kitchen’s tablet' },
        { from: 'client', to: 'api', action: 'accepts with a preparation time' },
        { from: 'worker', to: 'external:notifications', action: 'tells the customer' },
        { from: 'worker', to: 'primary-store', action: 'cancels and releases the authorisation when nobody accepts in time' },
      ],
    },
    {
      id: 'dispatch', title: 'A courier is found', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claims orders that will be ready when a courier could be there' },
        { from: 'worker', to: 'cache', action: 'reads available couriers in cells around the kitchen' },
        { from: 'worker', to: 'primary-store', action: 'creates the offer if the courier has no other open offer' },
        { from: 'worker', to: 'real-time', action: 'pushes the offer with pay and deadline' },
        { from: 'client', to: 'api', action: 'accepts; the order gets its courier by a conditional update' },
      ],
    },
    {
      id: 'track', title: 'The bag is on its way', operation: 'report-courier-location', mode: 'async',
      steps: [
        { from: 'client', to: 'real-time', action: 'sends the courier’s position every few seconds' },
        { from: 'real-time', to: 'cache', action: 'overwrites the latest position' },
        { from: 'real-time', to: 'client', action: 'pushes position and new estimate to the customers of this courier' },
      ],
    },
    {
      id: 'settle', title: 'The order is delivered', mode: 'async',
      steps: [
        { from: 'worker', to: 'external:payments', action: 'captures the authorised amount with the order id as idempotency key' },
        { from: 'worker', to: 'primary-store', action: 'books the shares of restaurant, courier and platform' },
        { from: 'worker', to: 'external:payments', action: 'sends weekly payouts per party and period' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'restaurants-for-cell', entity: 'Restaurant', purpose: 'what delivers to an address', by: ['deliveryCells', 'state'], kind: 'geo', operation: 'list-restaurants' },
    { id: 'menu-of-restaurant', entity: 'MenuItem', purpose: 'menu page', by: ['restaurantId', 'positionInMenu'], order: 'positionInMenu asc', kind: 'range', operation: 'get-menu' },
    { id: 'search-dishes', entity: 'MenuItem', purpose: 'dish search', by: ['name', 'description'], kind: 'search' },
    { id: 'order-by-id', entity: 'FoodOrder', purpose: 'order page', by: ['id'], kind: 'lookup', operation: 'get-order' },
    { id: 'open-orders-of-kitchen', entity: 'FoodOrder', purpose: 'kitchen board', by: ['restaurantId', 'state', 'placedAt'], order: 'placedAt asc', kind: 'range', operation: 'list-kitchen-orders' },
    { id: 'orders-of-customer', entity: 'FoodOrder', purpose: 'history and reorder', by: ['customerId', 'placedAt'], order: 'placedAt desc', kind: 'range', operation: 'list-my-orders' },
    { id: 'orders-to-dispatch', entity: 'FoodOrder', purpose: 'orders without a courier', by: ['state', 'promisedAt'], order: 'promisedAt asc', kind: 'queue' },
    { id: 'couriers-in-cell', entity: 'CourierLocation', purpose: 'candidates around a kitchen', by: ['mapCell'], kind: 'geo' },
    { id: 'open-offer-of-courier', entity: 'DeliveryOffer', purpose: 'one open offer per courier', by: ['courierId', 'state'], kind: 'lookup', operation: 'answer-delivery-offer' },
    { id: 'events-of-order', entity: 'OrderEvent', purpose: 'support view', by: ['orderId', 'occurredAt'], order: 'occurredAt asc', kind: 'range' },
    { id: 'payouts-of-party', entity: 'Payout', purpose: 'statements', by: ['partyId', 'periodStart'], order: 'periodStart desc', kind: 'range' },
  ],
  events: [
    { name: 'OrderPlaced', when: 'an order was paid for', entity: 'FoodOrder', consumers: ['kitchen board', 'dispatch', 'analytics'] },
    { name: 'OrderAccepted', when: 'the kitchen accepted', entity: 'FoodOrder', consumers: ['dispatch', 'customer notification'] },
    { name: 'OrderDelivered', when: 'the courier handed over', entity: 'FoodOrder', consumers: ['capture', 'payouts', 'rating request'] },
    { name: 'OrderCancelled', when: 'somebody cancelled or nobody accepted', entity: 'FoodOrder', consumers: ['refund', 'dispatch', 'customer notification'] },
  ],
  externals: [
    { id: 'payments', name: 'Payment provider', purpose: 'authorises, captures and pays out to restaurants and couriers', providers: ['Stripe Connect', 'Adyen for Platforms'], timeoutMs: 10_000, share: 0.25 },
    { id: 'maps', name: 'Maps and routing', purpose: 'travel time between kitchen, courier and customer', providers: ['Google Maps Platform', 'Mapbox', 'self-run OSRM'], timeoutMs: 2_000, share: 0.4 },
    { id: 'notifications', name: 'Push notifications', purpose: 'state changes on the phone', providers: ['Firebase Cloud Messaging', 'Apple Push Notification service'], timeoutMs: 3_000, share: 0.5, unitPrice: fact('one push message', 0, 'USD', push) },
  ],
  consistency: [
    { scope: 'order state', need: 'strong per order: transitions by a conditional update on the version', why: 'kitchen, courier and customer act on it at the same time' },
    { scope: 'menu', need: 'at most a minute stale while browsing, checked again when the order is placed', why: 'the kitchen knows what has run out' },
    { scope: 'courier assignment', need: 'strong: one open offer per courier', why: 'two kitchens must not wait for the same courier' },
    { scope: 'position', need: 'the newest wins', why: 'a lost report is replaced seconds later' },
  ],
  needs: ['transactions', 'conditional-write', 'geo', 'full-text', 'long-lived-connections', 'work-queue', 'delayed-delivery', 'append-heavy'],
  defaults: [
    { key: 'rpo', value: interval(0, 60, 3_600), unit: 's', reason: 'an order that is gone is a meal nobody cooks' },
    { key: 'users.concurrent', subject: 'courier', value: interval(20, 200, 3_000), unit: 'count', reason: 'one city at dinner time' },
    { key: 'duration', subject: 'delivery', value: interval(1_200, 2_000, 3_600), unit: 's', reason: 'from order to door' },
    { key: 'ratio', subject: 'sessions-per-order', value: interval(2, 4, 10), unit: 'ratio', reason: 'most who look do not order' },
    { key: 'retention', subject: 'food-order', value: interval(1_825 * SECONDS_PER_DAY, 2_555 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY), unit: 's', reason: 'accounting records' },
    { key: 'retention', subject: 'order-event', value: interval(180 * SECONDS_PER_DAY, 730 * SECONDS_PER_DAY, 1_095 * SECONDS_PER_DAY), unit: 's', reason: 'complaints and disputes with couriers' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'a lost dinner hour is a tenth of the week’s sales' },
  ],
  operationsPerUserPerDay: assumption('requests and position messages per daily customer', interval(30, 100, 200), 'count', 'one session in four ends in an order, and an order causes about 410 messages'),
  peakFactor: assumption('peak ÷ mean of orders', interval(4, 6, 12), 'ratio', 'lunch and dinner take most of the day’s orders; rain or a final doubles it'),
  jobs: {
    perMainOperation: assumption('jobs per order', interval(6, 10, 16), 'count', 'kitchen push, dispatch rounds, notices, capture, payout lines'),
    seconds: assumption('seconds a job holds a worker', interval(0.1, 0.4, 2), 's', 'routing and payment calls wait'),
    bytes: assumption('job message', interval(200, 500, 2_000), 'B', 'ids, cell and deadline'),
  },
  risks: [
    { risk: 'dinner time grows faster than capacity is added', failureModes: ['cascading-overload', 'autoscaler-lag'] },
    { risk: 'a tablet in a kitchen is offline and orders are paid but not cooked', failureModes: ['queue-backlog', 'external-provider-outage'] },
    { risk: 'a connection node dies and all couriers of a zone reconnect', failureModes: ['websocket-node-loss', 'thundering-herd'] },
    { risk: 'a charge times out and its outcome is unknown', failureModes: ['payment-ambiguous'] },
    { risk: 'a promotion sends everybody to one restaurant', failureModes: ['hot-key', 'cache-stampede'] },
    { risk: 'two dispatchers give one order to two couriers', failureModes: ['split-brain'] },
  ],
  mechanisms: ['geo-index', 'presence-fan-out', 'saga-compensation', 'transactional-outbox', 'idempotency-key', 'guarded-transition', 'price-snapshot', 'cache-invalidation', 'request-coalescing', 'backpressure-and-shedding', 'lease-with-fencing', 'inbox-deduplication', 'cell-isolation', 'double-entry-ledger'],
  questions: [
    { id: 'orders', question: 'How many orders are placed on a busy day?', default: '3,000 a day', changes: 'everything grows with it', key: 'volume', subject: 'place-order', priority: 1 },
    { id: 'peak', question: 'How many times the daily mean is the busiest hour?', default: '6', changes: 'capacity for dinner time, idle the rest of the day', key: 'peak-factor', priority: 1 },
    { id: 'couriers', question: 'Do own couriers deliver, or do restaurants?', default: 'own couriers', changes: 'dispatch and live positions, or neither', key: 'capability', subject: 'own-couriers', priority: 2 },
    { id: 'cities', question: 'In how many cities does it run?', default: '1', changes: 'cells with their own stores', key: 'population', subject: 'city', priority: 2 },
    { id: 'payout', question: 'How often are restaurants and couriers paid?', default: '7 days', changes: 'ledger and provider', key: 'duration', subject: 'payout-period', priority: 3 },
    { id: 'scheduled', question: 'Can orders be placed for later, or several be carried together?', default: 'not at first', changes: 'dispatcher', key: 'capability', subject: 'scheduled-orders', priority: 4 },
  ],
  nonGoals: [
    'own routing engine',
    'machine-learned preparation times',
    'courier shift planning',
    'loyalty programme',
  ],
  sources: [systemDesign, yelp, caseStudy, push],
});
