import { camelCase, pascalCase, slug } from '@archwright/kernel';
import type { Design, Entity, Field, Operation } from '@archwright/model';
import { markdownInline } from '../escape/markdown.ts';
import { exampleOf, fitted } from './example-value.ts';
import { fieldSchema, readType, type Schema } from './field-schema.ts';

/** A JSON object for a list of columns, with a valid example of it. */
export interface Shape {
  readonly schema: Schema;
  readonly example: Readonly<Record<string, unknown>>;
}

/** Never sent to a caller: secrets and card data stay inside, search vectors are of no use outside. */
const isSent = (field: Field): boolean =>
  field.classification !== 'secret' && field.classification !== 'card' && readType(field.type).base !== 'tsvector';

/** Column → JSON name in camelCase, distinct within the object. */
export function jsonNames(fields: readonly Field[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const field of fields) {
    const plain = camelCase(field.name);
    let name = plain;
    for (let suffix = 2; taken.has(name); suffix += 1) name = `${plain}${suffix}`;
    taken.add(name);
    names.set(field.name, name);
  }
  return names;
}

/** Schema name of each entity, distinct in the document. */
export function schemaNames(entities: readonly Entity[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>(['Problem']);
  for (const entity of entities) {
    const plain = pascalCase(entity.name);
    let name = plain;
    for (let suffix = 2; taken.has(name); suffix += 1) name = `${plain}${suffix}`;
    taken.add(name);
    names.set(entity.id, name);
  }
  return names;
}

/** What a caller reads of an entity. Values shown in an operation's own example are used here too. */
export function entityShape(entity: Entity, design: Design): Shape {
  const shown = design.architecture.api.operations.filter((operation) => operation.entity === entity.id && operation.example);
  const given = Object.assign({}, ...shown.map((operation) => operation.example).reverse()) as Record<string, unknown>;
  const sent = entity.fields.filter(isSent);
  const shape = shapeOf(sent, entity, design, given);
  // Readers must tolerate new properties, so what they read is left open.
  delete shape.schema.additionalProperties;
  for (const field of sent) if (isGenerated(field)) shape.schema.properties![jsonNames(sent).get(field.name)!]!.readOnly = true;
  return { ...shape, schema: { description: markdownInline(entity.purpose), ...shape.schema } };
}

/** What a caller sends: the operation's own fields, or those of the entity that nothing else fills in. */
export function bodyShape(operation: Operation, entity: Entity | undefined, design: Design): Shape | undefined {
  if (operation.method === 'GET' || operation.method === 'DELETE' || operation.method === 'STREAM') return undefined;
  const fields = operation.body.length > 0 ? operation.body : ownFields(operation, entity);
  if (fields.length === 0) return operation.example ? inferred(operation.example) : undefined;
  const shape = shapeOf(fields, entity, design, operation.example ?? {});
  if (operation.method !== 'PATCH') return shape;
  const { required: _, ...schema } = shape.schema;
  return { ...shape, schema: { ...schema, minProperties: 1 } };
}

/** `POST /orders/{orderId}/cancel` takes no body of its own accord; `POST /orders/{orderId}/lines` sends a line. */
function ownFields({ method, path }: Operation, entity: Entity | undefined): readonly Field[] {
  if (!entity) return [];
  const last = path.split('/').at(-1) ?? '';
  const isAction = method === 'POST' && path.includes('{') && !slug(entity.table).endsWith(slug(last));
  return isAction ? [] : entity.fields.filter((field) => !isGenerated(field) && isSent(field) && field.name !== entity.tenantKey);
}

const isGenerated = (field: Field): boolean => field.key || (field.default !== undefined && field.default.endsWith('()'));

function shapeOf(
  fields: readonly Field[],
  entity: Entity | undefined,
  design: Design,
  given: Readonly<Record<string, unknown>>,
): Shape {
  const names = jsonNames(fields);
  const properties: Record<string, Schema> = {};
  const example: Record<string, unknown> = {};
  for (const field of fields) {
    const name = names.get(field.name)!;
    const schema = fieldSchema(field);
    properties[name] = schema;
    const stated = fitted(given[name] ?? given[field.name], schema);
    example[name] = stated ?? exampleOf(field, subjectOf(field, entity), design.date);
  }
  const required = fields.filter((field) => !field.nullable).map((field) => names.get(field.name)!);
  return { schema: { type: 'object', properties, ...(required.length && { required }), additionalProperties: false }, example };
}

/** A reference shows the id of what it refers to. */
const subjectOf = (field: Field, entity: Entity | undefined): string =>
  field.references ? `${field.references.entity}.${field.references.field}` : `${entity?.id ?? 'body'}.${field.name}`;

function inferred(example: Readonly<Record<string, unknown>>): Shape {
  const typeOf = (value: unknown): Schema => {
    if (Array.isArray(value)) return { type: 'array', items: value.length ? typeOf(value[0]) : {} };
    if (value === null) return {};
    if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
    return { type: typeof value };
  };
  const properties = Object.fromEntries(Object.entries(example).map(([name, value]) => [name, typeOf(value)]));
  return { schema: { type: 'object', properties, required: Object.keys(example), additionalProperties: false }, example };
}
