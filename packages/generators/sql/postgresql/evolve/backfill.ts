import { sqlDefault, sqlIdentifier, sqlLiteral } from '../../../escape/sql.ts';

/**
 * Pages of 8 KiB that one batch of a backfill reads: some thousand rows, so that a batch holds its locks for milliseconds.
 * Ours; the pause between two lets others and the vacuum through.
 */
const PAGES = 100;

export interface Backfill {
  /** Plain names, as the design has them. */
  readonly table: string;
  readonly column: string;
  /** A default of the design: a literal or a call without arguments. */
  readonly value: string;
}

/**
 * Fills the empty values of a column in batches along the pages of the table and of each partition, every batch in a transaction of
 * its own: each page is read once, and a backfill that was stopped starts again where values are still empty.
 */
export function backfillStatement({ table, column, value }: Backfill): string {
  const name = sqlIdentifier(column);
  const update = `UPDATE %s SET ${name.replaceAll('%', '%%')} = ${sqlDefault(value).replaceAll('%', '%%')} WHERE ctid >= %L::tid AND ctid < %L::tid AND ${name.replaceAll('%', '%%')} IS NULL`;
  const whole = sqlLiteral(sqlIdentifier(table));
  return `DO $backfill$
DECLARE
  part regclass;
BEGIN
  FOR part IN
    SELECT oid FROM pg_class WHERE oid = ${whole}::regclass AND relkind = 'r'
    UNION ALL SELECT relid FROM pg_partition_tree(${whole}) WHERE isleaf
  LOOP
    FOR page IN 0 .. pg_relation_size(part) / 8192 BY ${PAGES} LOOP
      EXECUTE format(${sqlLiteral(update)}, part, format('(%s,0)', page), format('(%s,0)', page + ${PAGES}));
      COMMIT;
      PERFORM pg_sleep(0.01);
    END LOOP;
  END LOOP;
END
$backfill$;`;
}

/** Values that change nothing and end at once: literals, and calls that make an id or tell the time. */
const HARMLESS =
  /^(?:-?\d{1,30}(?:\.\d{1,30})?|true|false|current_(?:date|timestamp)|(?:now|clock_timestamp|statement_timestamp|gen_random_uuid|uuidv7)\(\)|'(?:[^']|'')*')$/i;

/**
 * Is this text a backfill as it is written above, and nothing else? Whoever runs files of others has to know. What it fills is read
 * from the text itself: the column of an older one may be gone from the design.
 *
 * @param statement - with or without its semicolon
 */
export function isBackfill(statement: string): boolean {
  const text = `${statement.trim().replace(/;$/, '')};`;
  const table = /^ {4}SELECT oid FROM pg_class WHERE oid = '((?:[^']|'')+)'::regclass AND relkind = 'r'$/m.exec(text)?.[1];
  const update = /^ {6}EXECUTE format\('UPDATE %s SET ((?:[^']|'')+) WHERE ctid >= %L::tid AND /m.exec(text)?.[1];
  if (table === undefined || update === undefined) return false;
  const set = update.replaceAll("''", "'").replaceAll('%%', '%');
  const column = /^(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_]*)(?= = )/.exec(set)?.[0];
  if (column === undefined) return false;
  const found = { table: plainName(table.replaceAll("''", "'")), column: plainName(column), value: set.slice(column.length + 3) };
  return HARMLESS.test(found.value) && !found.table.startsWith('pg_') && backfillStatement(found) === text;
}

/** The name that an identifier stands for. */
const plainName = (identifier: string): string =>
  identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier;
