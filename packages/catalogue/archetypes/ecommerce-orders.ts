import { assumption, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'ecommerce-orders', name: 'E-commerce catalogue and orders', context: 'Shop',
  summary: 'many people browse, few buy: a cacheable catalogue around a small core of cart, stock, order and payment in which nothing may be lost or sold twice',
  triggers: {
    strong: ['online pharmacy', 'online supermarket', 'e-commerce', 'ecommerce', 'online store', 'online shop', 'web shop', 'checkout', 'shopping cart', 'order management', 'storefront', 'marketplace', 'amazon shop', 'shopify clone', 'like shopify', 'clone of shopify', 'design shopify', 'build shopify', 'etsy clone', 'like etsy', 'clone of etsy', 'design etsy', 'build etsy'],
    weak: ['catalog', 'catalogue', 'product', 'coupon', 'shipping', 'sku', 'order', 'cart', 'refund'],
    exclude: ['food delivery', 'auction', 'subscription only'],
    signs: [
      ['sell|buy|order|purchase|shop', 'internet|online|web|website', 'pay|bag|basket|trolley|cart|browse|look through|choose|card|variety|delivery|parcel'],
    ],
    facets: [
      { must: 2, need: 5, groups: ['sell|buy|shop|purchase|order', 'web|online|internet|website|basket|cart|trolley|own page|own site', 'pay|card|payment|checkout', 'post|ship|parcel|send back|return|pack|wrap|hand to the post|hands them|send out|deliver', 'size|colour|choose|pick|price|product|model|@person'] },
      { must: 4, need: 4, groups: ['sell|buy', 'pick|choose|browse|basket|cart|trolley|look through|order', 'pay|card|checkout|check out', 'parcel|ship|post|send back|return|package|shipping|arrive|track|refund|delivery'] },
      { must: 3, need: 3, groups: ['basket|cart|trolley', 'pay|card|checkout|check out|order', 'pick|choose|put|add|browse|product|colour|size|parcel'] },
    ],
  },
  entities: [
    {
      name: 'Product', purpose: 'what a shopper looks at; its page and its search entry are derived from this row', store: 'record', alsoCalled: ['tea', 'teapot', 'furniture', 'part', 'spare part', 'good', 'meal', 'flower', 'book'], rowBytes: 3_000, createdBy: 'save-product', rowsPerOperation: 0.1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'slug', type: 'text', unique: true },
        { name: 'categoryId', type: 'uuid', references: 'Category.id' }, { name: 'title', type: 'text' }, { name: 'description', type: 'text' },
        { name: 'attributes', type: 'jsonb' }, { name: 'popularity', type: 'int' },
        { name: 'status', type: 'text', values: ['draft', 'active', 'archived'] }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Category', purpose: 'a node of the shop’s tree, with the facets that apply below it', store: 'record', rowBytes: 400,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'parentId', type: 'uuid', nullable: true, references: 'Category.id' },
        { name: 'slug', type: 'text', unique: true }, { name: 'facets', type: 'jsonb' },
      ],
    },
    {
      name: 'Variant', purpose: 'the thing that is sold: one size and colour with a price', store: 'record', alsoCalled: ['variety', 'article', 'size'], rowBytes: 300, createdBy: 'save-product', rowsPerOperation: 0.5,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'productId', type: 'uuid', references: 'Product.id' },
        { name: 'sku', type: 'text', unique: true }, { name: 'priceMinor', type: 'bigint' }, { name: 'currency', type: 'char(3)' },
        { name: 'options', type: 'jsonb' },
      ],
    },
    {
      name: 'StockLevel', purpose: 'units of a variant in one place: on hand, and promised to open orders', store: 'record', rowBytes: 90, createdBy: 'save-product', rowsPerOperation: 0.5,
      fields: [
        { name: 'variantId', type: 'uuid', key: true, references: 'Variant.id' }, { name: 'locationId', type: 'uuid', key: true },
        { name: 'onHand', type: 'int' }, { name: 'reserved', type: 'int' }, { name: 'version', type: 'int' },
      ],
    },
    {
      name: 'StockReservation', purpose: 'units held for an order until it is paid or the hold runs out', store: 'record', rowBytes: 130, createdBy: 'place-order', rowsPerOperation: 2.5, retentionDays: 30,
      fields: [
        { name: 'orderId', type: 'uuid', key: true, references: 'Order.id' },
        { name: 'variantId', type: 'uuid', key: true, references: 'Variant.id' }, { name: 'locationId', type: 'uuid', key: true },
        { name: 'quantity', type: 'int' }, { name: 'state', type: 'text', values: ['held', 'consumed', 'released'] },
        { name: 'expiresAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Cart', purpose: 'what a visitor means to buy; prices in it are a display, not a promise', store: 'record', alsoCalled: ['bag', 'basket', 'trolley'], rowBytes: 300, createdBy: 'add-cart-item', rowsPerOperation: 0.35, retentionDays: 30,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'customerId', type: 'uuid', nullable: true, references: 'Customer.id' },
        { name: 'currency', type: 'char(3)' }, { name: 'expiresAt', type: 'timestamptz' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'CartItem', purpose: 'one variant in a cart', store: 'record', rowBytes: 110, createdBy: 'add-cart-item', rowsPerOperation: 0.9, retentionDays: 30,
      fields: [
        { name: 'cartId', type: 'uuid', key: true, references: 'Cart.id' }, { name: 'variantId', type: 'uuid', key: true, references: 'Variant.id' },
        { name: 'quantity', type: 'int' }, { name: 'addedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Customer', purpose: 'a buyer with contact and delivery data', store: 'record', alsoCalled: ['shopper', 'family', 'household', 'visitor'], rowBytes: 700, perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'email', type: 'text', unique: true, classification: 'pii' },
        { name: 'name', type: 'text', classification: 'pii' }, { name: 'addresses', type: 'jsonb', classification: 'pii' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Order', purpose: 'the contract: lines, prices, tax and address as they were when the buyer agreed', store: 'record', alsoCalled: ['box', 'purchase', 'parcel'], rowBytes: 1_100, createdBy: 'place-order', rowsPerOperation: 1, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'number', type: 'text', unique: true },
        { name: 'customerId', type: 'uuid', references: 'Customer.id' },
        { name: 'status', type: 'text', values: ['pending', 'paid', 'packed', 'shipped', 'delivered', 'cancelled', 'refunded'] },
        { name: 'totalMinor', type: 'bigint' }, { name: 'taxMinor', type: 'bigint' }, { name: 'currency', type: 'char(3)' },
        { name: 'shippingAddress', type: 'jsonb', classification: 'pii' }, { name: 'idempotencyKey', type: 'text', unique: true },
        { name: 'placedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'OrderLine', purpose: 'one variant of an order at the price that was agreed', store: 'record', rowBytes: 170, createdBy: 'place-order', rowsPerOperation: 2.5, retentionDays: 3_650,
      fields: [
        { name: 'orderId', type: 'uuid', key: true, references: 'Order.id' }, { name: 'lineNumber', type: 'smallint', key: true },
        { name: 'variantId', type: 'uuid', references: 'Variant.id' }, { name: 'title', type: 'text' }, { name: 'quantity', type: 'int' },
        { name: 'unitPriceMinor', type: 'bigint' },
      ],
    },
    {
      name: 'Payment', purpose: 'one attempt to collect the money; holds the provider’s reference, never a card number', store: 'record', rowBytes: 380, createdBy: 'place-order', rowsPerOperation: 1.1, retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'orderId', type: 'uuid', references: 'Order.id' }, { name: 'provider', type: 'text' },
        { name: 'providerReference', type: 'text', nullable: true, unique: true },
        { name: 'status', type: 'text', values: ['created', 'requires-action', 'authorised', 'captured', 'failed', 'refunded'] },
        { name: 'amountMinor', type: 'bigint' }, { name: 'currency', type: 'char(3)' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'OrderEvent', purpose: 'everything that happened to an order, by whom, in order', store: 'journal', rowBytes: 350, createdBy: 'place-order', rowsPerOperation: 6, retentionDays: 3_650,
      fields: [
        { name: 'orderId', type: 'uuid', key: true }, { name: 'occurredAt', type: 'timestamptz', key: true },
        { name: 'sequence', type: 'smallint', key: true }, { name: 'kind', type: 'text' }, { name: 'actor', type: 'text' },
        { name: 'detail', type: 'jsonb' },
      ],
    },
    {
      name: 'ProductImage', purpose: 'a picture in the object store with its sizes', store: 'blob', rowBytes: 400_000, createdBy: 'save-product', rowsPerOperation: 0.4,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'productId', type: 'uuid', references: 'Product.id' },
        { name: 'objectKey', type: 'text', unique: true }, { name: 'position', type: 'smallint' }, { name: 'sizeBytes', type: 'bigint' },
      ],
    },
  ],
  // A visitor causes some 25 requests, one in eight fills a cart, one in 27 buys: 670 requests for each order.
  operations: [
    {
      id: 'list-products', summary: 'Page through a category with facets', actor: 'shopper', method: 'GET', path: '/products', kind: 'read', share: 0.34,
      requestBytes: 200, responseBytes: 25_000, latencyP99Ms: 400, entity: 'Product', list: true,
      synonyms: ['browse product', 'list product', 'browse catalogue', 'browse catalog', 'view category', 'filter product'],
    },
    {
      id: 'get-product', summary: 'Show one product with variants, price and whether it can be bought', actor: 'shopper', method: 'GET', path: '/products/{productId}', kind: 'read', share: 0.42,
      requestBytes: 100, responseBytes: 15_000, latencyP99Ms: 300, entity: 'Product',
      synonyms: ['view product', 'get product', 'product page', 'see product', 'view item'],
    },
    {
      id: 'search-products', summary: 'Find products by words, with facets', actor: 'shopper', method: 'GET', path: '/products/search', kind: 'read', share: 0.163,
      requestBytes: 200, responseBytes: 20_000, latencyP99Ms: 500, entity: 'Product', list: true,
      synonyms: ['search product', 'find product', 'search catalogue', 'search catalog', 'search item'],
    },
    {
      id: 'add-cart-item', summary: 'Put a variant in the cart or change its quantity', actor: 'shopper', method: 'PUT', path: '/carts/{cartId}/items/{variantId}', kind: 'write', share: 0.008,
      requestBytes: 300, responseBytes: 2_000, latencyP99Ms: 400, entity: 'CartItem', idempotent: true,
      synonyms: ['add to cart', 'add cart item', 'add item', 'update cart', 'fill cart'],
      body: [{ name: 'quantity', type: 'int' }], example: { quantity: 2 },
    },
    {
      id: 'get-cart', summary: 'Show the cart, priced afresh', actor: 'shopper', method: 'GET', path: '/carts/{cartId}', kind: 'read', share: 0.02,
      requestBytes: 100, responseBytes: 3_000, latencyP99Ms: 300, entity: 'Cart',
      synonyms: ['view cart', 'get cart', 'open basket'],
    },
    {
      id: 'place-order', summary: 'Price the cart again, reserve stock, create the order and start the payment', actor: 'shopper', method: 'POST', path: '/orders', kind: 'write', share: 0.0015,
      requestBytes: 2_000, responseBytes: 1_500, latencyP99Ms: 2_500, entity: 'Order', idempotent: true,
      synonyms: ['place order', 'check out', 'checkout', 'create order', 'buy product', 'purchase item', 'submit order', 'sell product'],
      body: [
        { name: 'cartId', type: 'uuid', references: 'Cart.id' }, { name: 'email', type: 'text', classification: 'pii' },
        { name: 'shippingAddress', type: 'jsonb', classification: 'pii' },
        { name: 'shippingMethod', type: 'text', values: ['standard', 'express', 'pickup'] },
        { name: 'paymentToken', type: 'text', classification: 'secret' }, { name: 'expectedTotalMinor', type: 'bigint' },
      ],
      example: { cartId: '0197a5e0-90f2-7d14-8a41-2f8b8f0f6a10', email: 'kim@example.com', shippingAddress: { name: 'Kim Lind', line1: 'Storgatan 4', postcode: '11122', city: 'Stockholm', country: 'SE' }, shippingMethod: 'standard', paymentToken: 'tok_4kR2', expectedTotalMinor: 12_990 },
    },
    {
      id: 'record-payment-event', summary: 'Take a signed event of the payment provider', actor: 'provider', method: 'POST', path: '/payments/{provider}/events', kind: 'write', share: 0.0017,
      requestBytes: 2_500, responseBytes: 20, latencyP99Ms: 800, entity: 'Payment', asynchronous: true, idempotent: true,
      synonyms: ['confirm payment', 'process payment', 'take payment', 'handle payment webhook', 'pay order'],
      body: [{ name: 'eventId', type: 'text' }, { name: 'type', type: 'text' }, { name: 'providerReference', type: 'text' }, { name: 'occurredAt', type: 'timestamptz' }],
      example: { eventId: 'evt_1Q9x', type: 'payment.captured', providerReference: 'pi_3Nf8', occurredAt: '2026-03-02T09:14:07Z' },
    },
    {
      id: 'list-orders', summary: 'Page through a buyer’s orders', actor: 'shopper', method: 'GET', path: '/orders', kind: 'read', share: 0.02,
      requestBytes: 150, responseBytes: 8_000, latencyP99Ms: 500, entity: 'Order', list: true,
      synonyms: ['list order', 'view order history', 'browse order', 'manage order'],
    },
    {
      id: 'get-order', summary: 'Show one order and where it is', actor: 'shopper', method: 'GET', path: '/orders/{orderId}', kind: 'read', share: 0.025,
      requestBytes: 120, responseBytes: 3_000, latencyP99Ms: 300, entity: 'Order',
      synonyms: ['track order', 'view order', 'get order', 'check order status'],
    },
    {
      id: 'cancel-order', summary: 'Cancel before packing or ask for a refund after', actor: 'shopper', method: 'POST', path: '/orders/{orderId}/cancellation', kind: 'write', share: 0.0002,
      requestBytes: 300, responseBytes: 300, latencyP99Ms: 1_500, entity: 'Order', idempotent: true, asynchronous: true,
      synonyms: ['cancel order', 'return product', 'refund order', 'return item'],
      body: [{ name: 'reason', type: 'text', values: ['changed-mind', 'too-late', 'damaged', 'other'] }], example: { reason: 'changed-mind' },
    },
    {
      id: 'save-product', summary: 'Create or change a product with its variants', actor: 'merchant', method: 'POST', path: '/admin/products', kind: 'write', share: 0.0006,
      requestBytes: 6_000, responseBytes: 3_000, latencyP99Ms: 1_500, entity: 'Product',
      synonyms: ['create product', 'add product', 'manage product', 'list item for sale', 'update price', 'manage catalogue', 'manage inventory'],
      body: [
        { name: 'title', type: 'text' }, { name: 'description', type: 'text' }, { name: 'categoryId', type: 'uuid', references: 'Category.id' },
        { name: 'attributes', type: 'jsonb' }, { name: 'variants', type: 'jsonb' },
      ],
      example: { title: 'Merino base layer', description: 'Long sleeves, 190 g/m².', categoryId: '0197a5e1-0000-7c00-9000-000000000012', attributes: { material: 'merino' }, variants: [{ sku: 'MB-190-M', priceMinor: 6_495, currency: 'EUR', options: { size: 'M' } }] },
    },
  ],
  mainOperation: 'place-order',
  flows: [
    {
      id: 'browse-product', title: 'Show a product page', operation: 'get-product', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'GET the product; most requests end at the edge cache' },
        { from: 'api', to: 'cache', action: 'read the rendered product, letting one request per key refill a miss' },
        { from: 'api', to: 'primary-store', action: 'load product, variants and stock level on a miss' },
        { from: 'api', to: 'client', action: 'answer with a cache lifetime of a minute' },
      ],
    },
    {
      id: 'place-order', title: 'Place an order', operation: 'place-order', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the cart with an Idempotency-Key and the total the buyer saw' },
        { from: 'api', to: 'primary-store', action: 'price the cart again; answer 409 with the new total if it differs' },
        { from: 'api', to: 'primary-store', action: 'in one transaction raise `reserved` where enough is free, insert order, lines, reservations, payment and outbox row' },
        { from: 'api', to: 'external:payment', action: 'create the payment with the order’s idempotency key, outside the transaction' },
        { from: 'api', to: 'client', action: 'answer with the order number and what the payment still needs' },
      ],
    },
    {
      id: 'settle-payment', title: 'Settle the payment', operation: 'record-payment-event', mode: 'async',
      steps: [
        { from: 'external:payment', to: 'api', action: 'POST a signed event' },
        { from: 'api', to: 'queue', action: 'check the signature and enqueue it' },
        { from: 'queue', to: 'worker', action: 'lease one event' },
        { from: 'worker', to: 'primary-store', action: 'move payment and order forward once per event id, and consume or release the reservation in the same transaction' },
      ],
    },
    {
      id: 'after-order', title: 'Do everything that follows an order', operation: 'place-order', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claim outbox rows in commit order' },
        { from: 'worker', to: 'queue', action: 'enqueue one message per follow-up' },
        { from: 'worker', to: 'external:email', action: 'send the order confirmation' },
        { from: 'worker', to: 'external:carrier', action: 'hand the packed order to the carrier and store the tracking number' },
        { from: 'worker', to: 'search-store', action: 'update availability in the search index' },
      ],
    },
    {
      id: 'release-reservations', title: 'Release unpaid stock', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'take reservations past their deadline, skipping rows another worker holds' },
        { from: 'worker', to: 'external:payment', action: 'cancel the open payment first, so that it cannot be captured later' },
        { from: 'worker', to: 'primary-store', action: 'lower `reserved` and cancel the order in one transaction' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'product-by-id', entity: 'Product', purpose: 'product page', by: ['id'], kind: 'lookup', operation: 'get-product' },
    { id: 'variants-of-product', entity: 'Variant', purpose: 'what can be bought of a product', by: ['productId'], kind: 'lookup', operation: 'get-product' },
    { id: 'products-of-category', entity: 'Product', purpose: 'listing, most popular first', by: ['categoryId', 'status', 'popularity'], order: 'popularity desc', kind: 'range', operation: 'list-products' },
    { id: 'products-by-words', entity: 'Product', purpose: 'search over title and description', by: ['title', 'description'], kind: 'search', operation: 'search-products' },
    { id: 'items-of-cart', entity: 'CartItem', purpose: 'contents of a cart', by: ['cartId'], kind: 'lookup', operation: 'get-cart' },
    { id: 'stock-to-reserve', entity: 'StockLevel', purpose: 'conditional update while an order is placed', by: ['variantId', 'locationId'], kind: 'lookup', operation: 'place-order' },
    { id: 'orders-of-customer', entity: 'Order', purpose: 'order history, newest first', by: ['customerId', 'placedAt'], order: 'placedAt desc', kind: 'range', operation: 'list-orders' },
    { id: 'lines-of-order', entity: 'OrderLine', purpose: 'what an order contains', by: ['orderId', 'lineNumber'], order: 'lineNumber asc', kind: 'lookup', operation: 'get-order' },
    { id: 'fulfilment-queue', entity: 'Order', purpose: 'paid orders waiting to be packed, oldest first', by: ['status', 'placedAt'], order: 'placedAt asc', kind: 'queue' },
    { id: 'expired-reservations', entity: 'StockReservation', purpose: 'holds past their deadline', by: ['state', 'expiresAt'], order: 'expiresAt asc', kind: 'queue' },
    { id: 'payment-by-reference', entity: 'Payment', purpose: 'match a provider event', by: ['providerReference'], kind: 'lookup', operation: 'record-payment-event' },
    { id: 'history-of-order', entity: 'OrderEvent', purpose: 'support and audit view', by: ['orderId', 'occurredAt'], order: 'occurredAt asc', kind: 'range' },
  ],
  events: [
    { name: 'OrderPlaced', when: 'order, lines and reservations are committed', entity: 'Order', consumers: ['payments', 'notifications', 'analytics'] },
    { name: 'OrderPaid', when: 'the provider confirms the capture', entity: 'Order', consumers: ['fulfilment', 'notifications', 'accounting'] },
    { name: 'OrderShipped', when: 'the carrier has taken the parcel', entity: 'Order', consumers: ['notifications'] },
    { name: 'OrderCancelled', when: 'an order ends before it is packed', entity: 'Order', consumers: ['inventory', 'notifications', 'accounting'] },
    { name: 'StockDepleted', when: 'nothing of a variant is free any more', entity: 'StockLevel', consumers: ['search', 'purchasing'] },
    { name: 'ProductChanged', when: 'a product, variant or price is saved', entity: 'Product', consumers: ['search', 'edge-cache'] },
  ],
  externals: [
    { id: 'payment', name: 'Payment provider', purpose: 'collects card data on its own page and moves the money', providers: ['Stripe', 'Adyen', 'Mollie'], timeoutMs: 10_000, share: 0.2 },
    { id: 'email', name: 'E-mail provider', purpose: 'order confirmation and shipping notice', providers: ['Amazon SES', 'SendGrid', 'Postmark'], timeoutMs: 5_000, share: 0.5 },
    { id: 'carrier', name: 'Carrier', purpose: 'labels, pickup and tracking', providers: ['EasyPost', 'Shippo', 'Sendcloud'], timeoutMs: 10_000, share: 0.2 },
    { id: 'tax', name: 'Tax calculation', purpose: 'rate by address and goods; a cached table answers when it is down', providers: ['Stripe Tax', 'Avalara'], timeoutMs: 2_000 },
  ],
  consistency: [
    { scope: 'stock and order', need: 'strong for each variant', why: 'two buyers must not be promised the last unit' },
    { scope: 'payment', need: 'exactly-once effects, reconciled with the provider every day', why: 'an event that is lost or repeated is money' },
    { scope: 'catalogue pages', need: 'eventual within a minute; the price is checked again at checkout', why: 'reads outnumber changes by orders of magnitude' },
    { scope: 'search index', need: 'eventual within 30 seconds', why: 'derived from the product rows and can be rebuilt' },
    { scope: 'cart', need: 'read-your-writes', why: 'an item that vanishes after a click is a lost sale' },
  ],
  needs: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'full-text', 'object-storage', 'work-queue', 'delayed-delivery', 'dead-letter'],
  defaults: [
    { key: 'rpo', value: interval(0, 60, 3_600), unit: 's', reason: 'an order that was confirmed and is gone is a customer who paid for nothing' },
    { key: 'retention', subject: 'order', value: interval(6 * 365 * SECONDS_PER_DAY, 10 * 365 * SECONDS_PER_DAY, 10 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'commercial and tax law of most countries asks for six to ten years of order records' },
    { key: 'retention', subject: 'cart', value: interval(7 * SECONDS_PER_DAY, 30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY), unit: 's', reason: 'a forgotten cart is rarely bought after a month' },
    { key: 'duration', subject: 'stock-reservation', value: interval(600, 900, 1_800), unit: 's', reason: 'long enough for a bank’s second factor, short enough not to hide stock' },
    { key: 'population', subject: 'product', value: interval(500, 20_000, 1_000_000), unit: 'count', reason: 'a medium shop; decides whether the database’s own search is enough' },
    { key: 'read-write-ratio', value: interval(20, 82, 200), unit: 'ratio', reason: 'browsing against carts and orders', source: { title: 'System Design Primer: sales rank exercise', url: 'https://github.com/donnemartin/system-design-primer/blob/ae9bbd7/solutions/system_design/sales_rank/README.md', asOf: '2026-03-19', confidence: 'C', note: '100:1 in the exercise' } },
    { key: 'ratio', subject: 'lines-per-order', value: interval(1.5, 2.5, 6), unit: 'ratio', reason: 'small baskets outside groceries' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'every minute down is turnover lost, browsing can be served from the edge meanwhile' },
    { key: 'population', subject: 'category', value: interval(20, 300, 5000), unit: 'count', reason: 'a tree of three or four levels' },
    { key: 'population', subject: 'seller', value: interval(1, 1, 10000), unit: 'count', reason: 'one merchant unless a marketplace is asked for' },
  ],
  operationsPerUserPerDay: assumption('API requests a daily visitor causes', interval(10, 25, 60), 'count', 'a visit of ten or so pages, each with a few calls that pass the edge cache'),
  peakFactor: assumption('peak ÷ mean', interval(2, 3, 20), 'ratio', 'evening shopping gives about 3; a sale or drop is announced, so its factor is the brief’s to state (Shopify’s 2024 sale weekend: busiest minute 1.4 × an already raised mean)'),
  jobs: {
    perMainOperation: assumption('follow-up jobs of an order', interval(3, 5, 8), 'count', 'payment event, confirmation, carrier, search, analytics'),
    seconds: assumption('time a follow-up holds a worker', interval(0.1, 0.3, 1), 's', 'one call to a provider and one transaction'),
    bytes: assumption('message on the queue', interval(300, 800, 3_000), 'B', 'ids and event name; details are read from the order'),
  },
  risks: [
    { risk: 'a drop sends everyone at the same stock row', failureModes: ['db-lock-contention', 'hot-key'] },
    { risk: 'the payment call times out and nobody knows whether money moved', failureModes: ['payment-ambiguous', 'slow-dependency', 'external-provider-outage'] },
    { risk: 'a launch empties the cache and all misses reach the database', failureModes: ['cache-stampede', 'thundering-herd', 'db-connection-exhaustion'] },
    { risk: 'an order is stored but warehouse and buyer never hear of it', failureModes: ['dual-write-loss'] },
    { risk: 'search sells what is gone and hides what is there', failureModes: ['search-index-drift', 'stale-cache'] },
  ],
  mechanisms: ['inventory-reservation', 'price-snapshot', 'idempotency-key', 'change-data-capture', 'transactional-outbox', 'saga-compensation', 'request-coalescing', 'cache-invalidation', 'connection-pooling', 'exactly-once-effects', 'batch-loading', 'leased-scheduler', 'cursor-pagination', 'inverted-index'],
  questions: [
    { id: 'orders', question: 'How many orders a day, and how far above that does the largest sale go?', default: '2,000 orders per day', changes: 'how stock is reserved, and whether checkout needs a waiting room', key: 'volume', subject: 'place-order', priority: 1 },
    { id: 'sale-peak', question: 'What is the busiest hour against the average hour of an ordinary day?', default: '10', changes: 'instances held ready and the edge cache', key: 'peak-factor', priority: 2 },
    { id: 'catalogue-size', question: 'How many products are there?', default: '20,000 products', changes: 'the database’s own search, or a search engine beside it', key: 'population', subject: 'product', priority: 3 },
    { id: 'hold-time', question: 'How long is stock held for an unpaid order?', default: '15 minutes', changes: 'how much stock a sale hides, and the sweep that releases it', key: 'duration', subject: 'stock-reservation', priority: 4 },
    { id: 'sellers', question: 'How many independent sellers offer goods?', default: '1', changes: 'tenant isolation, split payouts and a ledger', key: 'population', subject: 'seller', priority: 5 },
    { id: 'card-data', question: 'Does any card number reach your own servers?', default: 'no', changes: 'the scope of PCI DSS: a hosted payment page keeps it smallest', key: 'compliance', priority: 6 },
  ],
  nonGoals: ['warehouse robotics and picking routes', 'recommendation models', 'accounting beyond an export', 'point of sale in shops'],
  sources: [
    { title: 'Shopify Engineering: readiness for the 2025 sale weekend', url: 'https://shopify.engineering/bfcm-readiness-2025', asOf: '2025-11', confidence: 'A', note: '284 M edge and 80 M application requests a minute at peak in 2024' },
    { title: 'dotnet/eShop reference application', url: 'https://github.com/dotnet/eShop/tree/5624ad5/src', asOf: '2026-01-06', confidence: 'A' },
    { title: 'GoogleCloudPlatform/microservices-demo', url: 'https://github.com/GoogleCloudPlatform/microservices-demo/tree/34ffea9', asOf: '2026-08-11', confidence: 'A' },
    { title: 'medusajs/medusa commerce modules', url: 'https://github.com/medusajs/medusa/tree/59e6747/packages/modules', asOf: '2024-10-24', confidence: 'A' },
    { title: 'System Design Primer: sales rank', url: 'https://github.com/donnemartin/system-design-primer/blob/ae9bbd7/solutions/system_design/sales_rank/README.md', asOf: '2026-03-19', confidence: 'C' },
  ],
});
