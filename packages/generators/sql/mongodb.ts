import type { Design, Entity, Field } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { readType } from '../openapi/field-schema.ts';
import type { Store } from './dialect.ts';
import { busiestPatterns, isTime, keyColumns } from './patterns.ts';

const BSON: Readonly<Record<string, string>> = {
  smallint: 'int',
  integer: 'int',
  bigint: 'long',
  numeric: 'decimal',
  boolean: 'bool',
  real: 'double',
  double: 'double',
  date: 'date',
  timestamptz: 'date',
  timestamp: 'date',
  bytea: 'binData',
  jsonb: 'object',
  point: 'object',
  geography: 'object',
  geometry: 'object',
  uuid: 'binData',
};

/** Collections of MongoDB with validators and the indexes of their access patterns, for `createCollection` and `createIndexes`. */
export const mongodbDesign = (design: Design, { entities }: Store): unknown => ({
  comment: `${design.title}, design of ${design.date}. One entry for each collection.`,
  collections: entities.map((entity) => ({
    name: entity.table,
    validator: { $jsonSchema: validator(entity) },
    validationLevel: 'strict',
    validationAction: 'error',
    indexes: indexesOf(entity, design),
    classification: entity.classification,
  })),
});

/** The key of one column is `_id`, as MongoDB has it. */
const documentName = (field: Field, { fields }: Entity): string =>
  field.key && fields.filter(({ key }) => key).length === 1 ? '_id' : field.name;

function validator(entity: Entity): Record<string, unknown> {
  const required = entity.fields.filter(({ nullable }) => !nullable).map((field) => documentName(field, entity));
  return {
    bsonType: 'object',
    description: entity.purpose,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(entity.fields.map((field) => [documentName(field, entity), property(field)])),
    additionalProperties: false,
  };
}

function property({ type, values, nullable }: Field): Record<string, unknown> {
  const { base, sizes, list } = readType(type);
  const plain = BSON[base] ?? 'string';
  const one = {
    ...(values ? { enum: values } : { bsonType: plain }),
    ...(plain === 'string' && sizes[0] !== undefined && { maxLength: sizes[0] }),
  };
  if (list) return { bsonType: nullable ? ['array', 'null'] : 'array', items: one };
  if (!nullable) return one;
  return values ? { enum: [...values, null] } : { ...one, bsonType: [plain, 'null'] };
}

function indexesOf(entity: Entity, design: Design): readonly unknown[] {
  const made = busiestPatterns(entity, design).flatMap((pattern) => {
    const fields = keyColumns(pattern, entity);
    if (fields.length === 0 || pattern.kind === 'vector' || (fields.length === 1 && documentName(fields[0]!, entity) === '_id'))
      return [];
    const kind = pattern.kind === 'search' ? 'text' : pattern.kind === 'geo' ? '2dsphere' : undefined;
    const direction = (field: Field) => (pattern.order?.by === field.name && pattern.order.descending ? -1 : 1);
    const key = Object.fromEntries(fields.map((field) => [documentName(field, entity), kind ?? direction(field)]));
    return [
      { name: pattern.index?.name ?? `${entity.table}_${pattern.id}`, key, ...(pattern.index?.unique && { unique: true }) },
    ];
  });
  const unique = entity.fields
    .filter((field) => field.unique)
    .map((field) => ({ name: `${entity.table}_${field.name}_unique`, key: { [field.name]: 1 }, unique: true }));
  return [...distinct([...made, ...unique]), ...expiry(entity, design)];
}

/** MongoDB refuses two indexes of one key. */
function distinct<T extends { readonly key: Readonly<Record<string, unknown>> }>(indexes: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return indexes.filter(({ key }) => {
    const text = JSON.stringify(key);
    return seen.has(text) ? false : seen.add(text);
  });
}

function expiry(entity: Entity, design: Design): readonly unknown[] {
  const time = entity.fields.find((field) => field.name === entity.partition?.by) ?? entity.fields.find(isTime);
  if (entity.retention === undefined || !time) return [];
  const seconds = Math.round(lookup(design).figure(entity.retention).likely);
  return [{ name: `${entity.table}_expiry`, key: { [time.name]: 1 }, expireAfterSeconds: seconds }];
}
