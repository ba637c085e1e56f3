#!/usr/bin/env node
// Builds what the command line needs: the Mermaid parser as one file without a browser, and the CLI as one bundle.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

await build({
  entryPoints: { archwright: join(cli, 'main.ts') },
  outdir: join(cli, 'dist'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Optional tools are loaded where they are installed.
  external: Object.keys({ ...dependencies, ...peerDependencies }),
  define: { ARCHWRIGHT_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
  legalComments: 'none',
});
for (const name of ['README.md', 'LICENSE']) if (existsSync(join(root, name))) copyFileSync(join(root, name), join(cli, name));
