import { camelCase, slug, snakeCase } from '@archwright/kernel';
import type { Design, Entity, Field, Operation } from '@archwright/model';
import { exampleOf, exampleValue } from './example-value.ts';
import { fieldSchema, type Schema } from './field-schema.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
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
      'Chosen by the client, one for each intent. A repeat with the same body gets the first answer again; with another body, 422.',
    schema: { type: 'string', minLength: 16, maxLength: 255 },
    example: '0192f3a1-5c1e-7d3a-9b1e-2f4c6a8d0e11',
  },
} as const satisfies Record<string, Parameter>;
export type SharedParameter = keyof typeof SHARED_PARAMETERS;

const shared = (name: SharedParameter) => ({ $ref: `#/components/parameters/${name}` });

/** Path parameters, filters, paging and the idempotency key of one operation. */
export function parametersOf(operation: Operation, path: string, design: Design): readonly ParameterOrReference[] {
  const inPath = pathParameters(operation, path, design);
  const taken = new Set(inPath.map(({ name }) => name));
  return [
    ...inPath,
    ...(operation.list
      ? [...filters(operation, design).filter(({ name }) => !taken.has(name)), shared('limit'), shared('cursor')]
      : []),
    ...(takesIdempotencyKey(operation) ? [shared('idempotencyKey')] : []),
  ];
}

/** PUT, PATCH and DELETE can be repeated as they are; a POST needs a key for that. */
export const takesIdempotencyKey = ({ method, idempotent }: Operation): boolean => method === 'POST' && idempotent;

/** The parameters of a path, each with the type and an example of the column it names. */
export function pathParameters(operation: Operation, path: string, design: Design): readonly Parameter[] {
  return [...new Set(path.match(/\{[^{}/]{1,60}\}/g) ?? [])].map((part) => {
    const name = part.slice(1, -1);
    const found = columnOf(name, operation, design);
    const schema: Schema = found ? fieldSchema({ ...found.field, nullable: false }) : { type: 'string' };
    const example = found ? exampleOf(found.field, subjectOf(found), design.date) : exampleValue(name, 'text', name, design.date);
    return { name, in: 'path', required: true, schema, example };
  });
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

/** The columns that the access pattern behind a list looks up by, except the tenant, which the credential decides. */
function filters(operation: Operation, { architecture, date }: Design): readonly Parameter[] {
  const entity = architecture.entities.find(({ id }) => id === operation.entity);
  const columns = new Set(
    architecture.accessPatterns.filter((pattern) => pattern.operation === operation.id).flatMap(({ by }) => by),
  );
  return (entity?.fields ?? [])
    .filter((field) => columns.has(field.name) && field.name !== entity?.tenantKey && isFilter(field))
    .map((field) => ({
      name: camelCase(field.name),
      in: 'query' as const,
      schema: fieldSchema({ ...field, nullable: false }),
      example: exampleOf(field, subjectOf({ entity: entity!, field }), date),
    }));
}

/** Secrets are no filters: addresses are logged. */
const isFilter = ({ classification }: Field): boolean => classification !== 'secret' && classification !== 'card';
