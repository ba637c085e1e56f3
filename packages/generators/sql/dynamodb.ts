import type { AccessPattern, Design, Entity, Field } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { readType } from '../openapi/field-schema.ts';
import type { Store } from './dialect.ts';
import { hotKey } from './hot-key.ts';
import { busiestPatterns, keyColumns } from './patterns.ts';

/** Global secondary indexes that one table may have (DynamoDB's default quota). */
const MOST_INDEXES = 20;
/** A key-value store has no plan for these. */
const UNSERVED: Readonly<Partial<Record<AccessPattern['kind'], string>>> = {
  search: 'no full-text search: a search store beside the table',
  aggregation: 'no aggregation: counters kept on write, or an analytical store fed from the stream',
  geo: 'no geographic query: a geohash prefix as sort key',
  vector: 'no similarity search: a vector store beside the table',
};

interface Key {
  /** Columns joined by `#` where several are compared for equality: a key has one attribute. */
  readonly hash: string;
  readonly range?: string;
}

/** Tables, keys and indexes of DynamoDB, with the key condition that serves each access pattern, as plain data. */
export const dynamodbDesign = (design: Design, { entities }: Store): unknown => ({
  comment: `${design.title}, design of ${design.date}. Table bodies follow the CreateTable request.`,
  tables: entities.map((entity) => table(entity, design)),
});

function table(entity: Entity, design: Design): unknown {
  const primary = primaryKey(entity);
  const indexes = new Map<string, Key>();
  const served = busiestPatterns(entity, design).map((pattern) => ({
    id: pattern.id,
    purpose: pattern.purpose,
    ...serve(pattern, entity, primary, indexes),
    ...hot(pattern, design),
  }));
  const used = [primary, ...indexes.values()].flatMap(({ hash, range }) => (range === undefined ? [hash] : [hash, range]));
  const { figure } = lookup(design);
  return {
    TableName: resourceName(entity.table),
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: schemaOf(primary),
    AttributeDefinitions: [...new Set(used)].map((attribute) => ({
      AttributeName: attribute,
      AttributeType: attributeType(entity, attribute),
    })),
    ...(indexes.size > 0 && {
      GlobalSecondaryIndexes: [...indexes].map(([IndexName, key]) => ({
        IndexName,
        KeySchema: schemaOf(key),
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
    SSESpecification: { Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    ...(entity.retention !== undefined && {
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
      timeToLiveSeconds: Math.round(figure(entity.retention).likely),
    }),
    // Of an object the item is the row beside it: the bytes are in the object store.
    ...(entity.rowBytes !== undefined && entity.store !== 'blob' && { itemBytes: Math.round(figure(entity.rowBytes).likely) }),
    ...uniqueGuards(entity, primary),
    classification: entity.classification,
    accessPatterns: served,
  };
}

const hot = (pattern: AccessPattern, design: Design): Record<string, unknown> => {
  const found = hotKey(pattern, design);
  return found ? { hotKey: found } : {};
};

/** Names of tables and indexes: 3 to 255 letters, digits, `_`, `.` and `-`; anything else becomes `_`. */
const resourceName = (text: string): string =>
  text
    .replace(/[^a-zA-Z0-9_.-]/g, '_')
    .slice(0, 255)
    .padEnd(3, '_');

/** A table keeps only its key unique: each other unique value gets an item of its own, written in the same transaction. */
function uniqueGuards({ fields }: Entity, { hash }: Key): Record<string, unknown> {
  const unique = fields.filter((field) => field.unique && field.name !== hash).map(({ name }) => `unique#${name}#<value>`);
  return unique.length > 0 ? { uniqueGuards: unique } : {};
}

const schemaOf = ({ hash, range }: Key) => [
  { AttributeName: hash, KeyType: 'HASH' },
  ...(range === undefined ? [] : [{ AttributeName: range, KeyType: 'RANGE' }]),
];

function primaryKey({ fields, partition }: Entity): Key {
  const [first, ...rest] = fields.filter(({ key }) => key).map(({ name }) => name);
  // All of a longer key, or two items that differ only in its last part would overwrite each other.
  const range = rest.length > 0 ? rest.join('#') : partition && partition.by !== first ? partition.by : undefined;
  return { hash: first ?? fields[0]?.name ?? 'id', ...(range !== undefined && { range }) };
}

function serve(pattern: AccessPattern, entity: Entity, primary: Key, indexes: Map<string, Key>): Record<string, unknown> {
  const reason = UNSERVED[pattern.kind];
  if (reason !== undefined) return { servedBy: null, because: reason };
  const { hash, range } = keyOf(keyColumns(pattern, entity));
  if (hash === '') return { servedBy: null, because: 'it names no attribute to look up by' };
  const wanted: Key = { hash, ...(range !== undefined && { range }) };
  const condition = range === undefined ? `${hash} = :value` : `${hash} = :value, in order of ${range}`;
  if (
    hash === primary.hash &&
    (range === undefined || range === primary.range || primary.range?.startsWith(`${range}#`) === true)
  )
    return { servedBy: 'table', condition };
  const name = resourceName(`by_${hash}${range === undefined ? '' : `_${range}`}`);
  if (!indexes.has(name) && indexes.size >= MOST_INDEXES)
    return { servedBy: null, because: `the table has ${MOST_INDEXES} indexes already` };
  indexes.set(name, wanted);
  return { servedBy: name, condition };
}

/** The last of several columns is what the items of one key are ordered by. */
function keyOf(columns: readonly Field[]): Key {
  const names = columns.map(({ name }) => name);
  if (names.length < 2) return { hash: names[0] ?? '' };
  return { hash: names.slice(0, -1).join('#'), range: names.at(-1)! };
}

function attributeType({ fields }: Entity, attribute: string): 'S' | 'N' | 'B' {
  const field: Field | undefined = fields.find(({ name }) => name === attribute);
  const { base } = readType(field?.type ?? 'text');
  if (base === 'bytea') return 'B';
  return ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double'].includes(base) ? 'N' : 'S';
}
