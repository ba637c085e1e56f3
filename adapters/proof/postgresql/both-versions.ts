import { sqlIdentifier, sqlLiteral } from '@archwright/generators/escape/index';
import { FILL_IN } from '@archwright/generators/sql/index';
import type { Artefact, Entity, Field, Proof } from '@archwright/model';
import { messageOf, notRun, proof, type Tool } from '../proof.ts';
import { type Database, StatementRefused } from './database.ts';
import { leftToPeople, type Migration, type ParsedFiles, runMigration } from './migrations.ts';
import { insertRow } from './statistics.ts';

const CLAIM =
  'rows of the old version stay; after the expand both versions write, and after the contract the new one; every row is still there';

/** What one version of the application knows of a store. */
export interface Version {
  readonly entities: readonly Entity[];
  readonly date: string;
}

/**
 * Takes a database with rows from the old schema to the new one, with both versions writing in between.
 *
 * @param migrations - in order; those of `earlier` made the old schema
 */
export async function proveBothVersions(
  by: Tool,
  migrations: readonly Migration[],
  earlier: readonly Artefact[],
  parsed: ParsedFiles,
  versions: { readonly old: Version; readonly now: Version },
  empty: () => Promise<Database>,
): Promise<readonly Proof[]> {
  const known = new Set(earlier.map(({ path }) => path));
  const [base, added] = [migrations.filter(({ up }) => known.has(up.path)), migrations.filter(({ up }) => !known.has(up.path))];
  const [subject] = added;
  if (!subject) return [];
  const [left] = leftToPeople(added);
  if (left !== undefined) return notRun(by, CLAIM, [subject.up], left.slice(3));
  let running = subject.up;
  const run = async (database: Database, files: readonly Migration[]): Promise<void> => {
    for (const { up } of files) {
      running = up;
      await runMigration(database, up, parsed);
    }
  };
  try {
    const database = await empty();
    const write = (version: Version, variant: number): Promise<void> => writeRows(database, version, variant);
    const contracts = added.filter(({ up }) => up.path.endsWith('_contract.up.sql'));
    await run(database, base);
    await write(versions.old, 1);
    await run(
      database,
      added.filter((one) => !contracts.includes(one)),
    );
    await write(versions.old, 2);
    await write(versions.now, 3);
    const filled = await fillIn(database, contracts, versions.now);
    await run(database, contracts);
    await write(versions.now, 4);
    const lost = await lostRows(database, versions);
    running = contracts.at(-1)?.up ?? subject.up;
    if (lost.length > 0) throw new Error(lost.join('\n'));
    const log = filled.length > 0 ? `; filled in here as people will: ${filled.join(', ')}` : '';
    return [proof(by, subject.up.path, CLAIM, 'accepted', `4 rows a table, 2 by each version${log}`)];
  } catch (error) {
    const line = error instanceof StatementRefused ? error.line : undefined;
    return [proof(by, running.path, CLAIM, 'rejected', messageOf(error), line)];
  }
}

const uuid = (variant: number): string => `'00000000-0000-4000-8000-00000000000${variant}'`;

/** Every row of a variant refers to the rows of that variant, whichever table they are in. */
function distinct({ type, values }: Field, variant: number): string | undefined {
  if (values) return undefined;
  const plain = type.toLowerCase();
  if (plain === 'uuid') return uuid(variant);
  const length = /^char(?:acter)?\((\d{1,6})\)$/.exec(plain)?.[1];
  if (length !== undefined) return sqlLiteral(String(variant).padStart(Number(length), 'x'));
  if (/^(?:text|citext|varchar)/.test(plain) && !plain.endsWith(']')) return sqlLiteral(String(variant));
  if (/^(?:smallint|integer|int|bigint|numeric)/.test(plain) && !plain.endsWith(']')) return String(variant);
  return plain === 'bytea' ? `'\\x0${variant}'` : undefined;
}

/** Parents may come after their children: whether every reference leads somewhere is what VALIDATE looks at later. */
async function writeRows(database: Database, { entities, date }: Version, variant: number): Promise<void> {
  await database.exec("SET session_replication_role = 'replica'");
  try {
    for (const entity of entities) {
      const given = entity.fields.flatMap((field) => {
        const value = distinct(field, variant);
        return value === undefined ? [] : [[field.name, value] as const];
      });
      await database.exec(insertRow(entity, date, Object.fromEntries(given))).catch((error: unknown) => {
        const version = variant <= 2 ? 'old' : 'new';
        throw new Error(`the ${version} version cannot write to ${entity.table}: ${messageOf(error)}`);
      });
    }
  } finally {
    await database.exec("SET session_replication_role = 'origin'");
  }
}

/** The values that the contract asks people for, at each line that asks. */
async function fillIn(database: Database, contracts: readonly Migration[], now: Version): Promise<readonly string[]> {
  const wanted = contracts.flatMap(({ up }) =>
    up.content
      .split('\n')
      .filter((line) => line.startsWith(FILL_IN))
      .map((line) => line.slice(FILL_IN.length).trim()),
  );
  const filled: string[] = [];
  for (const entity of now.entities)
    for (const field of entity.fields) {
      const place = `${sqlIdentifier(entity.table)}.${sqlIdentifier(field.name)}`;
      if (!wanted.some((one) => one.startsWith(`${place}.`))) continue;
      const name = sqlIdentifier(field.name);
      await database.exec(`UPDATE ${sqlIdentifier(entity.table)} SET ${name} = ${fillValue(field)} WHERE ${name} IS NULL`);
      filled.push(place);
    }
  return filled;
}

/** A unique column gets a value a row; any other that of the third rows, which are in every table. */
function fillValue(field: Field): string {
  const plain = field.type.toLowerCase();
  if (field.unique && plain === 'uuid') return 'gen_random_uuid()';
  if (field.unique && /^(?:text|citext|varchar)/.test(plain)) return "'x' || ctid::text";
  if (field.unique && /^(?:integer|int|bigint)/.test(plain)) return '1000 + (ctid::text::point)[1]::integer';
  return distinct(field, 3) ?? (field.values?.[0] === undefined ? plainValue(plain) : sqlLiteral(field.values[0]));
}

const plainValue = (type: string): string =>
  type.endsWith('[]') || type.startsWith('json')
    ? "'{}'"
    : /^(?:date|timestamp)/.test(type)
      ? 'now()'
      : type.startsWith('bool')
        ? 'true'
        : "'1'";

async function lostRows(
  database: Database,
  { old, now }: { readonly old: Version; readonly now: Version },
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const entity of now.entities) {
    const expected = old.entities.some(({ id }) => id === entity.id) ? 4 : 2;
    const { rows } = await database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM ${sqlIdentifier(entity.table)}`,
    );
    const count = rows[0]?.count;
    if (count !== expected) faults.push(`${entity.table} has ${count} rows, not ${expected}`);
  }
  return faults;
}
