#!/usr/bin/env node
// Builds what the command line needs: the Mermaid parser as one file without a browser, and the CLI as one bundle.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'apps/cli');
const { version, dependencies, peerDependencies } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));

const folder = join(root, 'adapters/proof/mermaid');
// For parsing only: the sanitiser, which needs a browser, is taken out (as in adapters/proof/mermaid/bundle.ts).
await build({
  entryPoints: [join(folder, 'bundle-entry.ts')],
  outfile: join(cli, 'dist/mermaid-parser.cjs'),
  alias: { dompurify: join(folder, 'no-sanitiser.ts') },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
});

/** Shorter and parsed faster; names stay, so that stack traces can be read. */
const smaller = { minifyWhitespace: true, minifySyntax: true };

const { metafile } = await build({
  entryPoints: {
    archwright: join(cli, 'main.ts'),
    'mcp-worker': join(cli, 'mcp-worker.ts'),
    index: join(cli, 'library/index.ts'),
    engine: join(cli, 'library/engine.ts'),
  },
  outdir: join(cli, 'dist'),
  bundle: true,
  // What only one command needs is a file of its own and is loaded by that command.
  splitting: true,
  chunkNames: '[name]-[hash]',
  metafile: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Peers are the language-model packages and the optional proof tools: whoever uses one installs it.
  external: Object.keys({ ...dependencies, ...peerDependencies }),
  ...smaller,
  define: { ARCHWRIGHT_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
  legalComments: 'none',
});
const current = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of readdirSync(join(cli, 'dist')))
  if (/-[A-Z0-9]{8}\.js$/.test(name) && !current.has(name)) rmSync(join(cli, 'dist', name));
for (const name of ['README.md', 'LICENSE']) if (existsSync(join(root, name))) copyFileSync(join(root, name), join(cli, name));
// Runs in a process of its own, so it stays a file of its own.
copyFileSync(join(root, 'adapters/proof/load-test/k6-runner.mjs'), join(cli, 'dist/k6-runner.mjs'));
