import { sqlIdentifier, sqlLiteral, sqlName } from '@archwright/generators/escape/index';
import { initialPartitions } from '@archwright/generators/sql/index';
import type { Design, Entity, Field } from '@archwright/model';
import type { Database } from './database.ts';

/** Planned for where the design does not say how many rows there will be. */
const UNKNOWN_ROWS = 1_000_000;

export interface TableSize {
  readonly rows: number;
  /** The figure it comes from; absent where the number is only ours. */
  readonly figure?: string;
}

/** Rows after one year, as the design has them. */
export function sizeOf({ rowsAtYearOne }: Entity, { figures }: Design): TableSize {
  const figure = figures.find(({ id }) => id === rowsAtYearOne);
  return figure ? { rows: Math.max(1, Math.round(figure.likely)), figure: figure.id } : { rows: UNKNOWN_ROWS };
}

/**
 * Gives each table the statistics of its first year: one real row, since the planner multiplies row density by the pages
 * it finds on disk, then row counts and distinct values through PostgreSQL's own restore functions. Row counts and the
 * choice of index come out right; the cost of reading pages is understated, which favours sequential scans.
 */
export async function restoreStatistics(database: Database, entities: readonly Entity[], design: Design): Promise<void> {
  await database.exec("SET session_replication_role = 'replica'");
  for (const entity of entities) {
    const partitions = initialPartitions(entity, design.date);
    const days = partitions.length > 0 ? partitions.map(({ from }) => from) : [design.date];
    for (const day of days) await database.exec(insertRow(entity, day));
    const { rows } = sizeOf(entity, design);
    const tables = partitions.length > 0 ? partitions.map(({ name }) => sqlName(name)) : [sqlName(entity.table)];
    for (const table of tables) {
      await restoreTable(database, table, Math.max(1, rows / tables.length));
      await restoreColumns(database, table, entity, design, false);
    }
    if (partitions.length > 0) await restoreColumns(database, sqlName(entity.table), entity, design, true);
  }
  await database.exec("SET session_replication_role = 'origin'");
}

const restoreTable = (database: Database, table: string, rows: number): Promise<unknown> =>
  database.query(
    "SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', $1::text, 'relpages', 1::integer, 'reltuples', $2::real)",
    [table, rows],
  );

async function restoreColumns(
  database: Database,
  table: string,
  entity: Entity,
  design: Design,
  inherited: boolean,
): Promise<void> {
  for (const field of entity.fields)
    await database.query(
      "SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', $1::text, 'attname', $2::text, 'inherited', $3::boolean, 'null_frac', 0::real, 'avg_width', 16::integer, 'n_distinct', $4::real)",
      [table, sqlName(field.name), inherited, distinctValues(field, entity, design)],
    );
}

/** As `pg_stats.n_distinct`: a count, or minus the share of the rows. */
function distinctValues(field: Field, entity: Entity, design: Design): number {
  const keys = entity.fields.filter(({ key }) => key);
  if (field.unique || (field.key && keys.length === 1)) return -1;
  if (field.values) return Math.max(1, field.values.length);
  if (/^boolean|^bool\b/i.test(field.type)) return 2;
  const parent = field.references && design.architecture.entities.find(({ id }) => id === field.references!.entity);
  if (parent) return Math.min(sizeOf(parent, design).rows, sizeOf(entity, design).rows);
  return /^(?:timestamp|timestamptz|uuid|bigint)/i.test(field.type) ? -0.9 : -0.05;
}

/** A row of plausible values; `given` has literals for some columns. */
export const insertRow = (entity: Entity, day: string, given: Readonly<Record<string, string>> = {}): string =>
  `INSERT INTO ${sqlIdentifier(entity.table)} (${entity.fields.map(({ name }) => sqlIdentifier(name)).join(', ')}) VALUES (${entity.fields.map((field) => given[field.name] ?? literal(field, day)).join(', ')})`;

const BY_TYPE: readonly (readonly [RegExp, string])[] = [
  [/\[\]$/, "'{}'"],
  [/^uuid/, 'gen_random_uuid()'],
  [/^(?:text|citext|varchar|char|character|bpchar|name)/, "'x'"],
  [/^(?:smallint|integer|int|bigint|numeric|decimal|real|float|double|money|serial|bigserial)/, '1'],
  [/^bool/, 'true'],
  [/^interval/, "'1 minute'"],
  [/^json/, "'{}'"],
  [/^bytea/, "'\\x00'"],
  [/^point/, "'(0,0)'"],
  [/^(?:inet|cidr)/, "'192.0.2.1'"],
  [/^tsvector/, "'x'"],
  [/^(?:hstore|ltree)/, "'x'"],
];

function literal({ type, values, nullable }: Field, day: string): string {
  const plain = type.toLowerCase();
  if (values?.[0] !== undefined && !plain.endsWith('[]')) return sqlLiteral(values[0]);
  if (/^(?:date|timestamp)/.test(plain)) return sqlLiteral(day);
  const length = /^char(?:acter)?\((\d{1,6})\)$/.exec(plain)?.[1];
  if (length !== undefined) return sqlLiteral('x'.repeat(Number(length)));
  if (plain.startsWith('time')) return "'09:30'";
  return BY_TYPE.find(([pattern]) => pattern.test(plain))?.[1] ?? (nullable ? 'NULL' : 'DEFAULT');
}
