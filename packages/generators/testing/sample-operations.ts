import type { Field, Operation } from '@archwright/model';
import { column } from './sample-entities.ts';

const operation = (
  id: string,
  request: string,
  entity: string,
  summary: string,
  options: Partial<Operation> & { readonly body?: Field[] } = {},
): Operation => {
  const [method, path] = request.split(' ') as [Operation['method'], string];
  const reads = method === 'GET';
  return {
    id,
    context: 'resale',
    summary,
    actor: 'visitor',
    method,
    path: `/api/v1${path}`,
    kind: reads ? 'read' : 'write',
    entity,
    asynchronous: false,
    idempotent: method !== 'POST',
    list: false,
    scopes: [`${entity}s:${reads ? 'read' : 'write'}`],
    body: [],
    rateLimitPerMinute: reads ? 300 : 60,
    ...options,
  };
};

/** Reads, a cursor list, creation with an idempotency key, asynchronous work, PATCH, DELETE, a batch and a stream. */
export const sampleOperations = (): Operation[] => [
  operation('list-listings', 'GET /museums/{museumId}/listings', 'listing', 'Page through the open listings of a museum', {
    list: true,
    meanRate: 'view-mean',
    peakRate: 'view-peak',
    responseBytes: 'offer-page-bytes',
    latencyTarget: 'view-target',
  }),
  operation('get-listing', 'GET /listings/{listingId}', 'listing', 'Read one listing', { latencyTarget: 'view-target' }),
  operation('create-listing', 'POST /listings', 'listing', 'Offer a ticket for resale', {
    idempotent: true,
    meanRate: 'list-mean',
    peakRate: 'list-peak',
    requestBytes: 'request-bytes',
    body: [
      column('title', 'text'),
      column('visit_on', 'date'),
      column('price', 'numeric(10,2)'),
      column('labels', 'text[]', { nullable: true }),
    ],
    example: { title: 'Evening admission, Hall of Maps', visitOn: '2026-12-19', price: '14.50', labels: ['evening'] },
  }),
  operation('create-listing-batch', 'POST /listings/batch', 'listing', 'Offer up to 100 tickets of a school party at once', {
    idempotent: true,
    batch: { of: 'create-listing', largest: 100 },
    body: [column('title', 'text'), column('visit_on', 'date'), column('price', 'numeric(10,2)')],
  }),
  operation('change-price', 'PATCH /listings/{listingId}', 'listing', 'Change the price of an open listing', {
    body: [column('price', 'numeric(10,2)', { nullable: true })],
    example: { price: '12.00' },
  }),
  operation('withdraw-listing', 'DELETE /listings/{listingId}', 'listing', 'Withdraw a listing'),
  operation(
    'list-listing-events',
    'GET /listings/{listingId}/events',
    'listing-event',
    'Page through what happened to a listing',
    {
      list: true,
      scopes: ['events:read'],
    },
  ),
  operation('buy-listing', 'POST /listings/{listingId}/purchase', 'purchase', 'Reserve a listing and start the payment', {
    context: 'settlement',
    asynchronous: true,
    idempotent: true,
    meanRate: 'buy-mean',
    peakRate: 'buy-peak',
    body: [column('payment_method', 'text', { values: ['card', 'transfer'] })],
    example: { paymentMethod: 'card' },
  }),
  operation('watch-listing', 'STREAM /listings/{listingId}/watch', 'listing', 'Follow the price of a listing', {
    kind: 'stream',
    scopes: ['listings:read'],
    rateLimitPerMinute: 10,
  }),
];
