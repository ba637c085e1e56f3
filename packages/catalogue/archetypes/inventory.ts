import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const medusa: Source = {
  title: 'medusajs/medusa, inventory and stock-location modules', url: 'https://github.com/medusajs/medusa/tree/59e6747/packages/modules', asOf: '2024-10-24', confidence: 'B', note: 'levels per item and location with stocked and reserved quantity',
};
const eshop: Source = { title: 'dotnet/eShop reference application', url: 'https://github.com/dotnet/eShop/tree/5624ad5/src', asOf: '2026-01-06', confidence: 'B' };

export default defineArchetype({
  id: 'inventory', name: 'Inventory and warehouse', context: 'Inventory',
  summary: 'knows what lies where, books every movement, reserves stock for orders without promising it twice, counts, replenishes and tells the sales channels',
  triggers: {
    strong: ['inventory', 'warehouse', 'stock management', 'stock level', 'wms', 'fulfilment', 'fulfillment', 'stock keeping', 'stock control', 'goods receipt'],
    weak: ['sku', 'stock', 'supplier', 'barcode', 'replenishment', 'picking', 'transfer', 'purchase order', 'shelf', 'pallet'],
    exclude: ['hotel availability', 'ad inventory', 'seat inventory', 'asset inventory of servers'],
    signs: [
      ['how many|how much|count|quantity|number', 'lie|rack|shelf|bin|storeroom|workshop|depot|where|warehouse|cupboard|van', 'part|item|article|bandage|material|piece|good|spare|bottle|medicine|tool|component'],
      ['reorder|order more|more ordered|replenish|run out|running out|restock|expire', 'part|item|rack|stock|supplier|storeroom|bandage|material|shelf|spare|workshop|medicine|depot|component'],
      ['warehouse|depot|storeroom', 'pack|pick|count|receive'],
    ],
    facets: [
      { must: 4, need: 4, groups: ['where|how many|how much|count|quantity', 'hang|lie|stand|store|shelf|hall|rack|depot|cellar|warehouse|storeroom|cupboard|left|on hand|in stock', 'buy again|reorder|order more|run out|replenish|restock|missing|low|expire|refill|top up|order too late|too late|order in time|used up', '@goods|prop|instrument|uniform|bulb|oil|sugar|grain'] },
      { must: 4, need: 4, groups: ['count|how many|how much|stock|quantity|level|number', 'expiry date|expire|run out|run low|running low|promise|reserve|top up|topped up|reorder|order more|replenish|refill|restock|go bad|best before', 'store|cellar|depot|shelf|storeroom|van|warehouse|rack|ambulance|truck|workshop|barn|cupboard|fridge|branch|yard|hangar|cabinet|basement', '@goods'] },
    ],
  },
  entities: [
    {
      name: 'Item', purpose: 'article as it is stocked: number, unit, how it is tracked', rowBytes: 700, store: 'record', alsoCalled: ['part', 'spare part', 'article', 'bandage', 'material', 'component', 'tool'], createdBy: 'create-item',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'sku', type: 'text', unique: true }, { name: 'title', type: 'text' }, { name: 'barcode', type: 'text', nullable: true },
        { name: 'unitOfMeasure', type: 'text' }, { name: 'tracking', type: 'text', values: ['none', 'lot', 'serial'] }, { name: 'attributes', type: 'jsonb' },
        { name: 'reorderPoint', type: 'numeric(20,4)', nullable: true }, { name: 'safetyStock', type: 'numeric(20,4)' }, { name: 'archived', type: 'boolean' },
        { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Site', purpose: 'warehouse or shop', rowBytes: 300, store: 'record', alsoCalled: ['workshop', 'warehouse', 'depot', 'storeroom', 'van', 'store', 'branch'],
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'code', type: 'text', unique: true }, { name: 'name', type: 'text' }, { name: 'address', type: 'jsonb' },
        { name: 'timeZone', type: 'text' }, { name: 'active', type: 'boolean' },
      ],
    },
    {
      name: 'Bin', purpose: 'place inside a site where stock lies', rowBytes: 200, store: 'record', alsoCalled: ['rack', 'shelf', 'cupboard', 'drawer'],
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'siteId', type: 'uuid', references: 'Site.id' }, { name: 'code', type: 'text' },
        { name: 'kind', type: 'text', values: ['receiving', 'storage', 'picking', 'packing', 'quarantine'] }, { name: 'sortKey', type: 'int' },
      ],
    },
    {
      name: 'StockLevel', purpose: 'quantity of an item in a bin and lot: on hand and promised. Available is the difference and never falls below zero', rowBytes: 130, store: 'record', createdBy: 'create-item', rowsPerOperation: 4,
      fields: [
        { name: 'itemId', type: 'uuid', key: true, references: 'Item.id' }, { name: 'binId', type: 'uuid', key: true, references: 'Bin.id' }, { name: 'lotNumber', type: 'text', key: true },
        { name: 'onHand', type: 'numeric(20,4)' }, { name: 'reserved', type: 'numeric(20,4)' }, { name: 'expiresOn', type: 'date', nullable: true }, { name: 'version', type: 'int' },
        { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Movement', purpose: 'booked change of place or quantity; corrections are new movements', rowBytes: 240, store: 'journal', createdBy: 'record-movement', retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'bookedAt', type: 'timestamptz', key: true }, { name: 'itemId', type: 'uuid', references: 'Item.id' },
        { name: 'fromBinId', type: 'uuid', nullable: true }, { name: 'toBinId', type: 'uuid', nullable: true }, { name: 'lotNumber', type: 'text' },
        { name: 'quantity', type: 'numeric(20,4)' }, { name: 'reason', type: 'text', values: ['receipt', 'putaway', 'pick', 'transfer', 'adjustment', 'return', 'scrap'] },
        { name: 'reference', type: 'text', nullable: true }, { name: 'deviceId', type: 'text', nullable: true }, { name: 'deviceSequence', type: 'bigint', nullable: true },
        { name: 'bookedBy', type: 'uuid' },
      ],
    },
    {
      name: 'Reservation', purpose: 'stock promised to an order line until it is picked or the promise expires', rowBytes: 220, store: 'record', createdBy: 'reserve-stock', retentionDays: 90,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'orderReference', type: 'text' }, { name: 'itemId', type: 'uuid', references: 'Item.id' },
        { name: 'siteId', type: 'uuid', references: 'Site.id' }, { name: 'quantity', type: 'numeric(20,4)' },
        { name: 'state', type: 'text', values: ['held', 'committed', 'released', 'expired'] }, { name: 'expiresAt', type: 'timestamptz' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'PurchaseOrder', purpose: 'order to a supplier with expected lines', rowBytes: 2_000, store: 'record', alsoCalled: ['order'], createdBy: 'create-purchase-order', retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'supplierId', type: 'uuid' }, { name: 'siteId', type: 'uuid', references: 'Site.id' },
        { name: 'state', type: 'text', values: ['draft', 'sent', 'partly_received', 'received', 'cancelled'] }, { name: 'orderLines', type: 'jsonb' }, { name: 'expectedOn', type: 'date' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'StockCount', purpose: 'counted against booked quantity of a bin, with who approved the difference', rowBytes: 260, store: 'record', createdBy: 'record-count', retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'binId', type: 'uuid', references: 'Bin.id' }, { name: 'itemId', type: 'uuid', references: 'Item.id' },
        { name: 'counted', type: 'numeric(20,4)' }, { name: 'booked', type: 'numeric(20,4)' }, { name: 'state', type: 'text', values: ['counted', 'approved', 'rejected'] },
        { name: 'countedBy', type: 'uuid' }, { name: 'countedAt', type: 'timestamptz' },
      ],
    },
  ],
  // Shares follow a warehouse worker’s 300 requests a day: availability is asked twice for each booked scan, and about half as many lines are reserved.
  operations: [
    {
      id: 'get-availability', summary: 'Tell what is available, by item and site', actor: 'sales channel',
      method: 'GET', path: '/availability', kind: 'read', share: 0.41456, requestBytes: 150, responseBytes: 3_000, latencyP99Ms: 250, entity: 'StockLevel',
      synonyms: ['check stock', 'check availability', 'get stock', 'view stock', 'query stock', 'read stock level', 'look up stock', 'view inventory', 'check inventory'],
    },
    {
      id: 'record-movement', summary: 'Book a scanned movement', actor: 'warehouse worker',
      method: 'POST', path: '/movements', kind: 'write', share: 0.208, requestBytes: 350, responseBytes: 200, latencyP99Ms: 300, entity: 'Movement',
      idempotent: true, synonyms: ['scan item', 'move stock', 'book movement', 'record movement', 'receive goods', 'pick item', 'transfer stock', 'update stock', 'adjust stock', 'stock movement', 'update inventory', 'scan', 'movement'],
      body: [
        { name: 'itemId', type: 'uuid' }, { name: 'fromBinId', type: 'uuid', nullable: true }, { name: 'toBinId', type: 'uuid', nullable: true }, { name: 'lotNumber', type: 'text' },
        { name: 'quantity', type: 'numeric(20,4)' }, { name: 'reason', type: 'text', values: ['receipt', 'putaway', 'pick', 'transfer', 'adjustment', 'return', 'scrap'] },
        { name: 'reference', type: 'text', nullable: true }, { name: 'deviceId', type: 'text' }, { name: 'deviceSequence', type: 'bigint' }, { name: 'bookedAt', type: 'timestamptz' },
      ],
      example: { itemId: '0192f0c8-6d00-7c1a-9e42-8a7b6c5d4e30', fromBinId: '0192f0c8-70aa-7b15-8c90-1f2e3d4c5b60', toBinId: '0192f0c8-73be-7d44-9a11-0b1c2d3e4f50', lotNumber: '', quantity: 12, reason: 'putaway', reference: 'PO-5521', deviceId: 'scanner-14', deviceSequence: 90_211, bookedAt: '2026-03-17T07:42:10Z' },
    },
    {
      id: 'reserve-stock', summary: 'Promise stock to an order line', actor: 'sales channel',
      method: 'POST', path: '/reservations', kind: 'write', share: 0.113, requestBytes: 400, responseBytes: 300, latencyP99Ms: 300, entity: 'Reservation',
      idempotent: true, synonyms: ['reserve stock', 'reserve item', 'allocate stock', 'hold stock'],
      body: [
        { name: 'orderReference', type: 'text' }, { name: 'itemId', type: 'uuid' }, { name: 'siteId', type: 'uuid', nullable: true }, { name: 'quantity', type: 'numeric(20,4)' },
        { name: 'holdSeconds', type: 'int' },
      ],
      example: { orderReference: 'SO-20418/1', itemId: '0192f0c8-6d00-7c1a-9e42-8a7b6c5d4e30', quantity: 2, holdSeconds: 900 },
    },
    {
      id: 'settle-reservation', summary: 'Commit or release a reservation', actor: 'sales channel',
      method: 'PATCH', path: '/reservations/{reservationId}', kind: 'write', share: 0.104, requestBytes: 100, responseBytes: 150, latencyP99Ms: 300, entity: 'Reservation',
      idempotent: true, synonyms: ['commit reservation', 'release reservation', 'cancel reservation', 'ship order', 'fulfil order'],
      body: [{ name: 'state', type: 'text', values: ['committed', 'released'] }],
      example: { state: 'committed' },
    },
    {
      id: 'list-movements', summary: 'List movements of an item or bin', actor: 'clerk',
      method: 'GET', path: '/movements', kind: 'read', share: 0.066, requestBytes: 150, responseBytes: 15_000, latencyP99Ms: 500, entity: 'Movement',
      list: true, synonyms: ['list movement', 'trace lot', 'view movement', 'stock history', 'track item'],
    },
    {
      id: 'get-item-by-code', summary: 'Find the item behind a scanned code', actor: 'warehouse worker',
      method: 'GET', path: '/items/by-code/{code}', kind: 'read', share: 0.0566, requestBytes: 80, responseBytes: 900, latencyP99Ms: 200, entity: 'Item',
      synonyms: ['look up item', 'scan barcode', 'find item', 'search item', 'view product'],
    },
    {
      id: 'record-count', summary: 'Record a counted bin', actor: 'warehouse worker',
      method: 'POST', path: '/counts', kind: 'write', share: 0.0142, requestBytes: 600, responseBytes: 300, latencyP99Ms: 500, entity: 'StockCount',
      idempotent: true, synonyms: ['count stock', 'record count', 'stocktake', 'cycle count'],
      body: [{ name: 'binId', type: 'uuid' }, { name: 'itemId', type: 'uuid' }, { name: 'counted', type: 'numeric(20,4)' }],
      example: { binId: '0192f0c8-73be-7d44-9a11-0b1c2d3e4f50', itemId: '0192f0c8-6d00-7c1a-9e42-8a7b6c5d4e30', counted: 47 },
    },
    {
      id: 'list-replenishment', summary: 'List what should be ordered', actor: 'buyer',
      method: 'GET', path: '/replenishment', kind: 'read', share: 0.0142, requestBytes: 100, responseBytes: 20_000, latencyP99Ms: 2_000, entity: 'StockLevel',
      list: true, synonyms: ['list replenishment', 'view low stock', 'view reorder', 'view stock report'],
    },
    {
      id: 'create-purchase-order', summary: 'Order from a supplier', actor: 'buyer',
      method: 'POST', path: '/purchase-orders', kind: 'write', share: 0.00472, requestBytes: 2_500, responseBytes: 600, latencyP99Ms: 700, entity: 'PurchaseOrder',
      idempotent: true, synonyms: ['create purchase order', 'order from supplier', 'reorder stock'],
      body: [{ name: 'supplierId', type: 'uuid' }, { name: 'siteId', type: 'uuid' }, { name: 'orderLines', type: 'jsonb' }, { name: 'expectedOn', type: 'date' }],
      example: { supplierId: '0192f0c8-80d1-7f22-8b33-5a6b7c8d9e00', siteId: '0192f0c8-83f4-7a55-9c66-1d2e3f4a5b70', orderLines: [{ sku: 'DESK-OAK-160', quantity: 20 }], expectedOn: '2026-03-30' },
    },
    {
      id: 'create-item', summary: 'Create an item', actor: 'clerk',
      method: 'POST', path: '/items', kind: 'write', share: 0.00472, requestBytes: 900, responseBytes: 700, latencyP99Ms: 500, entity: 'Item',
      idempotent: true, synonyms: ['create item', 'add sku', 'add product', 'create product'],
      body: [
        { name: 'sku', type: 'text' }, { name: 'title', type: 'text' }, { name: 'barcode', type: 'text', nullable: true }, { name: 'unitOfMeasure', type: 'text' },
        { name: 'tracking', type: 'text', values: ['none', 'lot', 'serial'] }, { name: 'attributes', type: 'jsonb', nullable: true },
      ],
      example: { sku: 'DESK-OAK-160', title: 'Oak desk 160 cm', barcode: '4006381333931', unitOfMeasure: 'piece', tracking: 'none' },
    },
  ],
  mainOperation: 'record-movement',
  flows: [
    {
      id: 'reserve', title: 'An order reserves stock', operation: 'reserve-stock', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'asks for quantity with the order line as request key' },
        { from: 'api', to: 'primary-store', action: 'raises reserved where on hand minus reserved still covers it, over bins in a fixed order' },
        { from: 'api', to: 'primary-store', action: 'stores the reservation and the outbox row in the same transaction' },
        { from: 'api', to: 'client', action: 'returns the reservation, or how much is left' },
      ],
    },
    {
      id: 'scan', title: 'A worker scans', operation: 'record-movement', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'posts the scan with device and device sequence, from the offline queue if need be' },
        { from: 'api', to: 'primary-store', action: 'appends the movement unless device and sequence are known, and changes both stock levels, in one transaction' },
        { from: 'api', to: 'client', action: 'returns the new quantity of the bin' },
      ],
    },
    {
      id: 'tell-channels', title: 'Channels learn the new level', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claims changed items from the outbox' },
        { from: 'worker', to: 'cache', action: 'replaces the cached availability' },
        { from: 'worker', to: 'external:channels', action: 'sends available minus safety stock, at most once in a few seconds per item' },
      ],
    },
    {
      id: 'expire', title: 'A promise is not kept', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claims reservations past their instant' },
        { from: 'worker', to: 'primary-store', action: 'lowers reserved and marks the reservation expired in one transaction' },
      ],
    },
    {
      id: 'count', title: 'A bin is counted', operation: 'record-count', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'sends the counted quantity of a bin' },
        { from: 'api', to: 'primary-store', action: 'compares with the booked quantity at that instant, movements in flight included' },
        { from: 'api', to: 'client', action: 'asks for approval above the permitted difference' },
        { from: 'api', to: 'primary-store', action: 'books the approved difference as an adjustment' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'levels-of-item', entity: 'StockLevel', purpose: 'availability over bins', by: ['itemId'], kind: 'lookup', operation: 'get-availability' },
    { id: 'levels-of-bin', entity: 'StockLevel', purpose: 'what lies here', by: ['binId'], kind: 'lookup' },
    { id: 'expiring-lots', entity: 'StockLevel', purpose: 'first expired, first out', by: ['expiresOn', 'itemId'], order: 'expiresOn asc', kind: 'range' },
    { id: 'movements-of-item', entity: 'Movement', purpose: 'trace of an item', by: ['itemId', 'bookedAt'], order: 'bookedAt desc', kind: 'range', operation: 'list-movements' },
    { id: 'movements-of-lot', entity: 'Movement', purpose: 'recall of a lot', by: ['lotNumber', 'bookedAt'], order: 'bookedAt asc', kind: 'range', operation: 'list-movements' },
    { id: 'scan-of-device', entity: 'Movement', purpose: 'drop a scan sent twice', by: ['deviceId', 'deviceSequence'], kind: 'lookup', operation: 'record-movement' },
    { id: 'reservations-of-order', entity: 'Reservation', purpose: 'promises of an order', by: ['orderReference'], kind: 'lookup' },
    { id: 'expired-reservations', entity: 'Reservation', purpose: 'promises to release', by: ['state', 'expiresAt'], order: 'expiresAt asc', kind: 'queue' },
    { id: 'item-by-barcode', entity: 'Item', purpose: 'what was scanned', by: ['barcode'], kind: 'lookup', operation: 'get-item-by-code' },
    { id: 'open-purchase-orders', entity: 'PurchaseOrder', purpose: 'expected goods', by: ['siteId', 'state', 'expectedOn'], order: 'expectedOn asc', kind: 'range' },
  ],
  events: [
    { name: 'StockChanged', when: 'available quantity of an item changed', entity: 'StockLevel', consumers: ['sales channels', 'availability cache', 'replenishment'] },
    { name: 'StockReserved', when: 'a promise was made', entity: 'Reservation', consumers: ['order management'] },
    { name: 'ReservationExpired', when: 'a promise ran out', entity: 'Reservation', consumers: ['order management'] },
    { name: 'GoodsReceived', when: 'a receipt was booked', entity: 'Movement', consumers: ['purchasing', 'accounting'] },
  ],
  externals: [
    { id: 'channels', name: 'Sales channels', purpose: 'shops and marketplaces that show availability', providers: ['Shopify', 'Amazon Selling Partner API', 'own shop'], timeoutMs: 10_000, share: 0.6 },
    { id: 'erp', name: 'Enterprise resource planning', purpose: 'master data and accounting', providers: ['SAP', 'Microsoft Dynamics 365', 'Odoo'], timeoutMs: 15_000, share: 0.3 },
  ],
  consistency: [
    { scope: 'stock level', need: 'strong per item and bin, checked by the store: reserved never exceeds on hand', why: 'a promise that cannot be kept costs a customer' },
    { scope: 'channel availability', need: 'eventual within seconds, with safety stock as the buffer', why: 'marketplaces accept updates only so often' },
    { scope: 'movements', need: 'append-only, each scan once', why: 'auditors and recalls follow them' },
  ],
  needs: ['transactions', 'conditional-write', 'unique-constraint', 'joins', 'append-heavy', 'work-queue', 'ttl'],
  defaults: [
    { key: 'population', subject: 'sku', value: interval(1_000, 10_000, 200_000), unit: 'count', reason: 'a mid-sized shop' },
    { key: 'population', subject: 'site', value: interval(1, 2, 20), unit: 'count', reason: 'one warehouse and a shop' },
    { key: 'duration', subject: 'reservation', value: interval(300, 900, 3_600), unit: 's', reason: 'as long as a checkout takes' },
    { key: 'duration', subject: 'offline-scanner', value: interval(0, 3_600, 28_800), unit: 's', reason: 'dead spots between steel shelves' },
    { key: 'retention', subject: 'movement', value: interval(2_555 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY), unit: 's', reason: 'accounting law asks for seven to ten years' },
    { key: 'availability', value: interval(0.995, 0.999, 0.9995), unit: 'ratio', reason: 'pickers stand still without it; scanners bridge minutes' },
  ],
  operationsPerUserPerDay: assumption('requests per warehouse worker and day', interval(100, 300, 600), 'count', 'a scan a minute through a shift, with the reads around it; channels come on top'),
  peakFactor: assumption('peak ÷ mean', interval(2, 3, 8), 'ratio', 'receiving in the morning and the carrier’s cut-off; sale seasons reach 8'),
  jobs: {
    perMainOperation: assumption('jobs per movement', interval(0.3, 0.8, 2), 'count', 'channel updates are merged per item over a few seconds'),
    seconds: assumption('seconds a job holds a worker', interval(0.1, 0.5, 2), 's', 'one call to a channel or the ERP'),
    bytes: assumption('job message', interval(150, 300, 1_000), 'B', 'item and new level'),
  },
  risks: [
    { risk: 'orders for one bestseller queue on the same stock row', failureModes: ['db-lock-contention', 'hot-key'] },
    { risk: 'a scanner sends its offline queue twice', failureModes: ['duplicate-delivery'] },
    { risk: 'a marketplace keeps selling what is gone', failureModes: ['stale-cache', 'external-provider-outage', 'provider-rate-limit'] },
    { risk: 'a faulty release drives stock below zero or moves it to the wrong bin', failureModes: ['data-corruption', 'bad-deploy'] },
    { risk: 'stock is booked but channels and ERP never hear of it', failureModes: ['dual-write-loss'] },
  ],
  mechanisms: ['inventory-reservation', 'idempotency-key', 'leased-scheduler', 'audit-hash-chain', 'transactional-outbox', 'deduplication-window', 'request-coalescing', 'cache-invalidation', 'circuit-breaker', 'time-partitioned-tables', 'saga-compensation', 'cursor-pagination'],
  questions: [
    { id: 'scale', question: 'How many movements (scans) are booked a day?', default: '20,000 a day', changes: 'whether one database carries it for years; it usually does', key: 'volume', subject: 'record-movement', priority: 1 },
    { id: 'skus', question: 'How many different items are stocked?', default: '10,000', changes: 'rows and the grouping of bins', key: 'population', subject: 'sku', priority: 2 },
    { id: 'oversell', question: 'How many sales channels share the stock, and may it ever be oversold?', default: 'eventual', changes: 'reservation before payment, or a safety stock and now and then an apology', key: 'consistency', subject: 'channel-availability', priority: 2 },
    { id: 'tracking', question: 'Must lots, serial numbers or expiry dates be traced?', default: 'not required', changes: 'rows per piece instead of per item', key: 'capability', subject: 'lot-tracking', priority: 3 },
    { id: 'offline', question: 'How long must scanners work without a connection?', default: '1 hour', changes: 'how conflicts of late scans are resolved', key: 'duration', subject: 'offline-scanner', priority: 3 },
    { id: 'master', question: 'Is another system, such as an ERP, the master of items and orders?', default: 'none', changes: 'direction of the integration', key: 'existing', priority: 4 },
  ],
  nonGoals: [
    'route optimisation for pickers',
    'carrier labels',
    'demand forecasting',
    'valuation of stock for the books',
  ],
  sources: [medusa, eshop],
});
