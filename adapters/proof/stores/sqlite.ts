import type { Artefact, Proof } from '@archwright/model';
import { judge, type Finding } from '../findings.ts';
import { optionalPackage } from '../optional-tool.ts';
import { packageVersion } from '../package-version.ts';
import { notRun, type Prover } from '../proof.ts';

const RUN = 'SQLite runs it on an empty database, and its down migration leaves nothing behind';
const REVERSIBLE = 'up, down and up again give the same schema, which is that of sqlite.sql';

/** SQLite and libSQL schemas in a real SQLite (WebAssembly). */
export const proveSqlite: Prover = async (artefacts) => {
  const schemas = artefacts.filter(({ path }) => path.endsWith('/sqlite.sql'));
  if (schemas.length === 0) return [];
  const by = { tool: 'node-sqlite3-wasm', version: packageVersion('node-sqlite3-wasm') };
  const loaded = await optionalPackage('node-sqlite3-wasm@0.8.60', () => import('node-sqlite3-wasm'));
  const proofs: Proof[] = [];
  for (const schema of schemas) {
    const folder = schema.path.slice(0, -'sqlite.sql'.length);
    const find = (ending: string): Artefact | undefined =>
      artefacts.find(({ path }) => path === `${folder}sqlite-migrations/0001_initial.${ending}.sql`);
    const files = [schema, find('up'), find('down')].filter((file) => file !== undefined);
    if ('reason' in loaded) {
      proofs.push(...notRun(by, RUN, files, loaded.reason));
      continue;
    }
    const open = (): Sqlite => new loaded.module.default.Database(':memory:') as unknown as Sqlite;
    for (const file of files)
      if (!file.path.endsWith('.down.sql'))
        proofs.push(
          await judge(by, RUN, file, () => withDatabase(open, (database) => apply(database, file)), 'every statement ran'),
        );
    const [, up, down] = files;
    if (up && down)
      proofs.push(
        await judge(
          by,
          REVERSIBLE,
          down,
          () => withDatabase(open, (database) => roundTrip(database, open, schema, up, down)),
          'no difference',
        ),
      );
  }
  return proofs;
};

interface Sqlite {
  exec(sql: string): void;
  all(sql: string): unknown[];
  close(): void;
}

function withDatabase(open: () => Sqlite, use: (database: Sqlite) => readonly Finding[]): readonly Finding[] {
  const database = open();
  try {
    return use(database);
  } finally {
    database.close();
  }
}

/** Statement by statement, so that a refusal has its line. Our files end each with `;` at the end of a line. */
function apply(database: Sqlite, { content }: Artefact): readonly Finding[] {
  let line = 1;
  for (const statement of content.split(/(?<=;)\n/)) {
    try {
      database.exec(statement);
    } catch (error) {
      const blank = /^(?:\s*\n|--[^\n]*\n)*/.exec(statement)?.[0] ?? '';
      return [{ message: error instanceof Error ? error.message : String(error), line: line + blank.split('\n').length - 1 }];
    }
    line += statement.split('\n').length;
  }
  return [];
}

const schemaOf = (database: Sqlite): readonly string[] =>
  database
    .all("SELECT type || ' ' || name || ': ' || coalesce(sql, '') AS entry FROM sqlite_schema ORDER BY 1")
    .map((row) => (row as { readonly entry: string }).entry);

function roundTrip(database: Sqlite, open: () => Sqlite, schema: Artefact, up: Artefact, down: Artefact): readonly Finding[] {
  const refused = [...apply(database, up)];
  const first = schemaOf(database);
  refused.push(...apply(database, down));
  const left = schemaOf(database);
  refused.push(...apply(database, up));
  const again = schemaOf(database);
  if (refused.length > 0) return refused;
  const whole = open();
  apply(whole, schema);
  const wanted = schemaOf(whole);
  whole.close();
  return [
    ...left.map((entry) => ({ message: `left behind: ${entry}` })),
    ...first.filter((entry) => !again.includes(entry)).map((entry) => ({ message: `not made again: ${entry}` })),
    ...wanted.filter((entry) => !first.includes(entry)).map((entry) => ({ message: `only sqlite.sql has: ${entry}` })),
  ];
}
