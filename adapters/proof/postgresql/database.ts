/// <reference types="node" />
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGliteInterface, PGliteOptions } from '@electric-sql/pglite';
import type { Statement } from './statements.ts';

/** Extensions that come with the embedded PostgreSQL; `vector` and `postgis` do not. */
const BUNDLED = {
  btree_gin: () => import('@electric-sql/pglite/contrib/btree_gin'),
  btree_gist: () => import('@electric-sql/pglite/contrib/btree_gist'),
  citext: () => import('@electric-sql/pglite/contrib/citext'),
  hstore: () => import('@electric-sql/pglite/contrib/hstore'),
  ltree: () => import('@electric-sql/pglite/contrib/ltree'),
} as const;
type Bundled = keyof typeof BUNDLED;
const isBundled = (name: string): name is Bundled => name in BUNDLED;

export type Database = PGliteInterface;

interface Running {
  readonly database: Promise<Database>;
  readonly extensions: ReadonlySet<string>;
}
/** One instance a process: each takes some 760 MB. */
let running: Running | undefined;

/**
 * The embedded PostgreSQL with an empty `public` schema.
 *
 * @param cache - folder for a copy of the freshly made data directory, which makes the next start four times faster
 */
export async function emptyDatabase(extensions: readonly string[], cache?: string): Promise<Database> {
  if (running && !extensions.every((name) => running!.extensions.has(name))) {
    await (await running.database).close();
    running = undefined;
  }
  running ??= { database: boot(extensions, cache), extensions: new Set(extensions) };
  const database = await running.database;
  await database.exec('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; RESET ALL; SET search_path = public;');
  return database;
}

/** Ends the instance, so that its memory is free again. */
export async function closeDatabase(): Promise<void> {
  const ending = running;
  running = undefined;
  await (await ending?.database)?.close();
}

/** Extensions a schema asks for which the embedded PostgreSQL does not have. */
export const missingExtensions = (names: readonly string[]): readonly string[] => names.filter((name) => !isBundled(name));

async function boot(names: readonly string[], cache: string | undefined): Promise<Database> {
  const { PGlite } = await import('@electric-sql/pglite');
  const loaded = await Promise.all(
    names.filter(isBundled).map(async (name) => Object.entries(await BUNDLED[name]()).filter(([key]) => key === name)),
  );
  const extensions = Object.fromEntries(loaded.flat()) as NonNullable<PGliteOptions['extensions']>;
  const copy = cache === undefined ? undefined : join(cache, 'postgresql-18-empty.tar.gz');
  if (copy !== undefined && existsSync(copy)) {
    try {
      return await PGlite.create({ extensions, loadDataDir: new Blob([new Uint8Array(readFileSync(copy))]) });
    } catch {
      // A damaged copy is only a slower start.
    }
  }
  const database = await PGlite.create({ extensions });
  if (copy !== undefined) await keep(database, cache!, copy);
  return database;
}

async function keep(database: Database, folder: string, copy: string): Promise<void> {
  const dump = await database.dumpDataDir('gzip');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${copy}.part`, new Uint8Array(await dump.arrayBuffer()));
  renameSync(`${copy}.part`, copy);
}

/** An objection of PostgreSQL to one statement of a file. */
export class StatementRefused extends Error {
  readonly line: number;
  constructor(statement: Statement, reason: string) {
    super(`${reason}\n${statement.sql.slice(0, 400)}`);
    this.line = statement.line;
  }
}

/** Runs a file's statements in one transaction, so that a refused file leaves nothing behind. */
export async function runFile(database: Database, statements: readonly Statement[]): Promise<void> {
  await database.exec('BEGIN');
  for (const statement of statements) {
    try {
      await database.exec(statement.sql);
    } catch (error) {
      await database.exec('ROLLBACK');
      throw new StatementRefused(statement, error instanceof Error ? error.message : String(error));
    }
  }
  await database.exec('COMMIT');
}

/** Runs a file's statements one by one, each by itself: what it did before a refusal stays. */
export async function runLoose(database: Database, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) {
    try {
      await database.exec(statement.sql);
    } catch (error) {
      throw new StatementRefused(statement, error instanceof Error ? error.message : String(error));
    }
  }
}
