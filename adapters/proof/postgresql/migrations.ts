import type { Artefact, Proof } from '@archwright/model';
import { NOT_HERE } from '@archwright/generators/sql/index';
import { messageOf, notRun, proof, type Tool } from '../proof.ts';
import { catalogueLines, difference } from './catalogue-lines.ts';
import { type Database, runFile, runLoose, StatementRefused } from './database.ts';
import type { Statement } from './statements.ts';

export const REVERSIBLE = 'up, down and up again leave nothing behind and give the schema of schema.sql';

/** One numbered pair of files. */
export interface Migration {
  readonly number: string;
  readonly up: Artefact;
  readonly down: Artefact;
}

export type ParsedFiles = ReadonlyMap<string, readonly Statement[]>;

/** The pairs of a store's folder, in order; half a pair is left out. */
export function migrationsOf(folder: string, files: readonly Artefact[]): readonly Migration[] {
  const own = files.filter(({ path }) => path.startsWith(`${folder}migrations/`));
  return own
    .filter(({ path }) => path.endsWith('.up.sql'))
    .flatMap((up) => {
      const down = own.find(({ path }) => path === up.path.replace(/\.up\.sql$/, '.down.sql'));
      const number = /\/(\d{4})_[^/]*$/.exec(up.path)?.[1];
      return down && number !== undefined ? [{ number, up, down }] : [];
    })
    .sort((a, b) => a.up.path.localeCompare(b.up.path, 'en'));
}

/** As psql would: in one transaction, unless the file says that it cannot be in one. */
export const runMigration = (database: Database, { path, content }: Artefact, parsed: ParsedFiles): Promise<void> =>
  (content.startsWith('-- No transaction') ? runLoose : runFile)(database, parsed.get(path) ?? []);

/** What a chain of migrations leaves to people, so that the whole cannot be shown here. */
export const leftToPeople = (migrations: readonly Migration[]): readonly string[] =>
  migrations.flatMap(({ up }) => up.content.split('\n').filter((line) => line.startsWith(NOT_HERE)));

/**
 * All migrations in order, back, and in order again, against the schema as a whole. The line of a refused statement is given where it is
 * in the file the proof is about.
 *
 * @param whole - the catalogue that schema.sql gives, for one migration with its partitions
 */
export async function proveChain(
  by: Tool,
  migrations: readonly Migration[],
  parsed: ParsedFiles,
  whole: (partitions: boolean) => Promise<readonly string[]>,
  empty: () => Promise<Database>,
): Promise<readonly Proof[]> {
  const [first] = migrations;
  const last = migrations.at(-1);
  if (!first || !last) return [];
  const isFirst = migrations.length === 1;
  const subject = isFirst ? first.down : last.up;
  const claim = isFirst ? REVERSIBLE : `${migrations.length} migrations in order, back and in order again: ${REVERSIBLE}`;
  const all = migrations.flatMap(({ up, down }) => [up, down]);
  const unparsed = all.find(({ path }) => !parsed.has(path));
  if (unparsed) return notRun(by, claim, [subject], `${unparsed.path} does not parse`);
  const [left] = leftToPeople(migrations);
  if (left !== undefined) return notRun(by, claim, [subject], left.slice(3));
  let running = subject;
  const runAll = async (database: Database, files: readonly Artefact[]): Promise<void> => {
    for (const file of files) {
      running = file;
      await runMigration(database, file, parsed);
    }
  };
  try {
    const wanted = await whole(isFirst);
    const database = await empty();
    const lines = (): Promise<readonly string[]> => catalogueLines(database, isFirst);
    const before = await lines();
    const ups = migrations.map(({ up }) => up);
    await runAll(database, ups);
    const made = await lines();
    await runAll(database, migrations.map(({ down }) => down).toReversed());
    const after = await lines();
    await runAll(database, ups);
    const again = await lines();
    running = subject;
    const faults = [...difference(before, after), ...difference(made, again), ...difference(wanted, made)];
    if (faults.length > 0) throw new Error(`the catalogue differs:\n${faults.join('\n')}`);
    return [proof(by, subject.path, claim, 'accepted', `${made.length} catalogue entries made, none left, the same made again`)];
  } catch (error) {
    const line = error instanceof StatementRefused ? error.line : undefined;
    return [proof(by, running.path, claim, 'rejected', messageOf(error), line)];
  }
}
