import type { AccessPattern, Entity, Field } from '@archwright/model';

type FieldOptions = Partial<Omit<Field, 'name' | 'type'>>;
export const column = (name: string, type: string, options: FieldOptions = {}): Field => ({
  name,
  type,
  nullable: false,
  key: false,
  ...options,
});
const id = column('id', 'uuid', { key: true, default: 'gen_random_uuid()' });
const created = column('created_at', 'timestamptz', { default: 'now()' });
const to = (entity: string, field = 'id') => ({ references: { entity, field } });
const museumKey = column('museum_id', 'uuid', to('museum'));

type EntityOptions = Partial<Omit<Entity, 'id' | 'name' | 'fields' | 'purpose'>>;
const entity = (name: string, table: string, purpose: string, fields: readonly Field[], options: EntityOptions = {}): Entity => ({
  id: table
    .replaceAll('_', '-')
    .replace(/ies$/, 'y')
    .replace(/(ch)es$|s$/, '$1'),
  name,
  table,
  context: 'resale',
  purpose,
  store: 'record',
  component: 'primary-store',
  fields: [...fields],
  classification: 'internal',
  ...options,
});

/** Seven entities that between them use every feature of the entity type. */
export const sampleEntities = (): Entity[] => [
  entity(
    'Museum',
    'museums',
    'a tenant that lets its visitors resell tickets',
    [
      id,
      column('code', 'text', { unique: true }),
      column('name', 'text'),
      column('location', 'point', { nullable: true }),
      column('settings', 'jsonb', { default: "'{}'" }),
      column('status', 'text', { values: ['trial', 'active', 'closed'], default: "'trial'" }),
    ],
    { classification: 'public', rowsAtYearOne: 'museums' },
  ),
  entity(
    'Visitor',
    'visitors',
    'a person who sells or buys a ticket',
    [
      id,
      museumKey,
      column('email', 'text', { unique: true, classification: 'pii' }),
      column('display_name', 'text', { nullable: true, classification: 'pii' }),
      created,
    ],
    { classification: 'pii', tenantKey: 'museum_id', rowsAtYearOne: 'visitors' },
  ),
  entity(
    'Listing',
    'listings',
    'one ticket offered for resale',
    [
      id,
      museumKey,
      column('seller_id', 'uuid', to('visitor')),
      column('barcode_digest', 'bytea', { unique: true, classification: 'secret' }),
      column('title', 'text'),
      column('visit_on', 'date'),
      column('price', 'numeric(10,2)'),
      column('currency', 'char(3)', { default: "'EUR'" }),
      column('status', 'text', { values: ['open', 'reserved', 'sold', 'withdrawn'], default: "'open'" }),
      column('labels', 'text[]', { default: "'{}'" }),
      created,
    ],
    { tenantKey: 'museum_id', rowBytes: 'listing-bytes', rowsAtYearOne: 'listing-rows', bytesAtHorizon: 'listing-total' },
  ),
  entity('Watch', 'watches', 'a visitor who wants to hear about a listing', [
    column('visitor_id', 'uuid', { key: true, ...to('visitor') }),
    column('listing_id', 'uuid', { key: true, ...to('listing') }),
    created,
  ]),
  entity(
    'Purchase',
    'purchases',
    'one sale of a listing',
    [
      id,
      museumKey,
      column('listing_id', 'uuid', { unique: true, ...to('listing') }),
      column('buyer_id', 'uuid', to('visitor')),
      column('amount', 'numeric(10,2)'),
      column('status', 'text', { values: ['pending', 'paid', 'failed', 'refunded'], default: "'pending'" }),
      column('paid_at', 'timestamptz', { nullable: true }),
      created,
    ],
    { context: 'settlement', tenantKey: 'museum_id', rowsAtYearOne: 'purchase-rows' },
  ),
  entity(
    'Payout',
    'payouts',
    'money owed to a seller',
    [
      id,
      column('purchase_id', 'uuid', { unique: true, ...to('purchase') }),
      column('account_reference', 'text', { classification: 'secret' }),
      column('amount', 'numeric(10,2)'),
      column('status', 'text', { values: ['due', 'sent', 'settled', 'failed'], default: "'due'" }),
      column('attempts', 'smallint', { default: '0' }),
      column('due_at', 'timestamptz'),
    ],
    { context: 'settlement', classification: 'pii', rowsAtYearOne: 'purchase-rows' },
  ),
  entity(
    'ListingEvent',
    'listing_events',
    'what happened to a listing, kept for disputes',
    [
      column('id', 'bigint', { key: true }),
      column('listing_id', 'uuid', to('listing')),
      column('occurred_at', 'timestamptz', { key: true }),
      column('kind', 'text', { values: ['opened', 'priced', 'reserved', 'sold', 'withdrawn'] }),
      column('detail', 'jsonb', { nullable: true }),
    ],
    {
      store: 'append',
      retention: 'event-retention',
      rowBytes: 'event-bytes',
      rowsAtYearOne: 'event-rows',
      bytesAtHorizon: 'event-total',
      partition: { by: 'occurred_at', period: 'month' },
    },
  ),
];

type PatternOptions = Partial<Omit<AccessPattern, 'id' | 'entity' | 'kind' | 'by' | 'index'>> & {
  readonly index?: readonly string[] | 'key';
  readonly method?: 'btree' | 'gin' | 'gist' | 'brin';
  readonly unique?: boolean;
  readonly where?: string;
};
const hottest = (name: string, by: string[]): NonNullable<AccessPattern['hottest']> => ({
  by,
  values: `hot.${name}.values`,
  share: `hot.${name}.share`,
  rate: `hot.${name}.rate`,
  limit: `hot.${name}.limit`,
  copies: `hot.${name}.copies`,
  cure: 'a suffix on the key',
});

const pattern = (name: string, of: string, kind: AccessPattern['kind'], by: string[], options: PatternOptions): AccessPattern => {
  const { index, method = 'btree', unique = false, where, ...rest } = options;
  const columns = index === 'key' || index === undefined ? undefined : [...index];
  return {
    id: name,
    entity: of,
    purpose: `${name.replaceAll('-', ' ')}`,
    kind,
    by,
    component: 'primary-store',
    ...rest,
    ...(columns && {
      index: { name: `${of.replaceAll('-', '_')}_${columns.join('_')}_idx`, columns, unique, method, ...(where && { where }) },
    }),
  };
};

/** One access pattern of each kind a relational store serves. */
export const sampleAccessPatterns = (): AccessPattern[] => [
  pattern('listing-by-id', 'listing', 'lookup', ['id'], {
    operation: 'get-listing',
    rate: 'view-peak',
    latencyTarget: 'view-target',
  }),
  pattern('open-listings-of-museum', 'listing', 'range', ['museum_id', 'status'], {
    order: { by: 'created_at', descending: true },
    operation: 'list-listings',
    rate: 'view-peak',
    latencyTarget: 'view-target',
    index: ['museum_id', 'status', 'created_at'],
    hottest: hottest('offers', ['museum_id', 'status']),
  }),
  pattern('cheapest-listings', 'listing', 'rank', ['museum_id'], {
    order: { by: 'price', descending: false },
    rate: 'list-peak',
    index: ['museum_id', 'price'],
    where: "status = 'open'",
  }),
  pattern('listings-by-words', 'listing', 'search', ['title'], { rate: 'list-peak', index: ['title'], method: 'gin' }),
  pattern('museums-near-a-place', 'museum', 'geo', ['location'], { rate: 'list-mean', index: ['location'], method: 'gist' }),
  pattern('visitor-by-email', 'visitor', 'lookup', ['email'], { rate: 'list-peak', index: ['email'], unique: true }),
  pattern('payouts-due', 'payout', 'queue', ['status'], {
    order: { by: 'due_at', descending: false },
    rate: 'buy-mean',
    index: ['due_at'],
    where: "status = 'due'",
    hottest: hottest('due', ['status']),
  }),
  pattern('events-of-listing', 'listing-event', 'range', ['listing_id'], {
    order: { by: 'occurred_at', descending: true },
    operation: 'list-listing-events',
    rate: 'list-mean',
    index: ['listing_id', 'occurred_at'],
  }),
  pattern('sales-per-day', 'purchase', 'aggregation', ['museum_id', 'created_at'], {
    rate: 'list-mean',
    index: ['museum_id', 'created_at'],
  }),
];
