import { type AccessPatternQuery, initialPartitions } from '@archwright/generators/sql/index';
import { sqlName } from '@archwright/generators/escape/index';
import type { Design } from '@archwright/model';
import type { Database } from './database.ts';
import { sizeOf } from './statistics.ts';

/** Below this many rows the planner is right to read the table as a whole; then it is enough that the index can serve. */
const SMALL_TABLE = 10_000;

/** How many cheaper indexes are set aside to see whether the promised one serves. */
const MOST_RIVALS = 4;

export interface PlanVerdict {
  readonly accepted: boolean;
  readonly log: string;
}

/** Explains one query as a prepared statement sees it (any parameter values) and looks for the promised index in the plan. */
export async function judgePlan(database: Database, query: AccessPatternQuery, design: Design): Promise<PlanVerdict> {
  const size = sizeOf(query.entity, design);
  const rows = `${size.rows.toLocaleString('en-US')} rows${size.figure ? ` (${size.figure})` : ' (not known: our own number)'}`;
  const plan = await explain(database, query.sql);
  if (query.index === undefined) return withoutPromise(plan, rows, size.rows >= SMALL_TABLE);
  const serving = await indexesOf(database, query.index);
  const parts = new Set(initialPartitions(query.entity, design.date).map(({ name }) => sqlName(name)));
  const serves = (text: string): boolean => finds(text, serving, query.sql.includes('\nORDER BY ')) && !readsWhole(text, parts);
  if (serves(plan)) return { accepted: true, log: `at ${rows}:\n${plan}` };
  if (serving.length === 0) return { accepted: false, log: `there is no index ${query.index}; at ${rows}:\n${plan}` };
  const rivalled = await withoutRivals(database, query.sql, serving, serves);
  if (rivalled && size.rows >= SMALL_TABLE)
    return {
      accepted: true,
      log: `at ${rows} the planner finds ${rivalled.rivals.join(', ')} as cheap:\n${plan}\nwithout it:\n${rivalled.plan}`,
    };
  if (size.rows >= SMALL_TABLE) return { accepted: false, log: `${query.index} is not used at ${rows}:\n${plan}` };
  await database.exec('SET enable_seqscan = off; SET enable_sort = off');
  const forced = await withoutRivals(database, query.sql, serving, serves);
  await database.exec('RESET enable_seqscan; RESET enable_sort');
  return {
    accepted: forced !== undefined,
    log: `at ${rows} another plan is cheaper:\n${plan}\nthe index ${forced ? `can serve:\n${forced.plan}` : 'cannot serve'}`,
  };
}

/** Nothing is promised, but no large table may be read from end to end either. */
function withoutPromise(plan: string, rows: string, isLarge: boolean): PlanVerdict {
  const whole = isLarge && /\bSeq Scan on /.test(plan);
  return { accepted: !whole, log: `${whole ? 'it reads the whole table' : 'no index is promised'}; at ${rows}:\n${plan}` };
}

/**
 * Sets the indexes that the planner prefers aside, one after the other, until the promised one serves. Two indexes that
 * start with the same selective column cost the same in these statistics; which one wins then says nothing.
 */
async function withoutRivals(
  database: Database,
  sql: string,
  serving: readonly string[],
  serves: (plan: string) => boolean,
): Promise<{ rivals: readonly string[]; plan: string } | undefined> {
  const rivals: string[] = [];
  await database.exec('BEGIN');
  try {
    for (let tries = 0; tries <= MOST_RIVALS; tries += 1) {
      const plan = await explain(database, sql);
      if (serves(plan)) return { rivals, plan };
      const preferred = indexesIn(plan).filter((name) => !serving.includes(name));
      if (preferred.length === 0) return undefined;
      rivals.push(...preferred);
      await database.query(
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid IN (SELECT oid FROM pg_class WHERE relname = ANY($1) AND relnamespace = 'public'::regnamespace)",
        [preferred],
      );
    }
    return undefined;
  } finally {
    await database.exec('ROLLBACK');
  }
}

/** The simple protocol: the extended one would ask for the parameters' values. */
async function explain(database: Database, sql: string): Promise<string> {
  const [result] = await database.exec(`EXPLAIN (GENERIC_PLAN) ${sql}`);
  return (result?.rows ?? []).map((row) => String(row['QUERY PLAN'])).join('\n');
}

/** The index and, on a partitioned table, the parts of it that the partitions have. */
async function indexesOf(database: Database, name: string): Promise<readonly string[]> {
  const { rows } = await database.query<{ relname: string }>(
    `SELECT c.relname FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = i.inhparent
     WHERE c.relkind IN ('i', 'I') AND c.relnamespace = 'public'::regnamespace AND (c.relname = $1 OR p.relname = $1)`,
    [name],
  );
  return rows.map(({ relname }) => relname);
}

const indexesIn = (plan: string): readonly string[] => [
  ...new Set(
    [...plan.matchAll(/(?:Index (?:Only )?Scan(?: Backward)? using|Bitmap Index Scan on) ("(?:[^"]|"")+"|\S+)/g)].map(
      ([, name = '']) => unquoted(name),
    ),
  ),
];

/**
 * An index serves when the plan goes to a place in it (`Index Cond`, `Order By`), or reads it from one end to have the rows
 * in order. Reading a whole index in any order only to filter afterwards is a sequential scan by another name.
 */
function finds(plan: string, serving: readonly string[], isOrdered: boolean): boolean {
  const lines = plan.split('\n');
  return lines.some((line, at) => {
    if (!indexesIn(line).some((name) => serving.includes(name))) return false;
    const goesToPlace = /^ *(?:Index Cond|Order By):/.test(lines[at + 1] ?? '');
    return goesToPlace || (isOrdered && !plan.includes('Sort Key:'));
  });
}

/** A partition read from end to end, which the default one, being empty, may be. */
const readsWhole = (plan: string, partitions: ReadonlySet<string>): boolean =>
  [...plan.matchAll(/Seq Scan on ("(?:[^"]|"")+"|\S+)/g)].some(([, name = '']) => partitions.has(unquoted(name)));

const unquoted = (name: string): string => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name);
