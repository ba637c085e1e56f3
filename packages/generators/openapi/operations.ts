import { camelCase, pascalCase } from '@archwright/kernel';
import type { Design, Operation } from '@archwright/model';
import { markdownInline } from '../escape/markdown.ts';
import { oneLine } from '../escape/plain.ts';
import { lookup } from '../figure-lookup.ts';
import { bodyShape, jsonNames, type Shape } from './entity-schemas.ts';
import { parametersOf, pathParameters } from './parameters.ts';
import { type ProblemName, problemReferences } from './problems.ts';
import { requirementOf, type SchemeKind } from './security.ts';

export interface Context {
  readonly design: Design;
  readonly scheme: SchemeKind;
  /** Entity id → schema name and shape of what callers read. */
  readonly read: ReadonlyMap<string, { readonly name: string; readonly shape: Shape }>;
}

/** One operation of the document, with what it adds to the components. */
export interface BuiltOperation {
  readonly path: string;
  readonly method: string;
  readonly value: Record<string, unknown>;
  readonly problems: readonly ProblemName[];
  readonly schemas: Readonly<Record<string, unknown>>;
}

/** Items in one batch: each request stays small enough to answer in time and to repeat. */
const LARGEST_BATCH = 100;
const RATE_LIMIT_HEADERS = {
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
  RateLimit: { $ref: '#/components/headers/RateLimit' },
};

/** The design says a batch by the operation's name or path: `create-orders-batch`, `/orders/batch`, `/orders:bulk`. */
export const isBatch = ({ id, path, method }: Operation): boolean =>
  method === 'POST' && (/(?:^|-)(?:batch|bulk)(?:-|$)/.test(id) || /[/:](?:batch|bulk)$/.test(path));

export function buildOperation(operation: Operation, path: string, context: Context): BuiltOperation {
  const { design, scheme } = context;
  const entity = design.architecture.entities.find(({ id }) => id === operation.entity);
  const single = bodyShape(operation, entity, design);
  const body = single && isBatch(operation) ? batchOf(single) : single;
  const schemaName = `${pascalCase(operation.id)}Request`;
  const parameters = parametersOf(operation, path, design);
  const problems = problemsOf(operation, body !== undefined, path.includes('{'), parameters.length > 0);
  const schemas = body ? { [schemaName]: body.schema } : {};
  const mediaType = operation.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const value = {
    operationId: camelCase(operation.id),
    tags: [operation.context],
    summary: oneLine(operation.summary) || operation.id,
    description: describe(operation, design),
    security: requirementOf(scheme, operation),
    ...(parameters.length && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: { [mediaType]: { schema: { $ref: `#/components/schemas/${schemaName}` }, example: body.example } },
      },
    }),
    responses: { ...success(operation, path, context), ...problemReferences(problems) },
    'x-rate-limit-per-minute': operation.rateLimitPerMinute,
    ...(operation.scopes.length > 0 && scheme !== 'oauth2' && { 'x-required-scopes': operation.scopes }),
  };
  return { path, method: operation.method === 'STREAM' ? 'get' : operation.method.toLowerCase(), value, problems, schemas };
}

function batchOf({ schema, example }: Shape): Shape {
  const items = { type: 'array', minItems: 1, maxItems: LARGEST_BATCH, items: schema };
  return {
    schema: { type: 'object', properties: { items }, required: ['items'], additionalProperties: false },
    example: { items: [example] },
  };
}

function describe(operation: Operation, design: Design): string {
  const { text } = lookup(design);
  const lines = [
    `Called by: ${markdownInline(operation.actor)}. At most ${operation.rateLimitPerMinute} calls a minute for each caller.`,
    operation.peakRate === undefined ? '' : `Planned for ${text(operation.peakRate)} at peak.`,
    operation.latencyTarget === undefined ? '' : `Answers within ${text(operation.latencyTarget)} for 99 of 100 calls.`,
    operation.asynchronous ? 'Answers before the work is done; follow `Location` to see it finish.' : '',
    isBatch(operation)
      ? `Up to ${LARGEST_BATCH} items; each has its own outcome, and one that fails leaves the others done.`
      : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function problemsOf({ method }: Operation, hasBody: boolean, namesOne: boolean, hasParameters: boolean): readonly ProblemName[] {
  const writes = method !== 'GET' && method !== 'STREAM';
  return [
    ...(hasBody || hasParameters ? (['badRequest'] as const) : []),
    'unauthorised',
    'forbidden',
    ...(namesOne ? (['notFound'] as const) : []),
    ...(writes ? (['conflict'] as const) : []),
    ...(hasBody ? (['unprocessable'] as const) : []),
    'tooManyRequests',
    'internal',
    'unavailable',
  ];
}

function success(operation: Operation, path: string, context: Context): Record<string, unknown> {
  const { read } = context;
  const entity = read.get(operation.entity);
  const schema = entity ? { $ref: `#/components/schemas/${entity.name}` } : { type: 'object' };
  const example = entity?.shape.example ?? {};
  const one = (description: string, headers: Record<string, unknown> = {}) => ({
    description,
    headers: { ...headers, ...RATE_LIMIT_HEADERS },
    content: { 'application/json': { schema, example } },
  });
  if (operation.method === 'STREAM') return { '200': stream(example) };
  if (operation.list) return { '200': page(schema, example) };
  if (isBatch(operation)) return { [operation.asynchronous ? '202' : '200']: outcomes(schema, example) };
  if (operation.asynchronous) return { '202': one('Accepted; the work goes on.', location(operation, path, context)) };
  if (operation.method === 'DELETE') return { '204': { description: 'Gone.', headers: RATE_LIMIT_HEADERS } };
  if (operation.method === 'POST' && operation.kind === 'write')
    return { '201': one('Created.', location(operation, path, context)) };
  return { '200': one(operation.method === 'GET' ? 'Found.' : 'Done; as it is now.') };
}

/** Where the new or changing thing can be read: the operation that reads one, else the collection and the id. */
function location(operation: Operation, path: string, { design, read }: Context): Record<string, unknown> {
  const { operations } = design.architecture.api;
  const reader = operations.find(({ entity, method, list }) => entity === operation.entity && method === 'GET' && !list);
  const fields = design.architecture.entities.find(({ id }) => id === operation.entity)?.fields ?? [];
  const key = jsonNames(fields).get(fields.find((field) => field.key)?.name ?? '') ?? 'id';
  const id = String(read.get(operation.entity)?.shape.example[key] ?? 'example');
  const target = reader ?? { ...operation, path: `${path}/{${key}}` };
  const values = new Map(pathParameters(target, target.path, design).map(({ name, example }) => [`{${name}}`, String(example)]));
  const example = target.path.replace(
    /\{[^{}/]{1,60}\}/g,
    (part) => (reader ? values.get(part) : part === `{${key}}` ? id : values.get(part)) ?? id,
  );
  return { Location: { description: 'Where to read it.', schema: { type: 'string', format: 'uri-reference' }, example } };
}

const page = (schema: unknown, example: unknown) => ({
  description: 'A page. The last one has no `nextCursor`.',
  headers: RATE_LIMIT_HEADERS,
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

const outcomes = (schema: unknown, example: unknown) => ({
  description: 'The outcome of each item, in the order sent.',
  headers: RATE_LIMIT_HEADERS,
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

/** Server-sent events: each `data` is the entity as JSON; `Last-Event-ID` picks up after a lost connection. */
const stream = (example: unknown) => ({
  description: 'Server-sent events until either side closes.',
  headers: RATE_LIMIT_HEADERS,
  content: {
    'text/event-stream': { schema: { type: 'string' }, example: `id: 1\nevent: changed\ndata: ${JSON.stringify(example)}\n\n` },
  },
});
