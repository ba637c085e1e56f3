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

/**
 * Is this text a backfill as it is written above, and nothing else? Whoever runs files of others has to know.
 *
 * @param statement - with or without its semicolon
 */
export function isBackfill(statement: string, known: readonly Backfill[]): boolean {
  const text = `${statement.trim().replace(/;$/, '')};`;
  return known.some((backfill) => backfillStatement(backfill) === text);
}
