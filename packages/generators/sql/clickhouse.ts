import { SECONDS_PER_DAY } from '@archwright/kernel';
import { type Design, type Entity, type Field, onlyGrows } from '@archwright/model';
import { oneLine } from '../escape/plain.ts';
import { sqlComment, sqlLiteral } from '../escape/sql.ts';
import { lookup } from '../figure-lookup.ts';
import { readType } from '../openapi/field-schema.ts';
import type { Store } from './dialect.ts';
import { busiestPatterns, keyColumns } from './patterns.ts';

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'UUID',
  smallint: 'Int16',
  integer: 'Int32',
  bigint: 'Int64',
  boolean: 'Bool',
  real: 'Float32',
  double: 'Float64',
  date: 'Date',
  timestamptz: "DateTime64(3, 'UTC')",
  timestamp: "DateTime64(3, 'UTC')",
  jsonb: 'JSON',
  point: 'Point',
  inet: 'IPv6',
  vector: 'Array(Float32)',
};
const PERIODS = { day: 'toDate', week: 'toMonday', month: 'toYYYYMM' } as const;

/**
 * ClickHouse tables: sorted by the busiest access pattern, dropped by TTL after the retention. The sorting key is no
 * constraint: duplicates are the writer's to avoid, except where rows change, which keeps the newest of each key.
 */
export const clickhouseSchema = (design: Design, { entities, component }: Store): string =>
  `${[sqlComment(`${design.title}: ${component.name}, ClickHouse. Design of ${design.date}.`), ...entities.map((entity) => table(entity, design))].join('\n\n')}\n`;

function table(entity: Entity, design: Design): string {
  const sorting = sortingKey(entity, design);
  const skipping = lookups(entity, design, sorting);
  const lines = [...entity.fields.map((field) => `  ${name(field.name)} ${columnType(field)}${remark(field)}`), ...skipping];
  const { partition, purpose } = entity;
  return [
    sqlComment(`${entity.name}: ${purpose}`),
    `CREATE TABLE ${name(entity.table)} (`,
    lines.join(',\n'),
    ')',
    `ENGINE = ${onlyGrows(entity.store) ? 'MergeTree' : 'ReplacingMergeTree'}`,
    ...(partition ? [`PARTITION BY ${PERIODS[partition.period]}(${name(partition.by)})`] : []),
    `ORDER BY (${sorting.map(name).join(', ')})`,
    ...timeToLive(entity, design),
    `COMMENT ${sqlLiteral(`${oneLine(purpose)}; classification: ${entity.classification}`)};`,
  ].join('\n');
}

/** Rows that change are found by their key; others by what the busiest pattern asks for. A sorting key takes no nulls. */
function sortingKey(entity: Entity, design: Design): readonly string[] {
  const keys = entity.fields.filter(({ key }) => key).map((field) => field.name);
  if (!onlyGrows(entity.store) && keys.length > 0) return keys;
  const [busiest] = busiestPatterns(entity, design);
  const asked = busiest ? keyColumns(busiest, entity).filter(({ nullable, type }) => !nullable && !type.endsWith('[]')) : [];
  const columns = asked.map((field) => field.name);
  const time = entity.partition && !columns.includes(entity.partition.by) ? [entity.partition.by] : [];
  const chosen = [...columns, ...time];
  return chosen.length > 0 ? chosen : keys.length > 0 ? keys : ['tuple()'];
}

/** A skipping index for each look-up that the sorting key does not start with. */
function lookups(entity: Entity, design: Design, sorting: readonly string[]): readonly string[] {
  const columns = busiestPatterns(entity, design)
    .filter(({ kind }) => kind === 'lookup')
    .flatMap(({ by }) => by[0] ?? []);
  const wanted = [...new Set(columns)].filter(
    (column) => column !== sorting[0] && entity.fields.some((field) => field.name === column),
  );
  return wanted.map((column) => `  INDEX ${name(`${column}_bloom`)} ${name(column)} TYPE bloom_filter GRANULARITY 1`);
}

function timeToLive(entity: Entity, design: Design): readonly string[] {
  if (entity.retention === undefined || !entity.partition) return [];
  const days = Math.max(1, Math.round(lookup(design).figure(entity.retention).likely / SECONDS_PER_DAY));
  return [`TTL toDateTime(${name(entity.partition.by)}) + INTERVAL ${days} DAY DELETE`];
}

function columnType(field: Field): string {
  const { base, sizes, list } = readType(field.type);
  const plain =
    base === 'numeric'
      ? `Decimal(${sizes[0] ?? 18}, ${sizes[1] ?? 6})`
      : field.values && !list
        ? 'LowCardinality(String)'
        : (TYPES[base] ?? 'String');
  if (list) return `Array(${plain})`;
  if (!field.nullable || /^(?:JSON|Array|Point)/.test(plain)) return plain;
  return plain.startsWith('LowCardinality') ? 'LowCardinality(Nullable(String))' : `Nullable(${plain})`;
}

const remark = ({ classification }: Field): string =>
  classification === undefined || classification === 'public' || classification === 'internal'
    ? ''
    : ` COMMENT 'classification: ${classification}'`;

/** Backticks, where a backslash escapes as well. */
function name(text: string): string {
  if (text === 'tuple()') return text;
  const plain = oneLine(text) || 'unnamed';
  return /^[a-z_][a-z0-9_]*$/.test(plain) ? plain : `\`${plain.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}
