import type { Entity, Field } from '@archwright/model';
import { sqlDefault, sqlIdentifier, sqlLiteral, sqlName } from '../../escape/sql.ts';
import { readType } from '../../openapi/field-schema.ts';
import { initialPartitions } from '../postgresql/partitions.ts';
import { isContainer } from '../postgresql/column-kind.ts';

/** Where relational engines other than PostgreSQL differ. */
export interface Flavour {
  readonly name: string;
  quote(name: string): string;
  /** @param isIndexed - a key or index holds the column, which some engines allow for bounded text only */
  type(field: Field, isIndexed: boolean): string;
  /** A default as this engine writes it. */
  default(text: string, field: Field): string;
  /** A check that the type alone does not make. */
  check(field: Field): string;
  /** After the closing bracket of `CREATE TABLE`. */
  suffix(entity: Entity, date: string): string;
  search(entity: Entity, name: string, columns: readonly string[]): string;
  /** A search index is a table of its own, to be dropped like one. */
  readonly searchIsTable: boolean;
  readonly hasPartialIndexes: boolean;
  hasForeignKeys(entity: Entity): boolean;
  /** What the engine cannot do for this entity, for a comment. */
  notes(entity: Entity): readonly string[];
}

const choices = (column: string, { values }: Field, literal: (text: string) => string = sqlLiteral): string =>
  values ? `CHECK (${column} IN (${values.map(literal).join(', ')}))` : '';
const tenantNote = ({ tenantKey }: Entity): readonly string[] =>
  tenantKey === undefined ? [] : [`No row-level security here: every query of the application compares ${tenantKey}.`];

const SQLITE_TYPES: Readonly<Record<string, string>> = {
  smallint: 'INTEGER',
  integer: 'INTEGER',
  bigint: 'INTEGER',
  boolean: 'INTEGER',
  real: 'REAL',
  double: 'REAL',
  bytea: 'BLOB',
};

/** Strict tables: times are ISO 8601 text, exact decimals integers of their last digit, lists and documents JSON text. */
export const sqlite: Flavour = {
  name: 'SQLite',
  quote: sqlIdentifier,
  type: ({ type }) => {
    const { base, sizes, list } = readType(type);
    if (list) return 'TEXT';
    if (base === 'numeric') return sizes[0] === undefined ? 'REAL' : 'INTEGER';
    return SQLITE_TYPES[base] ?? 'TEXT';
  },
  default: (text, field) => {
    if (/^gen_random_uuid|^uuidv7/i.test(text)) return '(lower(hex(randomblob(16))))';
    if (/^now\(\)/i.test(text)) return "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))";
    return sqlDefault(jsonDefault(text, field));
  },
  check: (field) => {
    const column = sqlIdentifier(field.name);
    if (isContainer(field)) return `CHECK (json_valid(${column}))`;
    return readType(field.type).base === 'boolean' ? `CHECK (${column} IN (0, 1))` : choices(column, field);
  },
  suffix: () => ' STRICT',
  search: ({ table }, name, columns) =>
    `CREATE VIRTUAL TABLE ${sqlIdentifier(name)} USING fts5(${columns.map(sqlIdentifier).join(', ')}, content=${sqlLiteral(table)});`,
  searchIsTable: true,
  hasPartialIndexes: true,
  hasForeignKeys: () => true,
  notes: (entity) => [
    ...tenantNote(entity),
    ...entity.fields.flatMap(scaledNote),
    ...(entity.partition
      ? [`No partitions here: a scheduled job deletes old rows by ${entity.partition.by}, in small batches.`]
      : []),
  ],
};

/** There is no exact decimal type; text would sort wrongly and REAL rounds. */
function scaledNote({ name, type }: Field): readonly string[] {
  const { base, sizes } = readType(type);
  return base === 'numeric' && sizes[0] !== undefined ? [`${name} is a whole number of 10^-${sizes[1] ?? 0}.`] : [];
}

/** An empty list is written differently in JSON. */
const jsonDefault = (text: string, { type }: Field): string => (type.endsWith('[]') && text === "'{}'" ? "'[]'" : text);

const MYSQL_TYPES: Readonly<Record<string, string>> = {
  uuid: 'CHAR(36)',
  smallint: 'SMALLINT',
  integer: 'INT',
  bigint: 'BIGINT',
  boolean: 'BOOLEAN',
  real: 'FLOAT',
  double: 'DOUBLE',
  date: 'DATE',
  time: 'TIME',
  timestamptz: 'DATETIME(6)',
  timestamp: 'DATETIME(6)',
  jsonb: 'JSON',
  hstore: 'JSON',
  point: 'POINT',
  geography: 'POINT',
  geometry: 'GEOMETRY',
  interval: 'VARCHAR(64)',
  inet: 'VARCHAR(45)',
};
/** MySQL keeps 64 characters of a name, none of them beyond the basic plane. */
const backticked = (name: string): string =>
  `\`${sqlName(name)
    .replace(/[\u{10000}-\u{10ffff}]/gu, '_')
    .replaceAll('`', '``')}\``;
/** A backslash escapes inside its literals. */
const mysqlLiteral = (text: string): string => sqlLiteral(text).replaceAll('\\', '\\\\');

/** InnoDB of MySQL 8.4; times are UTC. A partitioned table has no foreign keys there. */
export const mysql: Flavour = {
  name: 'MySQL 8.4',
  quote: backticked,
  type: ({ type }, isIndexed) => {
    const { base, sizes, list } = readType(type);
    if (list) return 'JSON';
    if (base === 'numeric') return `DECIMAL(${sizes[0] ?? 30}, ${sizes[1] ?? (sizes[0] === undefined ? 10 : 0)})`;
    if (base === 'varchar' || base === 'char') return `${base.toUpperCase()}(${sizes[0] ?? 255})`;
    if (base === 'bytea') return isIndexed ? 'VARBINARY(255)' : 'BLOB';
    return MYSQL_TYPES[base] ?? (isIndexed ? 'VARCHAR(255)' : 'TEXT');
  },
  default: (text, field) => {
    if (/^gen_random_uuid|^uuidv7/i.test(text)) return '(uuid())';
    if (/^now\(\)/i.test(text)) return 'CURRENT_TIMESTAMP(6)';
    const plain = sqlDefault(jsonDefault(text, field));
    return plain.startsWith("'") ? `(${plain.replaceAll('\\', '\\\\')})` : plain;
  },
  check: (field) => (isContainer(field) ? '' : choices(backticked(field.name), field, mysqlLiteral)),
  suffix: (entity, date) => ` ENGINE = InnoDB DEFAULT CHARSET = utf8mb4${partitions(entity, date)}`,
  search: ({ table }, name, columns) =>
    `CREATE FULLTEXT INDEX ${backticked(name)} ON ${backticked(table)} (${columns.map(backticked).join(', ')});`,
  searchIsTable: false,
  hasPartialIndexes: false,
  hasForeignKeys: ({ partition }) => partition === undefined,
  notes: tenantNote,
};

function partitions(entity: Entity, date: string): string {
  if (!entity.partition) return '';
  const parts = initialPartitions(entity, date).map(
    ({ name, to }) => `  PARTITION ${backticked(name)} VALUES LESS THAN (${sqlLiteral(to)})`,
  );
  return `\nPARTITION BY RANGE COLUMNS (${backticked(entity.partition.by)}) (\n${[...parts, '  PARTITION `later` VALUES LESS THAN (MAXVALUE)'].join(',\n')}\n)`;
}
