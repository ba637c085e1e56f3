#!/usr/bin/env node
// Writes the declarations of the library into apps/cli/dist/types: what the two entries reach, and nothing else. Names of our own
// packages become paths inside the folder, so that an outside project needs only what the published package names.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const types = join(root, 'apps/cli/dist/types');
const ENTRIES = ['apps/cli/library/index.d.ts', 'apps/cli/library/engine.d.ts'];
const SPECIFIER = /(\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"]+)\2/g;

rmSync(types, { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.types.json')], {
  stdio: 'inherit',
});

/** The declaration that a specifier means, as a path below `types`; undefined for packages of others. */
function targetOf(specifier, from) {
  if (specifier.startsWith('.')) return join(dirname(from), specifier.replace(/\.(?:ts|js)$/, '.d.ts'));
  const [, name, path = 'index'] = /^@archwright\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  const folder = ['packages', 'adapters', 'apps'].map((side) => `${side}/${name}`).find((one) => existsSync(join(types, one)));
  if (folder === undefined) throw new Error(`${from} needs ${specifier}, which has no declarations`);
  return `${folder}/${path.replace(/\.(?:ts|js)$/, '')}.d.ts`;
}

const reached = new Set();
const waiting = [...ENTRIES];
while (waiting.length > 0) {
  const path = waiting.pop();
  if (reached.has(path)) continue;
  reached.add(path);
  const text = readFileSync(join(types, path), 'utf8').replaceAll(SPECIFIER, (whole, before, quote, specifier) => {
    const target = targetOf(specifier, path);
    if (target === undefined) return whole;
    waiting.push(target);
    const step = relative(dirname(path), target)
      .replaceAll('\\', '/')
      .replace(/\.d\.ts$/, '.js');
    return `${before}${quote}${step.startsWith('.') ? step : `./${step}`}${quote}`;
  });
  writeFileSync(join(types, path), text);
}
for (const item of readdirSync(types, { recursive: true, withFileTypes: true })) {
  const path = join(item.parentPath, item.name);
  if (item.isFile() && !reached.has(relative(types, path).replaceAll('\\', '/'))) rmSync(path);
}
