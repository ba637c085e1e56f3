import { camelCase, slug, snakeCase } from '@archwright/kernel';
import type { Design, Entity, Field, Operation } from '@archwright/model';
import { exampleOf, exampleValue } from './example-value.ts';
import { fieldSchema, type Schema } from './field-schema.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly style?: 'form';
  readonly explode?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}
type ParameterOrReference = Parameter | { readonly $ref: string };

/** Shared parameters, referred to by name. */
export const SHARED_PARAMETERS = {
  limit: {
    name: 'limit',
    in: 'query',
    description: 'Items on a page.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    example: 20,
  },
  cursor: {
    name: 'cursor',
    in: 'query',
    description: 'Opaque; `nextCursor` of the page before. Absent for the first page.',
    schema: { type: 'string', maxLength: 512 },
    example: 'eyJrIjoiMDE5MiJ9',
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Chosen by the client, one for each intent (draft-ietf-httpapi-idempotency-key-header). A repeat with the same body gets the first answer again; with another body, 422; while the first still runs, 409.',
    schema: { type: 'string', minLength: 16, maxLength: 255 },
    example: '0192f3a1-5c1e-7d3a-9b1e-2f4c6a8d0e11',
  },
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The `ETag` that was read: the change is made only if nobody changed it since, else 412.',
    schema: { type: 'string', maxLength: 100 },
    example: '"v7"',
  },
  webhookId: {
    name: 'webhook-id',
    in: 'header',
    required: true,
    description: 'The sender’s id of this message, the same on every repeat: what was seen before is acknowledged and dropped.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W',
  },
  webhookTimestamp: {
    name: 'webhook-timestamp',
    in: 'header',
    required: true,
    description: 'When it was sent, in seconds since 1970; part of what is signed, so that an old message cannot be replayed.',
    schema: { type: 'integer', minimum: 0 },
    example: 1764495000,
  },
} as const satisfies Record<string, Parameter>;
export type SharedParameter = keyof typeof SHARED_PARAMETERS;

const shared = (name: SharedParameter) => ({ $ref: `#/components/parameters/${name}` });

/** Path parameters, filters, paging, and the headers that make a write safe to repeat. */
export function parametersOf(
  operation: Operation,
  path: string,
  design: Design,
  { tagged, signed }: { readonly tagged: boolean; readonly signed: boolean },
): readonly ParameterOrReference[] {
  const inPath = pathParameters(operation, path, design);
  const taken = new Set(inPath.map(({ name }) => name));
  const asked = readsMany(operation, path) ? filters(operation, design).filter(({ name }) => !taken.has(name)) : [];
  return [
    ...inPath,
    ...(isBatchRead(operation) ? [batchIds(operation, design)] : asked),
    ...(operation.list ? [shared('limit'), shared('cursor')] : []),
    ...(takesIdempotencyKey(operation) ? [shared('idempotencyKey')] : []),
    ...(tagged ? [shared('ifMatch')] : []),
    ...(signed ? [shared('webhookId'), shared('webhookTimestamp')] : []),
  ];
}

/** PUT, PATCH and DELETE can be repeated as they are; a POST needs a key for that. A provider's callback brings its own id. */
export const takesIdempotencyKey = ({ method, idempotent, caller }: Operation): boolean =>
  method === 'POST' && idempotent && caller !== 'provider';

export const isBatchRead = ({ batch, method }: Operation): boolean => batch !== undefined && method === 'GET';

/** A list, or a computed answer: what its path does not name must be asked for. */
const readsMany = ({ list, method, kind }: Operation, path: string): boolean =>
  list || (method === 'GET' && kind === 'read' && !path.endsWith('}'));

function batchIds(operation: Operation, design: Design): Parameter {
  const entity = design.architecture.entities.find(({ id }) => id === operation.entity);
  const key = entity?.fields.find((field) => field.key);
  const one: Schema = key ? fieldSchema({ ...key, nullable: false }) : { type: 'string' };
  const example = key && entity ? exampleOf(key, subjectOf({ entity, field: key }), design.date) : 'example';
  return {
    name: 'ids',
    in: 'query',
    required: true,
    description: 'Which ones; separated by commas.',
    style: 'form',
    explode: false,
    schema: { type: 'array', items: one, minItems: 1, maxItems: operation.batch?.largest ?? 100 },
    example: [example],
  };
}

/** The parameters of a path, each with the type and an example of the column it names. */
export function pathParameters(operation: Operation, path: string, design: Design): readonly Parameter[] {
  return [...new Set(path.match(/\{[^{}/]{1,60}\}/g) ?? [])].map((part) => {
    const name = part.slice(1, -1);
    const found = columnOf(name, operation, design);
    const schema: Schema = found ? fieldSchema({ ...found.field, nullable: false }) : { type: 'string' };
    const example = found ? exampleOf(found.field, subjectOf(found), design.date) : exampleValue(name, 'text', name, design.date);
    const description = found
      ? `${label(found.field.name)} of the ${label(found.entity.name)}.`.replace(/^./, (letter) => letter.toUpperCase())
      : `The ${label(name)}.`;
    return { name, in: 'path', required: true, description, schema, example };
  });
}

/** The entity that a path parameter names one of: the parameter holds its whole key. */
export function entityOfParameter(name: string, operation: Operation, design: Design): Entity | undefined {
  const found = columnOf(name, operation, design);
  const keys = found?.entity.fields.filter(({ key }) => key) ?? [];
  return found?.field.key && keys.length === 1 ? found.entity : undefined;
}

interface Column {
  readonly entity: Entity;
  readonly field: Field;
}
const subjectOf = ({ entity, field }: Column): string =>
  field.references ? `${field.references.entity}.${field.references.field}` : `${entity.id}.${field.name}`;

/** `listingId` is the key of the entity `listing`, else the column `listing_id`; `id` is the key of the operation's entity. */
function columnOf(name: string, operation: Operation, { architecture: { entities } }: Design): Column | undefined {
  const own = entities.find(({ id }) => id === operation.entity);
  const named = /^(.{1,60})id$/i.exec(name)?.[1];
  const other =
    named === undefined ? undefined : entities.find(({ id, name: title }) => [slug(id), slug(title)].includes(slug(named)));
  const target = other ?? (name.toLowerCase() === 'id' ? own : undefined);
  const key = target?.fields.find(({ key, references }) => key && !references) ?? target?.fields.find(({ key }) => key);
  if (target && key) return { entity: target, field: key };
  const field = own?.fields.find((candidate) => candidate.name === snakeCase(name));
  return own && field ? { entity: own, field } : undefined;
}

/** The columns that the access pattern behind a read looks up by, except the tenant, which the credential decides. */
function filters(operation: Operation, { architecture, date }: Design): readonly Parameter[] {
  const entity = architecture.entities.find(({ id }) => id === operation.entity);
  const patterns = architecture.accessPatterns.filter((pattern) => pattern.operation === operation.id);
  if (!entity) return [];
  const found = patterns.flatMap(({ kind, by, order }) => {
    if (kind === 'search') return [SEARCH];
    if (kind === 'geo') return NEARBY;
    // What a list is ordered by is its cursor's business; as a filter it is a range.
    const columns = entity.fields.filter(({ name }) => by.includes(name));
    return columns.flatMap((field) => filter({ entity, field }, field.name === order?.by, date));
  });
  return [...new Map(found.map((parameter) => [parameter.name, parameter])).values()];
}

function filter(column: Column, ordered: boolean, date: string): readonly Parameter[] {
  const { entity, field } = column;
  if (!isFilter(field) || field.name === entity.tenantKey) return [];
  const schema = fieldSchema({ ...field, nullable: false });
  const name = camelCase(field.name);
  const example = exampleOf(field, subjectOf(column), date);
  if (schema.type === 'array') return [];
  const isTime = schema.format === 'date-time' || schema.format === 'date';
  const description = `Only those with this ${label(field.name)}.`;
  if (!isTime) return ordered ? [] : [{ name, in: 'query', description, schema, example }];
  return [
    { name: `${name}From`, in: 'query', description: 'From this moment on, itself included.', schema, example },
    {
      name: `${name}Before`,
      in: 'query',
      description: 'Up to this moment, itself not included.',
      schema,
      example: later(example),
    },
  ];
}

/** A name as words: `listing_id` → `listing id`. */
const label = (name: string): string => slug(name).replaceAll('-', ' ');

/** One day on, in the same form. */
function later(example: unknown): unknown {
  const moment = Date.parse(String(example));
  if (Number.isNaN(moment)) return example;
  const text = new Date(moment + 86_400_000).toISOString();
  return String(example).length === 10 ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
}

const SEARCH: Parameter = {
  name: 'q',
  in: 'query',
  description: 'Words to look for.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  example: 'spring',
};
const NEARBY: readonly Parameter[] = [
  {
    name: 'latitude',
    in: 'query',
    required: true,
    description: 'Degrees north.',
    schema: { type: 'number', minimum: -90, maximum: 90 },
    example: 52.52,
  },
  {
    name: 'longitude',
    in: 'query',
    required: true,
    description: 'Degrees east.',
    schema: { type: 'number', minimum: -180, maximum: 180 },
    example: 13.405,
  },
  {
    name: 'radiusMetres',
    in: 'query',
    description: 'How far around.',
    schema: { type: 'integer', minimum: 1, maximum: 50_000, default: 2_000 },
    example: 2_000,
  },
];

/** Secrets and personal data are no filters: addresses of requests are logged. */
const isFilter = ({ classification }: Field): boolean =>
  classification === undefined || classification === 'public' || classification === 'internal';
