/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
let folder = '';
const catalogue = (): string => join(folder, 'catalogue');
const run = (script: string, ...words: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts', script), ...words, '--root', catalogue()], { encoding: 'utf8' });

/** The entries that the registry of the copied catalogue now holds. */
async function registered(): Promise<Record<string, readonly { readonly id: string; readonly name: string }[]>> {
  const outfile = join(folder, `registry-${Date.now()}.mjs`);
  await build({
    entryPoints: [join(catalogue(), 'registry.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    nodePaths: [join(ROOT, 'node_modules')],
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)) as never;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'archwright-catalogue-'));
  cpSync(join(ROOT, 'packages/catalogue'), catalogue(), {
    recursive: true,
    filter: (path) => !path.endsWith('.test.ts') && !path.includes('node_modules'),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a new entry', () => {
  test.each([
    ['technology', 'technologies/duckdb.ts', []],
    ['archetype', 'archetypes/duckdb.ts', []],
    ['mechanism', 'mechanisms/duckdb.ts', []],
    ['failure-mode', 'failure-modes/duckdb.ts', []],
    ['compliance', 'compliance/duckdb.ts', []],
    ['option', 'options/append-store/duckdb.ts', ['--at', 'append-store']],
  ])('%s is one file and one line of the registry', (kind, path, more) => {
    const before = readFileSync(join(catalogue(), 'registry.ts'), 'utf8');
    const { status, stdout } = run('new-catalogue-entry.mjs', kind, 'duckdb', '--name', 'DuckDB', ...more);
    expect([status, stdout]).toEqual([0, expect.stringContaining(path)]);
    const added = readFileSync(join(catalogue(), 'registry.ts'), 'utf8')
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    expect(added).toHaveLength(2);
  });

  test('a technology dropped in by hand is seen by the registry, with no other file touched', async () => {
    const entry = readFileSync(join(catalogue(), 'technologies/clickhouse.ts'), 'utf8');
    writeFileSync(
      join(catalogue(), 'technologies/dropped-in.ts'),
      entry.replace(/id: '[^']+', name: '[^']+'/, "id: 'dropped-in', name: 'Dropped in'"),
    );
    expect(run('generate-registry.mjs').status).toBe(0);
    const { technologiesEntries = [], optionsEntries = [] } = await registered();
    expect(technologiesEntries.find(({ id }) => id === 'dropped-in')?.name).toBe('Dropped in');
    expect(optionsEntries.find(({ id }) => id === 'duckdb')?.name).toBe('DuckDB');
  });

  test.each([
    ['an unknown kind', ['recipe', 'x'], 'recipe is no kind of entry'],
    ['an id that is no file name', ['technology', '../escape'], 'lower-case words joined by hyphens'],
    ['an entry that exists', ['technology', 'postgresql'], 'exists already'],
    ['an option without its decision point', ['option', 'x'], '--at names the decision point'],
    ['a decision point that does not exist', ['option', 'x', '--at', 'nowhere'], 'nowhere is no decision point'],
  ])('%s is refused and nothing is written', (_, words, message) => {
    const before = readFileSync(join(catalogue(), 'registry.ts'), 'utf8');
    const { status, stderr } = run('new-catalogue-entry.mjs', ...words);
    expect([status, stderr]).toEqual([64, expect.stringContaining(message)]);
    expect(existsSync(join(catalogue(), 'technologies/x.ts'))).toBe(false);
    expect(readFileSync(join(catalogue(), 'registry.ts'), 'utf8')).toBe(before);
  });
});
