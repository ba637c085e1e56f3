import { slug } from '@archwright/kernel';
import { onlyGrows, type Operation } from '@archwright/model';
import type { Context } from './context.ts';
import { jsonNames } from './entity-schemas.ts';
import { entityTag, usualHeaders } from './headers.ts';
import { entityOfParameter, isBatchRead, pathParameters } from './parameters.ts';
import { eventStream, staysOpen, webSocket } from './stream.ts';

/** Answers of one operation that are no problem, by status. */
export function success(operation: Operation, path: string, context: Context): Record<string, unknown> {
  const { schema, example } = readOf(operation, context);
  const headers = usualHeaders(operation.rateLimitPerMinute);
  const empty = (description: string, more: Record<string, unknown> = {}) => ({ description, headers: { ...more, ...headers } });
  const one = (description: string, more: Record<string, unknown> = {}) => ({
    ...empty(description, more),
    content: { 'application/json': { schema, example } },
  });
  if (staysOpen(operation, context.transport))
    return context.transport === 'websocket' ? webSocket(headers) : eventStream(example, headers);
  if (operation.redirect) return { '302': empty('On to the address behind it.', target()) };
  if (operation.caller === 'provider') return { '202': empty('Stored; what follows from it happens later.') };
  if (isBatchRead(operation)) return { '200': found(schema, example, headers) };
  if (operation.batch) return { [operation.asynchronous ? '202' : '200']: outcomes(schema, example, headers) };
  if (operation.list) return { '200': page(schema, example, headers) };
  if (operation.asynchronous) return { '202': accepted(operation, path, context, empty, one) };
  if (operation.method === 'DELETE') return { '204': empty('Gone.') };
  if (operation.method === 'GET' && operation.kind === 'write') return { '204': empty('Noted.') };
  if (makesOne(operation, path, context)) return { '201': one('Created.', location(operation, path, context)) };
  const tag = operation.method === 'GET' && context.isTagged(operation) ? entityTag() : {};
  return { '200': one(operation.kind === 'read' ? 'Found.' : 'Done; as it is now.', tag) };
}

function readOf({ entity }: Operation, { read }: Context): { readonly schema: unknown; readonly example: unknown } {
  const known = read.get(entity);
  return known
    ? { schema: { $ref: `#/components/schemas/${known.name}` }, example: known.shape.example }
    : { schema: { type: 'object' }, example: {} };
}

type Answer = (description: string, headers?: Record<string, unknown>) => unknown;

/** Work that goes on: where to follow it, where it can be followed; rows that only pile up are not read one by one. */
function accepted(operation: Operation, path: string, context: Context, empty: Answer, one: Answer): unknown {
  const where = location(operation, path, context);
  const entity = context.design.architecture.entities.find(({ id }) => id === operation.entity);
  if (Object.keys(where).length > 0) return one('Accepted; the work goes on.', where);
  return (entity && onlyGrows(entity.store)) || operation.method === 'DELETE'
    ? empty('Accepted; the work goes on.')
    : one('Accepted; the work goes on.');
}

/** A POST makes a new one, unless its path already names the one that it acts on. */
export function makesOne(operation: Operation, path: string, context: Context): boolean {
  const posts = operation.method === 'POST' || operation.method === 'STREAM';
  if (!posts || operation.kind !== 'write') return false;
  const last = [...path.matchAll(/\{([^{}/]{1,60})\}/g)].at(-1)?.[1];
  if (last === undefined) return true;
  if (last === 'id' || entityOfParameter(last, operation, context.design)?.id === operation.entity) return false;
  // `/conversations/{conversationId}/messages` is a collection; `/conversations/{conversationId}/read-mark` is one thing's state.
  const place = slug(path.split('/').at(-1) ?? '');
  const own = slug(context.design.architecture.entities.find(({ id }) => id === operation.entity)?.table ?? '');
  return place.endsWith('s') || own.startsWith(place);
}

/** Where the new or changing thing can be read; nothing where no operation reads one. */
function location(operation: Operation, path: string, context: Context): Record<string, unknown> {
  const { design, read, paths } = context;
  const readers = design.architecture.api.operations.filter(
    (one) => one.entity === operation.entity && one.method === 'GET' && !one.list && !one.batch && one.path.endsWith('}'),
  );
  const named = new Set(path.match(/\{[^{}/]{1,60}\}/g) ?? []);
  const fields = design.architecture.entities.find(({ id }) => id === operation.entity)?.fields ?? [];
  const key = jsonNames(fields).get(fields.find((field) => field.key)?.name ?? '') ?? 'id';
  const reader = readers.find((one) => (one.path.match(/\{[^{}/]{1,60}\}/g) ?? []).slice(0, -1).every((part) => named.has(part)));
  if (!reader) return {};
  const values = new Map(pathParameters(reader, reader.path, design).map(({ name, example }) => [`{${name}}`, String(example)]));
  const id = String(read.get(operation.entity)?.shape.example[key] ?? 'example');
  const example = paths.get(reader)!.replace(/\{[^{}/]{1,60}\}/g, (part) => encodeURIComponent(values.get(part) ?? id));
  return { Location: { description: 'Where to read it.', schema: { type: 'string', format: 'uri-reference' }, example } };
}

const target = (): Record<string, unknown> => ({
  Location: {
    description: 'The address behind it.',
    schema: { type: 'string', format: 'uri' },
    example: 'https://example.com/page',
  },
});

const page = (schema: unknown, example: unknown, headers: unknown) => ({
  description: 'A page. The last one has no `nextCursor`.',
  headers,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: { items: { type: 'array', items: schema }, nextCursor: { type: ['string', 'null'] } },
        required: ['items', 'nextCursor'],
      },
      example: { items: [example], nextCursor: 'eyJrIjoiMDE5MyJ9' },
    },
  },
});

const found = (schema: unknown, example: unknown, headers: unknown) => ({
  description: 'Those that exist, in the order asked for, and the ids of those that do not.',
  headers,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: { items: { type: 'array', items: schema }, missing: { type: 'array', items: { type: 'string' } } },
        required: ['items', 'missing'],
      },
      example: { items: [example], missing: [] },
    },
  },
});

const outcomes = (schema: unknown, example: unknown, headers: unknown) => ({
  description: 'The outcome of each item, in the order sent.',
  headers,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                status: { type: 'integer', minimum: 200, maximum: 599 },
                value: schema,
                problem: { $ref: '#/components/schemas/Problem' },
              },
              required: ['status'],
            },
          },
        },
        required: ['items'],
      },
      example: {
        items: [
          { status: 201, value: example },
          { status: 422, problem: { type: '/problems/unprocessable', title: 'Not valid', status: 422 } },
        ],
      },
    },
  },
});
