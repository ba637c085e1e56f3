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

/**
 * Rules that are left out, and why.
 *
 * @source https://squawkhq.com/docs/rules, read 2026-11-30
 */
const EXCLUDED: Readonly<Record<string, string>> = {
  'prefer-robust-stmts':
    'a migration is one transaction: it is there as a whole or not at all, and IF NOT EXISTS would hide a drift',
  'require-concurrent-index-creation':
    'the first migration makes its tables in the same transaction: they are empty and nobody reads them yet',
  'ban-drop-table':
    'dropping is what taking the first migration back means; it runs in empty environments and in the pipeline only',
  'prefer-bigint-over-int': 'integers of the design are bounded counters and versions; keys are UUIDs or bigints',
  'prefer-bigint-over-smallint': 'as for int',
};

/** Migrations of PostgreSQL, linted where the linter is installed. */
export const proveMigrationLint: Prover = async (artefacts) => {
  const files = artefacts.filter(
    ({ path, mediaType }) => /(?:^|\/)migrations\/[^/]{1,200}\.sql$/.test(path) && mediaType === 'application/sql',
  );
  if (files.length === 0) return [];
  const by = { tool: 'squawk', version: packageVersion('squawk-cli') };
  const binary = linterPath();
  if (binary === undefined) return notRun(by, CLAIM, files, 'not installed here: npm install --no-save squawk-cli@2.66.0');
  const rules = Object.keys(EXCLUDED).join(',');
  const accepted = `no finding; left out: ${Object.entries(EXCLUDED)
    .map(([rule, why]) => `${rule} (${why})`)
    .join('; ')}`;
  const lint = async ({ content }: Artefact): Promise<readonly Finding[]> => {
    const args = [
      '--pg-version=18',
      '--assume-in-transaction',
      '--reporter=json',
      `--exclude=${rules}`,
      '--stdin-filepath=migration.sql',
    ];
    const { output, errors, status } = await runProgram(binary, args, { input: content });
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
      proofs.push(await judge(by, CLAIM, file, () => findings, accepted));
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
