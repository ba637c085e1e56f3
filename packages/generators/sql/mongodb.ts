import type { Design, Entity, Field } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { readType } from '../openapi/field-schema.ts';
import type { Store } from './dialect.ts';
import { hotKey } from './hot-key.ts';
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
    shardKey: shardKey(entity),
    hotKeys: hotKeys(entity, design),
    classification: entity.classification,
  })),
});

/**
 * What the collection is sharded by once one replica set is too small: a tenant’s documents together, and yet in chunks that may
 * move apart; without tenants, spread by hash.
 */
const shardKey = ({ tenantKey }: Entity): Record<string, unknown> =>
  tenantKey === undefined ? { _id: 'hashed' } : { [tenantKey]: 1, _id: 1 };

const hotKeys = (entity: Entity, design: Design): readonly unknown[] =>
  busiestPatterns(entity, design).flatMap((pattern) => {
    const found = hotKey(pattern, design);
    const named = (column: string): string => {
      const field = entity.fields.find(({ name }) => name === column);
      return field ? documentName(field, entity) : column;
    };
    return found ? [{ serves: pattern.id, ...found, columns: found.columns.map(named) }] : [];
  });

/** The key of one column is `_id`, as MongoDB has it. */
const documentName = (field: Field, { fields }: Entity): string =>
  field.key && fields.filter(({ key }) => key).length === 1 ? '_id' : field.name;

const hasOwnId = (entity: Entity): boolean => entity.fields.some((field) => documentName(field, entity) === '_id');

/** A key of several columns is not `_id`, so that an index keeps it unique. */
const keyIndex = (entity: Entity): readonly { name: string; key: Record<string, unknown>; unique: true }[] => {
  const keys = entity.fields.filter(({ key }) => key);
  return keys.length < 2
    ? []
    : [{ name: `${entity.table}_key_unique`, key: Object.fromEntries(keys.map(({ name }) => [name, 1])), unique: true }];
};

function validator(entity: Entity): Record<string, unknown> {
  const required = entity.fields.filter(({ nullable }) => !nullable).map((field) => documentName(field, entity));
  return {
    bsonType: 'object',
    description: entity.purpose,
    ...(required.length > 0 && { required }),
    properties: {
      // MongoDB gives every document an `_id`: where nothing else is, it must be allowed all the same.
      ...(hasOwnId(entity) ? {} : { _id: { bsonType: 'objectId' } }),
      ...Object.fromEntries(entity.fields.map((field) => [documentName(field, entity), property(field)])),
    },
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
  return [...distinct([...keyIndex(entity), ...unique, ...made]), ...expiry(entity, design)];
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
