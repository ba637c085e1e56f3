import type { Field } from '@archwright/model';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sampleDesign } from '../testing/sample-design.ts';
import { exampleValue, fitted } from './example-value.ts';
import { fieldSchema, type Schema, typeSchema } from './field-schema.ts';
import { openapiArtefacts } from './index.ts';
import { schemeOf } from './security.ts';

type Node = { readonly [key: string]: Node } & { readonly parameters?: readonly Node[] };
const design = sampleDesign();
const document = parse(openapiArtefacts(design)[0]!.content) as Node;
const operation = (method: string, path: string): Node => document['paths']![`/api/v1${path}`]![method]!;
const statuses = (node: Node) => Object.keys(node['responses']!);

describe('column types', () => {
  test.each<[string, Schema]>([
    ['uuid', { type: 'string', format: 'uuid' }],
    ['bigint', { type: 'integer', format: 'int64' }],
    ['int4', { type: 'integer', format: 'int32' }],
    ['numeric(10,2)', { type: 'string', format: 'decimal', pattern: '^-?[0-9]{1,8}([.][0-9]{1,2})?$' }],
    ['numeric', { type: 'string', format: 'decimal', pattern: '^-?[0-9]+([.][0-9]+)?$' }],
    ['varchar(40)', { type: 'string', maxLength: 40 }],
    ['character varying(40)', { type: 'string', maxLength: 40 }],
    ['timestamptz', { type: 'string', format: 'date-time' }],
    ['timestamp with time zone', { type: 'string', format: 'date-time' }],
    ['timestamp without time zone', { type: 'string', format: 'date-time' }],
    ['double precision', { type: 'number' }],
    ['jsonb', { type: 'object', additionalProperties: true }],
    ['text[]', { type: 'array', items: { type: 'string' } }],
    ['vector(384)', { type: 'array', items: { type: 'number' } }],
    ['citext', { type: 'string' }],
  ])('%s', (type, expected) => expect(typeSchema(type)).toEqual(expected));

  const field = (options: Partial<Field>): Field => ({ name: 'x', type: 'text', nullable: false, key: false, ...options });
  test.each<[string, Partial<Field>, Schema]>([
    ['a nullable choice', { values: ['a'], nullable: true }, { type: ['string', 'null'], enum: ['a', null] }],
    ['personal data', { classification: 'pii' }, { type: 'string', 'x-classification': 'pii' }],
    ['internal data', { classification: 'internal' }, { type: 'string' }],
  ])('%s', (_, options, expected) => expect(fieldSchema(field(options))).toEqual(expected));
});

describe('examples', () => {
  test.each([
    'uuid',
    'bigint',
    'numeric(3,3)',
    'numeric(1)',
    'char(2)',
    'date',
    'timestamptz',
    'time',
    'interval',
    'boolean',
    'real',
    'jsonb',
    'text[]',
    'point',
    'bytea',
  ])('of %s fit their schema', (type) =>
    expect(fitted(exampleValue('amount', type, 'a', '2026-11-24'), typeSchema(type))).toBeDefined(),
  );
  test.each([
    ['a number for an exact decimal', 14.5, 'numeric(10,2)', '14.5'],
    ['digits for an integer', '12', 'integer', 12],
    ['too many digits', '123456789.5', 'numeric(10,2)', undefined],
    ['no date', '19 December', 'date', undefined],
    ['an object for text', {}, 'text', undefined],
  ])('%s', (_, value, type, expected) => expect(fitted(value, typeSchema(type))).toEqual(expected));
  test('a reference shows the id it refers to', () => {
    const shown = (operation('get', '/listings/{listingId}')['parameters'] as unknown as { example: string }[])[0]!.example;
    const purchase = operation('post', '/listings/{listingId}/purchase')['responses']!['202']!['content']!['application/json']![
      'example'
    ]!;
    expect(purchase['listingId']).toBe(shown);
  });
});

describe('operations', () => {
  test('a list has a cursor and the filters of its access pattern, not the tenant', () => {
    const names = operation('get', '/museums/{museumId}/listings').parameters!.map(
      (parameter) => parameter['name'] ?? parameter['$ref'],
    );
    expect(names).toEqual(['museumId', 'status', '#/components/parameters/limit', '#/components/parameters/cursor']);
  });
  test.each([
    ['get', '/listings/{listingId}', ['200', '400', '401', '403', '404', '429', '500', '503']],
    ['post', '/listings', ['201', '400', '401', '403', '409', '413', '415', '422', '429', '500', '503']],
    ['post', '/listings/batch', ['200', '400', '401', '403', '409', '413', '415', '422', '429', '500', '503']],
    [
      'post',
      '/listings/{listingId}/purchase',
      ['202', '400', '401', '403', '404', '409', '413', '415', '422', '429', '500', '503'],
    ],
    [
      'patch',
      '/listings/{listingId}',
      ['200', '400', '401', '403', '404', '409', '412', '413', '415', '422', '429', '500', '503'],
    ],
    ['delete', '/listings/{listingId}', ['204', '400', '401', '403', '404', '409', '412', '429', '500', '503']],
  ])('%s %s answers', (method, path, expected) => expect(statuses(operation(method, path))).toEqual(expected));
  test('an idempotent POST takes a key, a PATCH does not', () => {
    const refs = (node: Node) => JSON.stringify(node.parameters ?? []);
    expect(refs(operation('post', '/listings'))).toContain('idempotencyKey');
    expect(refs(operation('patch', '/listings/{listingId}'))).not.toContain('idempotencyKey');
  });
  test('a batch takes a bounded list', () => {
    expect(document['components']!['schemas']!['CreateListingBatchRequest']!['properties']!['items']).toMatchObject({
      type: 'array',
      minItems: 1,
      maxItems: 100,
    });
  });
  test('a stream is server-sent events', () => {
    expect(Object.keys(operation('get', '/listings/{listingId}/watch')['responses']!['200']!['content']!)).toEqual([
      'text/event-stream',
    ]);
  });
  test('two operations on one path both appear', () => {
    const { api } = design.architecture;
    const again = api.operations.map((each) =>
      each.id === 'watch-listing' ? { ...each, path: '/api/v1/listings/{listingId}' } : each,
    );
    const twice = { ...design, architecture: { ...design.architecture, api: { ...api, operations: again } } };
    expect(openapiArtefacts(twice)[0]!.content).toContain('/api/v1/listings/{listingId}/stream:');
  });
  test('secrets are never sent', () => {
    expect(openapiArtefacts(design)[0]!.content).not.toMatch(/barcodeDigest|accountReference/);
  });
});

test.each([
  ['api-key', 'One key a client', 'apiKey'],
  ['mutual-tls', 'Certificates for devices', 'mutualTls'],
  ['hosted', 'Hosted sign-in with OpenID Connect', 'oauth2'],
  ['own', 'Sessions in cookies', 'session'],
])('the decision "%s: %s" gives %s', (chosen, chosenName, expected) => {
  const decisions = design.decisions.map((each) =>
    each.id === 'authentication' ? { ...each, chosen, chosenName, technologies: [] } : each,
  );
  expect(schemeOf({ ...design, decisions })).toBe(expected);
});

test('without a decision the clients’ own connections tell', () => expect(schemeOf({ ...design, decisions: [] })).toBe('oauth2'));

test('a design without operations has no document', () => {
  const architecture = { ...design.architecture, api: { ...design.architecture.api, operations: [] } };
  expect(openapiArtefacts({ ...design, architecture })).toEqual([]);
});
