#!/usr/bin/env node
// Builds what the command line needs: the Mermaid parser as one file without a browser, and the CLI as one bundle.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const shared = {
  outdir: join(cli, 'dist'),
  bundle: true,
  // What only one command needs is a file of its own and is loaded by that command.
  splitting: true,
  chunkNames: '[name]-[hash]',
  metafile: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  ...smaller,
  define: { ARCHWRIGHT_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
  legalComments: 'none',
};
const installed = Object.keys({ ...dependencies, ...peerDependencies });

/**
 * The layout engine of diagrams is 1.6 MB in CommonJS, which Node would read three times to import it by name. It is required when
 * the first diagram is drawn, from where the renderer that brings it stands.
 */
const lazyLayout = {
  name: 'lazy-layout',
  setup(bundling) {
    bundling.onResolve({ filter: /^elkjs\/lib\/elk\.bundled\.js$/ }, ({ path }) => ({ path, namespace: 'lazy-layout' }));
    bundling.onLoad({ filter: /.*/, namespace: 'lazy-layout' }, ({ path }) => ({
      contents: `import { createRequire } from 'node:module';
export default function Layout(options) {
  const Engine = createRequire(import.meta.resolve('beautiful-mermaid'))(${JSON.stringify(path)});
  return new Engine(options);
}`,
    }));
  },
};

// The command line starts anew each time: what every design needs is inside, since finding and reading some 200 files of packages
// takes longer than a design does (ADR 0034).
const INSIDE = new Set(['beautiful-mermaid', 'commander', 'marked', 'yaml', 'zod']);
const command = await build({
  ...shared,
  entryPoints: { archwright: join(cli, 'main.ts'), 'mcp-worker': join(cli, 'mcp-worker.ts') },
  external: installed.filter((name) => !INSIDE.has(name)),
  plugins: [lazyLayout],
  // Its build for Node is CommonJS; this one is the same code as modules.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  // For what is CommonJS inside.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
});
// The library is also bundled for pages by who uses it: packages stay outside, and nothing of Node is in the engine.
const library = await build({
  ...shared,
  entryPoints: { index: join(cli, 'library/index.ts'), engine: join(cli, 'library/engine.ts') },
  // Peers are the language-model packages and the optional proof tools: whoever uses one installs it.
  external: installed,
});
const outputs = [command, library].flatMap(({ metafile }) => Object.keys(metafile.outputs));
const current = new Set(outputs.map((path) => basename(path)));
for (const name of readdirSync(join(cli, 'dist')))
  if (/-[A-Z0-9]{8}\.js$/.test(name) && !current.has(name)) rmSync(join(cli, 'dist', name));
writeFileSync(join(cli, 'dist/third-party-licences.txt'), licencesOf(command.metafile));
for (const name of ['README.md', 'LICENSE']) if (existsSync(join(root, name))) copyFileSync(join(root, name), join(cli, name));
// Runs in a process of its own, so it stays a file of its own.
copyFileSync(join(root, 'adapters/proof/load-test/k6-runner.mjs'), join(cli, 'dist/k6-runner.mjs'));

/** The licence of every package that a bundle contains, as each asks. */
function licencesOf({ inputs }) {
  const folders = new Set(Object.keys(inputs).flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.|$)/i.test(name));
      const { name, version: of, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return `${name} ${of}, ${license}\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
