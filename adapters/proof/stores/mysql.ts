/// <reference types="node" />
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artefact, Proof } from '@archwright/model';
import { judged, type Finding } from '../findings.ts';
import { programPath, runProgram, ToolStopped } from '../optional-tool.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';
import { actingStatement, type SqlStatement, statementsOf } from './mysql-statements.ts';

const RUN = 'MariaDB, which speaks the language of MySQL, runs it on an empty database (MySQL itself was not asked)';
const REVERSIBLE =
  'up, down and up again in MariaDB give the same schema, which is that of mysql.sql (MySQL itself was not asked)';
const HINT = 'not installed here: apt-get install mariadb-server-core (scripts/setup-tools.sh does it on Debian)';

/** MySQL schemas in a real engine of its family, which reads statements and ends: no server, no port, nobody else’s data. */
export const proveMysql: Prover = async (artefacts) => {
  const schemas = artefacts.filter(({ path }) => path.endsWith('/mysql.sql'));
  if (schemas.length === 0) return [];
  const engine = programPath('mariadbd');
  const missing = { tool: 'mariadbd', version: 'none' };
  const proofs: Proof[] = [];
  for (const schema of schemas) {
    const pair = (['up', 'down'] as const).map((ending) =>
      artefacts.find(({ path }) => path === schema.path.replace(/mysql\.sql$/, `mysql-migrations/0001_initial.${ending}.sql`)),
    );
    const files = [schema, ...pair].filter((file) => file !== undefined);
    if (engine === undefined) {
      proofs.push(...notRun(missing, RUN, files, HINT));
      continue;
    }
    try {
      proofs.push(...(await proveStore(engine, schema, pair)));
    } catch (error) {
      proofs.push(...notRun(missing, RUN, files, `it did not run: ${messageOf(error)}`));
    }
  }
  return proofs;
};

async function proveStore(
  engine: string,
  schema: Artefact,
  [up, down]: readonly (Artefact | undefined)[],
): Promise<readonly Proof[]> {
  const { output } = await runProgram(engine, ['--no-defaults', '--version']);
  const by = { tool: 'mariadbd', version: /Ver (\d+\.\d+\.\d+)/.exec(output)?.[1] ?? 'unknown' };
  const files = [schema, ...(up && down ? [up, down, up] : [])];
  for (const file of files) {
    const acting = actingStatement(statementsOf(file.content));
    if (acting)
      return notRun(by, RUN, [schema], `only declarations are run here, and line ${acting.line} of ${file.path} is none`);
  }
  const { refused, forms } = await runFiles(engine, files);
  const claimOf = (index: number): string => (index < 2 ? RUN : REVERSIBLE);
  if (refused) {
    const file = files[refused.file]!;
    return [judged(by, claimOf(refused.file), file, [refused.finding], '')];
  }
  const ran = judged(by, RUN, schema, [], 'every statement ran');
  if (!up || !down) return [ran];
  const [whole, first, left, again] = forms;
  const differences: readonly Finding[] = [
    ...left!.map((line) => ({ message: `left behind: ${line}` })),
    ...first!.filter((line) => !again!.includes(line)).map((line) => ({ message: `not made again: ${line}` })),
    ...whole!.filter((line) => !first!.includes(line)).map((line) => ({ message: `only mysql.sql has: ${line}` })),
    ...first!.filter((line) => !whole!.includes(line)).map((line) => ({ message: `mysql.sql has not: ${line}` })),
  ];
  return [
    ran,
    judged(by, RUN, up, [], 'every statement ran'),
    judged(by, REVERSIBLE, down, differences, `${first!.length} entries, no difference`),
  ];
}

interface Ran {
  /** Which file, by its place, and what the engine says of it. */
  readonly refused?: { readonly file: number; readonly finding: Finding };
  /** What the database held after each file, a line for each column, key, check and partition. */
  readonly forms: readonly (readonly string[])[];
}

/** The first file in a database of its own, the others one after another in a second one. */
async function runFiles(engine: string, files: readonly Artefact[]): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'archwright-'));
  const place = (file: number, statement: number | string): string => join(folder, `${file}-${statement}`);
  const lists = files.map(({ content }) => statementsOf(content));
  const mark = (path: string): string => `SELECT 1 INTO OUTFILE '${path}';`;
  const script = [
    'CREATE DATABASE whole;',
    'CREATE DATABASE steps;',
    ...lists.flatMap((statements, file) => [
      `USE ${file === 0 ? 'whole' : 'steps'};`,
      ...statements.flatMap(({ sql }, index) => [`${sql};`, mark(place(file, index))]),
      formOf(file === 0 ? 'whole' : 'steps', place(file, 'form')),
    ]),
  ].join('\n');
  try {
    const args = [
      '--no-defaults',
      '--bootstrap',
      `--datadir=${folder}`,
      `--secure-file-priv=${folder}`,
      '--skip-log-bin',
      '--symbolic-links=0',
      '--innodb-log-file-size=8M',
      '--innodb-buffer-pool-size=16M',
      ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    ];
    const { status, errors } = await runProgram(engine, args, { input: `${script}\n` });
    if (status !== 0) return { refused: refusal(lists, place, errors), forms: [] };
    return { forms: files.map((_, file) => readFileSync(place(file, 'form'), 'utf8').split('\n').filter(Boolean)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first statement that left no mark. */
function refusal(
  lists: readonly (readonly SqlStatement[])[],
  place: (file: number, statement: number | string) => string,
  errors: string,
): NonNullable<Ran['refused']> {
  const message = /^ERROR: (.*)$/m.exec(errors)?.[1];
  for (const [file, statements] of lists.entries()) {
    // What the engine held against our own question is not held against a file.
    if (file > 0 && !existsSync(place(file - 1, 'form'))) break;
    for (const [index, { line }] of statements.entries())
      if (!existsSync(place(file, index)) && message !== undefined) return { file, finding: { message, line } };
  }
  throw new ToolStopped(errors.trim().split('\n').at(-1) ?? 'it ended without a word');
}

/** Everything a schema file makes, one line each, sorted. */
const formOf = (database: string, path: string): string =>
  `SELECT entry FROM (
SELECT concat_ws(' ', 'column', table_name, column_name, column_type, is_nullable, column_default, extra) AS entry FROM information_schema.columns WHERE table_schema = '${database}'
UNION ALL SELECT concat_ws(' ', 'index', table_name, index_name, non_unique, seq_in_index, column_name, index_type) FROM information_schema.statistics WHERE table_schema = '${database}'
UNION ALL SELECT concat_ws(' ', 'reference', table_name, constraint_name, column_name, referenced_table_name, referenced_column_name) FROM information_schema.key_column_usage WHERE table_schema = '${database}' AND referenced_table_name IS NOT NULL
UNION ALL SELECT concat_ws(' ', 'check', table_name, check_clause) FROM information_schema.check_constraints WHERE constraint_schema = '${database}'
UNION ALL SELECT concat_ws(' ', 'partition', table_name, partition_name, partition_expression, partition_description) FROM information_schema.partitions WHERE table_schema = '${database}' AND partition_name IS NOT NULL
) AS found ORDER BY entry INTO OUTFILE '${path}';`.replaceAll('\n', ' ');
