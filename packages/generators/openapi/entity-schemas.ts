import { camelCase, pascalCase } from '@archwright/kernel';
import type { Design, Entity, Field, Operation } from '@archwright/model';
import { markdownInline } from '../escape/markdown.ts';
import { exampleOf, fitted } from './example-value.ts';
import { fieldSchema, readType, type Schema } from './field-schema.ts';

/** A JSON object for a list of columns, with a valid example of it. */
export interface Shape {
  readonly schema: Schema;
  readonly example: Readonly<Record<string, unknown>>;
}

/** Never sent to a caller: secrets and card data stay inside, as do the columns that only serve the store. */
const isSent = (field: Field): boolean =>
  field.classification !== 'secret' &&
  field.classification !== 'card' &&
  readType(field.type).base !== 'tsvector' &&
  field.name !== 'idempotency_key';

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

/**
 * An entity as it leaves the system. The example is one that was just made: values shown in the example of the operation that
 * makes it are used here too, and what only happens later (`readAt`, `cancelledAt`) is null.
 */
export function sentShape(entity: Entity, design: Design): Shape {
  const makes = ({ method, path }: Operation): boolean => method === 'POST' && !path.endsWith('}');
  const every = design.architecture.api.operations.filter((operation) => operation.entity === entity.id && operation.example);
  const shown = every.some(makes) ? every.filter(makes) : every;
  const given = Object.assign({}, ...shown.map((operation) => operation.example).reverse()) as Record<string, unknown>;
  const shape = shapeOf(entity.fields.filter(isSent), entity, design, given, () => null);
  // Readers must tolerate new properties, so what they read is left open.
  delete shape.schema.additionalProperties;
  return { ...shape, schema: { description: markdownInline(entity.purpose), ...shape.schema } };
}

/** What a caller reads of an entity: as it leaves the system, with what the system alone fills in marked as such. */
export function entityShape(entity: Entity, design: Design): Shape {
  const shape = sentShape(entity, design);
  const sent = entity.fields.filter(isSent);
  for (const field of sent) if (isGenerated(field)) shape.schema.properties![jsonNames(sent).get(field.name)!]!.readOnly = true;
  return shape;
}

/** What a caller sends: the operation's fields, else those its own example shows; nothing where it has neither. */
export function bodyShape(operation: Operation, entity: Entity | undefined, design: Design): Shape | undefined {
  if (operation.method === 'GET' || operation.method === 'DELETE') return undefined;
  const { body, example } = operation;
  if (body.length === 0) return example ? inferred(example) : undefined;
  // An example of the domain's own stands as it is: what it leaves out is optional.
  const names = jsonNames(body);
  const isShown = body.some(
    ({ name }) => example !== undefined && (Object.hasOwn(example, names.get(name) ?? name) || Object.hasOwn(example, name)),
  );
  const shape = shapeOf(body, entity, design, example ?? {}, () => (isShown ? undefined : null));
  if (operation.method !== 'PATCH') return shape;
  const { required: _, ...schema } = shape.schema;
  return { schema: { ...schema, minProperties: 1 }, example: changed(shape.example, example) };
}

/** A change names only what changes. */
const changed = (
  example: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> => {
  const entries = Object.entries(example);
  const kept = given ? entries : entries.filter(([, value]) => value !== null).slice(0, 2);
  return Object.fromEntries(kept.length > 0 ? kept : entries.slice(0, 1));
};

const isGenerated = (field: Field): boolean => field.key || (field.default !== undefined && field.default.endsWith('()'));

function shapeOf(
  fields: readonly Field[],
  entity: Entity | undefined,
  design: Design,
  given: Readonly<Record<string, unknown>>,
  unsaid: (field: Field) => null | undefined,
): Shape {
  const names = jsonNames(fields);
  const properties: Record<string, Schema> = {};
  const example: Record<string, unknown> = {};
  for (const field of fields) {
    const name = names.get(field.name)!;
    const said = given[name] ?? given[field.name];
    const schema = jsonAsShown(fieldSchema(field), said);
    properties[name] = schema;
    const value =
      fitted(said, schema) ?? (field.nullable ? unsaid(field) : exampleOf(field, subjectOf(field, entity), design.date));
    if (value !== undefined) example[name] = value;
  }
  const required = fields.filter((field) => !field.nullable).map((field) => names.get(field.name)!);
  return { schema: { type: 'object', properties, ...(required.length && { required }), additionalProperties: false }, example };
}

/** A JSON column holds an object, or a list of them where the domain's example shows one. */
const jsonAsShown = (schema: Schema, said: unknown): Schema => {
  const { type, additionalProperties, ...rest } = schema;
  const isObject = [type].flat().includes('object') && additionalProperties === true;
  return isObject && Array.isArray(said)
    ? { ...rest, type: Array.isArray(type) ? ['array', 'null'] : 'array', items: {} }
    : schema;
};

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
