import { SECONDS_PER_DAY } from '@archwright/kernel';
import { type AccessPattern, type Design, type Entity, type Field, onlyGrows } from '@archwright/model';
import { oneLine } from '../escape/plain.ts';
import { sqlComment, sqlLiteral } from '../escape/sql.ts';
import { lookup } from '../figure-lookup.ts';
import { readType } from '../openapi/field-schema.ts';
import type { Store } from './dialect.ts';
import { type HotKey, hotKey } from './hot-key.ts';
import { busiestPatterns, keyColumns } from './patterns.ts';

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'uuid',
  smallint: 'smallint',
  integer: 'int',
  bigint: 'bigint',
  numeric: 'decimal',
  boolean: 'boolean',
  real: 'float',
  double: 'double',
  date: 'date',
  timestamptz: 'timestamp',
  timestamp: 'timestamp',
  bytea: 'blob',
  inet: 'inet',
};
/** What a ring of rows by key has no answer for, and where the answer comes from instead. */
const UNSERVED: Readonly<Partial<Record<AccessPattern['kind'], string>>> = {
  search: 'no full-text search: a search store beside the ring',
  aggregation: 'no aggregation over partitions: counters kept on write, or an analytical store fed from the changes',
  geo: 'no geographic query: a cell of a grid as partition key',
  vector: 'no similarity search: a vector store beside the ring',
};
/** A table's time to live ends at twenty years. @source https://cassandra.apache.org/doc/latest/cassandra/developing/cql/dml.html, read 2026-12-01 */
const LONGEST_TTL = 630_720_000;
/** Whole files are dropped by window: some thirty of them over the retention. */
const WINDOWS = 30;
/** @source https://docs.datastax.com/en/cql/3.3/cql/cql_reference/refLimits.html, read 2026-12-01 */
const LONGEST_NAME = 48;

interface Key {
  readonly partition: readonly string[];
  readonly clustering: readonly { readonly name: string; readonly descending: boolean }[];
}
interface Table {
  readonly name: string;
  readonly key: Key;
  readonly hot: HotKey | undefined;
  readonly serves: readonly string[];
}

/**
 * Tables of a wide-column store in CQL: one for the key of each entity and one for each way its rows are asked for, since only a
 * partition key finds rows. What a key value gets at peak stands above its table; a bucket joins the key where that is too much.
 */
export function cqlSchema(design: Design, { entities, component }: Store): string {
  const names = new Set<string>();
  const parts = entities.flatMap((entity) => entityTables(entity, design, names));
  return `${[sqlComment(`${design.title}: ${component.name}, CQL. Design of ${design.date}. Tables go into a keyspace with three copies.`), ...parts].join('\n\n')}\n`;
}

function entityTables(entity: Entity, design: Design, names: Set<string>): readonly string[] {
  const keys = entity.fields.filter(({ key }) => key).map(({ name }) => name);
  const [first = entity.fields[0]?.name ?? 'id', ...rest] = keys;
  const own: Key = { partition: [first], clustering: rest.map((name) => ({ name, descending: false })) };
  const tables = new Map<string, Table>([
    [keyText(own), { name: entity.table, key: own, hot: undefined, serves: ['its own key'] }],
  ]);
  const unserved: string[] = [];
  for (const pattern of busiestPatterns(entity, design)) {
    const key = keyOf(pattern, entity, keys.length > 0 ? keys : [first], design);
    if (typeof key === 'string') {
      unserved.push(sqlComment(`${pattern.purpose}: ${key}`));
      continue;
    }
    const text = keyText(key);
    const known = tables.get(text);
    const hot = hotKey(pattern, design);
    tables.set(text, {
      name: known?.name ?? `${entity.table}_by_${pattern.by.join('_') || 'all'}`,
      key,
      hot: hotter(known?.hot, hot),
      serves: [...(known?.serves ?? []), pattern.purpose],
    });
  }
  const unique = entity.fields.filter((field) => field.unique && !field.key);
  return [
    ...[...tables.values()].map((table) => tableText({ ...table, name: tableName(table.name, names) }, entity, design)),
    ...unique.map((field) => guardText(field, entity, tableName(`${entity.table}_${field.name}_unique`, names))),
    ...(unserved.length > 0 ? [unserved.join('\n')] : []),
  ];
}

const keyText = ({ partition, clustering }: Key): string => JSON.stringify([partition, clustering]);
const hotter = (a: HotKey | undefined, b: HotKey | undefined): HotKey | undefined =>
  a === undefined || (b !== undefined && b.perKeyPerSecond > a.perKeyPerSecond) ? b : a;

/** Equality columns find the partition, the order stands in it, the entity's key tells its rows apart; or why nothing does. */
function keyOf(pattern: AccessPattern, entity: Entity, keys: readonly string[], design: Design): Key | string {
  const reason = UNSERVED[pattern.kind];
  if (reason !== undefined) return reason;
  const { order } = pattern;
  const plain = (name: string): boolean => {
    const field = entity.fields.find((one) => one.name === name);
    return field !== undefined && !field.nullable && !readType(field.type).list;
  };
  const columns = keyColumns(pattern, entity).map(({ name }) => name);
  if (columns.length === 0 || !columns.every(plain))
    return 'a key has no column that may be missing or is a list: the table needs a value for it';
  const equal = columns.filter((name) => name !== order?.by);
  const partition = equal.length > 0 ? equal : columns;
  const parts = hotKey(pattern, design)?.parts ?? 1;
  // Done rows of a queue leave tombstones, which every next read of the same partition would walk over.
  const grows = entity.partition !== undefined || pattern.kind === 'queue';
  const bucket = [...(grows && !partition.includes(BUCKET) ? [BUCKET] : []), ...(parts > 1 ? [SHARD] : [])];
  const ordered =
    order && plain(order.by) && !partition.includes(order.by) ? [{ name: order.by, descending: order.descending }] : [];
  const rest = keys.filter((name) => !partition.includes(name) && name !== ordered[0]?.name);
  return {
    partition: [...partition, ...bucket],
    clustering: [...ordered, ...rest.map((name) => ({ name, descending: false }))],
  };
}

/** Columns that exist for the key alone: a period of time, so that no partition grows for ever, and a part of a hot value. */
const BUCKET = 'period_start';
const SHARD = 'shard';

function tableText({ name, key, hot, serves }: Table, entity: Entity, design: Design): string {
  const added = key.partition.filter(
    (column) => (column === BUCKET || column === SHARD) && !entity.fields.some((field) => field.name === column),
  );
  const lines = [
    ...entity.fields.map((field) => `  ${identifier(field.name)} ${columnType(field)},`),
    ...added.map((column) => `  ${column} ${column === BUCKET ? 'date' : 'smallint'},`),
    `  PRIMARY KEY ((${key.partition.map(identifier).join(', ')})${key.clustering.map((one) => `, ${identifier(one.name)}`).join('')})`,
  ];
  const order = key.clustering.map((one) => `${identifier(one.name)} ${one.descending ? 'DESC' : 'ASC'}`).join(', ');
  const options = [
    ...(order === '' ? [] : [`CLUSTERING ORDER BY (${order})`]),
    `comment = ${sqlLiteral(`${oneLine(entity.purpose)}; classification: ${entity.classification}`)}`,
    ...lifeOf(entity, design),
  ];
  return [
    sqlComment(`${entity.name}, for: ${serves.join('; ')}`),
    ...(hot ? [sqlComment(heat(hot))] : []),
    `CREATE TABLE ${name} (`,
    ...lines,
    `) WITH ${options.join('\n  AND ')};`,
  ].join('\n');
}

const heat = ({ columns, values, perKeyPerSecond, limitPerSecond, parts, cure }: HotKey): string =>
  `Hottest of ${values} values of ${columns.join(', ')}: ${perKeyPerSecond} a second, where one may get ${limitPerSecond}; ${parts > 1 ? cure : 'nothing is needed'}.`;

/** Rows that only grow and expire are kept in files by time, which are dropped whole. */
function lifeOf(entity: Entity, design: Design): readonly string[] {
  if (entity.retention === undefined) return [];
  const seconds = Math.round(lookup(design).figure(entity.retention).likely);
  if (seconds > LONGEST_TTL) return [];
  const days = Math.max(1, Math.ceil(seconds / SECONDS_PER_DAY / WINDOWS));
  const window = `compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'DAYS', 'compaction_window_size': ${days}}`;
  return [`default_time_to_live = ${seconds}`, ...(onlyGrows(entity.store) ? [window] : [])];
}

/** Nothing but a key is unique: another unique value is a row of its own, taken with IF NOT EXISTS before the record is written. */
function guardText(field: Field, { name, fields }: Entity, table: string): string {
  const keys = fields.filter(({ key }) => key);
  return [
    sqlComment(`${name}: one row for each ${field.name}; INSERT … IF NOT EXISTS decides who has it`),
    `CREATE TABLE ${table} (`,
    ...[field, ...keys].map((one) => `  ${identifier(one.name)} ${columnType(one)},`),
    `  PRIMARY KEY ((${identifier(field.name)}))`,
    ');',
  ].join('\n');
}

function columnType(field: Field): string {
  const { base, list } = readType(field.type);
  const plain = base === 'vector' ? 'frozen<list<float>>' : (TYPES[base] ?? 'text');
  return list ? `list<${plain}>` : plain;
}

/** Letters, digits and underscores, 48 at most, and no name twice. */
function tableName(text: string, names: Set<string>): string {
  const plain = oneLine(text)
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .replace(/^(?=[^a-z])/, 't');
  let name = plain.slice(0, LONGEST_NAME);
  for (let count = 2; names.has(name); count++) name = `${plain.slice(0, LONGEST_NAME - 3)}_${count}`;
  names.add(name);
  return name;
}

/** Always quoted but where it is plain and no word of the language could be meant. */
function identifier(text: string): string {
  const plain = oneLine(text) || 'unnamed';
  return /^[a-z][a-z0-9]*_[a-z0-9_]*$/.test(plain) || plain === 'id' || plain === SHARD
    ? plain
    : `"${plain.replaceAll('"', '""')}"`;
}
