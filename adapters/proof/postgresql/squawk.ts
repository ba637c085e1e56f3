/// <reference types="node" />
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import type { Artefact, Proof } from '@archwright/model';
import { judge, type Finding } from '../findings.ts';
import { runProgram } from '../optional-tool.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';

const CLAIM = 'the migration linter finds nothing that locks, breaks or loses';

type Rules = Readonly<Record<string, string>>;

/**
 * Rules that are left out, and why; by what kind of file it is.
 *
 * @source https://squawkhq.com/docs/rules, read 2026-11-30
 */
const ALWAYS: Rules = {
  'prefer-bigint-over-int': 'integers of the design are bounded counters and versions; keys are UUIDs or bigints',
  'prefer-bigint-over-smallint': 'as for int',
};
const WHOLE: Rules = {
  'prefer-robust-stmts':
    'the file is one transaction: it is there as a whole or not at all, and IF NOT EXISTS would hide a drift',
};
const LOOSE: Rules = {
  'prefer-robust-stmts': 'statements that build something first drop what a stopped run left; the others fail without harm',
};
const FIRST: Rules = {
  'require-concurrent-index-creation':
    'the first migration makes its tables in the same transaction: they are empty and nobody reads them yet',
};
const BACK: Rules = Object.fromEntries(
  [
    'ban-drop-column',
    'ban-drop-table',
    'ban-drop-not-null',
    'adding-not-nullable-field',
    'disallowed-unique-constraint',
    'constraint-missing-not-valid',
    'require-concurrent-index-creation',
  ].map((rule) => [rule, 'going back runs in empty environments and in the pipeline only, or by hand while nobody writes']),
);
const CONTRACT: Rules = {
  'ban-drop-table': 'no version that runs reads the table any more: that is what a contract is',
};

/** A migration says in its first line whether it is one transaction. */
const isLoose = ({ content }: Artefact): boolean => content.startsWith('-- No transaction');

const excludedOf = (file: Artefact): Rules => ({
  ...ALWAYS,
  ...(isLoose(file) ? LOOSE : WHOLE),
  ...(/\/0001_[^/]*$/.test(file.path) ? FIRST : {}),
  ...(file.path.endsWith('.down.sql') ? BACK : {}),
  ...(file.path.endsWith('_contract.up.sql') ? CONTRACT : {}),
});

/** Migrations of PostgreSQL, linted where the linter is installed. */
export const proveMigrationLint: Prover = async (artefacts) => {
  const files = artefacts.filter(
    ({ path, mediaType }) => /(?:^|\/)migrations\/[^/]{1,200}\.sql$/.test(path) && mediaType === 'application/sql',
  );
  if (files.length === 0) return [];
  const by = { tool: 'squawk', version: packageVersion('squawk-cli') };
  const binary = linterPath();
  if (binary === undefined) return notRun(by, CLAIM, files, 'not installed here: npm install --no-save squawk-cli@2.66.0');
  const acceptedOf = (file: Artefact): string =>
    `no finding; left out: ${Object.entries(excludedOf(file))
      .map(([rule, why]) => `${rule} (${why})`)
      .join('; ')}`;
  const lint = async (file: Artefact): Promise<readonly Finding[]> => {
    const args = [
      '--pg-version=18',
      ...(isLoose(file) ? [] : ['--assume-in-transaction']),
      '--reporter=json',
      `--exclude=${Object.keys(excludedOf(file)).join(',')}`,
      '--stdin-filepath=migration.sql',
    ];
    const { output, errors, status } = await runProgram(binary, args, { input: file.content });
    if (output.trim() === '') return status === 0 ? [] : [{ message: errors.trim() }];
    type Reported = { readonly line: number; readonly rule_name: string; readonly message: string };
    return (JSON.parse(output) as readonly Reported[]).map(({ line, rule_name: rule, message }) => ({
      message: `${rule}: ${message}`,
      line: line + 1,
    }));
  };
  const proofs: Proof[] = [];
  for (const file of files) {
    try {
      const findings = await lint(file);
      proofs.push(await judge(by, CLAIM, file, () => findings, acceptedOf(file)));
    } catch (error) {
      proofs.push(...notRun(by, CLAIM, [file], `it did not run: ${messageOf(error)}`));
    }
  }
  return proofs;
};

/** The program inside the package of this platform, started without its wrapper. */
function linterPath(): string | undefined {
  const name = `@squawk-cli/${process.platform}-${process.arch}`;
  try {
    const here = createRequire(import.meta.url);
    const folder = dirname(createRequire(here.resolve('squawk-cli/package.json')).resolve(`${name}/package.json`));
    return [join(folder, 'bin/squawk'), join(folder, 'squawk'), join(folder, 'bin/squawk.exe'), join(folder, 'squawk.exe')].find(
      existsSync,
    );
  } catch {
    return undefined;
  }
}
