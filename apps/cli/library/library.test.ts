/// <reference types="node" />
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const CLI = join(ROOT, 'apps/cli');
const place = mkdtempSync(join(tmpdir(), 'archwright-library-'));
const run = (command: string, args: readonly string[], folder = place): string =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const CONSUMER = `
import { clarify, design, explain, InvalidInput, type Answer, type Decision, type Proof } from 'archwright';
import { design as designPure, type EngineOptions } from 'archwright/engine';

const options: EngineOptions = { date: '2026-11-30', assume: true };
const answer: Answer = await design('Design a notification service. We have 100K users and expect 1M notifications/day.', { ...options, prove: false, offline: true });
const pattern: Decision | undefined = answer.design.decisions.find(({ id }) => id === 'pattern');
const proofs: readonly Proof[] = answer.proofs;
const pure = await designPure(answer.design.brief, options);
const why = explain(answer.design, 'cost.total');
// @ts-expect-error -- a decision has no such field, so the types are real
void pattern?.price;
let refused: unknown;
try {
  await design('x', { date: 'yesterday' });
} catch (error) {
  refused = error instanceof InvalidInput ? error.diagnostics[0]?.code : error;
}
console.log(JSON.stringify({
  passed: answer.gate.passed,
  same: pure.design.decisions.every(({ chosen }, index) => chosen === answer.design.decisions[index]?.chosen),
  files: answer.artefacts.length,
  proofs: proofs.length,
  why: why.kind,
  questions: clarify('I need a database for a high-write logging system.').questions.length,
  verified: answer.design.versions.some(({ version }) => version !== undefined),
  refused,
}));
`;

/**
 * As an outside project has it: the packed tarball in an empty folder, beside the packages that it declares and no others. Those are
 * linked from here: fetching them again would need the registry.
 */
beforeAll(() => {
  run(process.execPath, [join(ROOT, 'scripts/build-types.mjs')], ROOT);
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place], CLI)) as [
    { filename: string },
  ];
  const modules = join(place, 'node_modules');
  mkdirSync(modules);
  run('tar', ['-xzf', join(place, filename), '-C', modules]);
  renameSync(join(modules, 'package'), join(modules, 'archwright'));
  const { dependencies } = JSON.parse(readFileSync(join(modules, 'archwright/package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    const target = [CLI, ROOT].map((folder) => join(folder, 'node_modules', name)).find((path) => existsSync(path))!;
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(target, join(modules, name));
  }
  writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(join(place, 'consumer.ts'), CONSUMER);
}, 400_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

test.each(['NodeNext', 'ESNext'])(
  'an outside project compiles strictly against it, module %s',
  (module) => {
    const compilerOptions = {
      strict: true,
      skipLibCheck: false,
      target: 'ES2023',
      lib: ['ES2023', 'DOM'],
      module,
      ...(module === 'ESNext' && { moduleResolution: 'bundler' }),
      types: [],
      outDir: module,
    };
    writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']);
    expect(readFileSync(join(place, module, 'consumer.js'), 'utf8')).toContain("from 'archwright'");
  },
  120_000,
);

test('and runs, the same with and without Node around the engine', () => {
  const said = JSON.parse(run(process.execPath, ['NodeNext/consumer.js'])) as Record<string, unknown>;
  expect(said).toMatchObject({ passed: true, same: true, proofs: 0, why: 'figure', verified: true, refused: 'option/date' });
  expect(said['files']).toBeGreaterThan(40);
  expect(said['questions']).toBeGreaterThan(2);
}, 120_000);

test('the example for Node runs', () => {
  cpSync(join(ROOT, 'examples'), join(place, 'examples'), { recursive: true });
  const said = run(process.execPath, ['examples/node/design.mjs']);
  expect(said).toMatch(/^Primary datastore: /m);
  expect(said).toContain('[cost.total]');
}, 120_000);

test('the example for a page is one script without Node, and designs there', async () => {
  const { outputFiles, warnings } = await build({
    entryPoints: [join(place, 'examples/browser/main.js')],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  expect(warnings).toEqual([]);
  const elements: Record<string, { value: string; textContent: string; submit?: (event: object) => Promise<void> }> = {};
  const getElementById = (id: string) =>
    (elements[id] ??= Object.assign(
      { value: '', textContent: '' },
      { addEventListener: (_: string, act: never) => void (elements[id]!.submit = act) },
    ));
  const page = createContext({ document: { getElementById }, atob, setTimeout, clearTimeout, TextEncoder, TextDecoder, URL });
  runInContext('globalThis.window = globalThis.self = globalThis;', page);
  runInContext(outputFiles[0]!.text, page);
  elements['brief']!.value = 'Design a notification service. We have 100K users and expect 1M notifications/day.';
  await elements['form']!.submit!({ preventDefault: () => {} });
  expect(elements['answer']!.textContent).toMatch(/\$[\d,]+\/month/);
  elements['brief']!.value = '';
  await elements['form']!.submit!({ preventDefault: () => {} });
  expect(elements['answer']!.textContent).toContain('brief/');
}, 120_000);
