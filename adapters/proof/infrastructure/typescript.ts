/// <reference types="node" />
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Artefact, Proof } from '@archwright/model';
import { judged } from '../findings.ts';
import { runProgram } from '../optional-tool.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';

const CLAIM = 'it is TypeScript, and every name is declared once and before it is used';
const PROVIDER = 'the provider’s types accept every argument (tsc with the provider’s package)';
const WHY_NOT = 'the provider’s package has hundreds of megabytes: run `npm ci && npx tsc --noEmit` in the folder';

/** Pulumi and SST programs, given to the TypeScript compiler with the providers' packages standing in as unknown. */
export const provePrograms: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) => /(?:^|\/)infrastructure\/[^/]+\.ts$/.test(path));
  if (files.length === 0) return [];
  const by = { tool: 'typescript', version: packageVersion('typescript') };
  const compiler = compilerPath();
  const rest = notRun({ tool: 'typescript', version: by.version }, PROVIDER, files, WHY_NOT);
  if (compiler === undefined)
    return [...notRun(by, CLAIM, files, 'not installed here: npm install --no-save typescript@7.0.2'), ...rest];
  try {
    return [...(await Promise.all(files.map((file) => compile(by, compiler, file)))), ...rest];
  } catch (error) {
    return [...notRun(by, CLAIM, files, `the compiler did not run: ${messageOf(error)}`), ...rest];
  }
};

function compilerPath(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  } catch {
    return undefined;
  }
}

/** Names that the tools bring: their values are not looked at here. */
const AMBIENT = `declare module '@pulumi/*' { const all: any; export = all; }
declare const $config: (program: { app(input: { stage?: string } | undefined): unknown; run(): Promise<unknown> }) => unknown;
declare const $app: any; declare const aws: any; declare const sst: any; declare const cloudflare: any;
`;
const OPTIONS =
  '--noEmit --strict --target es2022 --module esnext --moduleResolution bundler --skipLibCheck --types --pretty false'.split(' ');

async function compile(by: { tool: string; version: string }, compiler: string, file: Artefact): Promise<Proof> {
  const folder = mkdtempSync(join(tmpdir(), 'archwright-'));
  try {
    writeFileSync(join(folder, 'ambient.d.ts'), AMBIENT);
    // SST's own declarations are made by its first run.
    writeFileSync(join(folder, 'program.ts'), file.content.replace(/^\/\/\/ <reference[^\n]*/, '//'));
    const { output } = await runProgram(
      process.execPath,
      [compiler, ...OPTIONS.filter((one) => one !== '--types'), 'ambient.d.ts', 'program.ts'],
      { cwd: folder },
    );
    const findings = [...output.matchAll(/^program\.ts\((\d+),\d+\): error (TS\d+: .*)$/gm)].map(([, line, message]) => ({
      message: message!,
      line: Number(line),
    }));
    const other = /^(?!program\.ts).*error TS.*$/m.exec(output)?.[0];
    if (other !== undefined && findings.length === 0) throw new Error(other);
    return judged(by, CLAIM, file, findings, 'no finding');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
