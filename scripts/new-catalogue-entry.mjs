#!/usr/bin/env node
// Writes the file of a new catalogue entry and enters it in the registry; nothing else has to be touched. What the entry does not
// say yet is empty, and the catalogue's laws (npx vitest run packages/catalogue) name it until it is filled in.
//   npm run catalogue:new -- technology duckdb --name DuckDB
//   npm run catalogue:new -- option duckdb-on-app-server --at append-store --name "DuckDB on the application’s server"
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, at: { type: 'string' }, root: { type: 'string' } },
});
const [kind, id] = positionals;
const root = values.root ?? join(import.meta.dirname, '../packages/catalogue');
const name =
  values.name ??
  (id ?? '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
const text = (value) => `'${String(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Folder of a kind, and the body of its file between `define…({` and `});`. */
const KINDS = {
  technology: {
    folder: 'technologies',
    define: 'defineTechnology',
    body: `
  kind: '', summary: '', licence: '', status: 'active', versioned: true,
  serves: [], bestFor: [], avoidWhen: [], strainsUnder: [], failureModes: [],
  limits: {},
  burden: { level: 3, reason: '' },
  alternatives: [], migrationPaths: [], deprecations: [],
  identifiers: {},
  documentation: '',`,
  },
  option: {
    folder: 'options',
    define: 'defineOption',
    body: `
  decision: ${text(values.at ?? '')}, summary: '',
  technologies: [], provides: [], requires: [], tags: [], conflicts: [],
  parameters: {}, figures: [], costs: [], limits: [],
  build: { formula: '', reason: '' },
  run: { formula: '', reason: '' },
  parts: 0,
  gains: '', gives: '', rollback: '',`,
  },
  archetype: {
    folder: 'archetypes',
    define: 'defineArchetype',
    imports: `import { assumption, interval } from '@archwright/kernel';\n`,
    body: `
  context: '', summary: '',
  triggers: { strong: [], weak: [], exclude: [], signs: [] },
  entities: [], operations: [], mainOperation: '', flows: [], accessPatterns: [], events: [], externals: [], consistency: [],
  needs: [], defaults: [],
  operationsPerUserPerDay: assumption('requests of an active user a day', interval(1, 10, 100), 'count', ''),
  peakFactor: assumption('peak ÷ mean', interval(2, 3, 6), 'ratio', ''),
  risks: [], mechanisms: [], questions: [], nonGoals: [], sources: [],`,
  },
  mechanism: {
    folder: 'mechanisms',
    define: 'defineMechanism',
    body: `
  problem: '',
  when: { formula: '', reason: '' },
  structure: '', steps: [], parameters: {}, computed: [],
  tradeOff: '', rejected: { alternative: '', because: '' }, edgeCase: { case: '', cure: '' },
  sources: [],`,
  },
  'failure-mode': {
    folder: 'failure-modes',
    define: 'defineFailureMode',
    body: `
  componentKind: '', trigger: '', effect: '', signal: '', threshold: '', mitigations: [], recovery: [], severity: 'medium',
  sources: [],`,
  },
  compliance: {
    folder: 'compliance',
    define: 'defineCompliance',
    body: `\n  appliesWhen: '', controls: [], figures: {}, requires: [],`,
  },
};

function stop(message) {
  console.error(
    `${message}\nusage: npm run catalogue:new -- <${Object.keys(KINDS).join('|')}> <id> [--name NAME] [--at DECISION-POINT]`,
  );
  process.exit(64);
}
if (kind === undefined || !Object.hasOwn(KINDS, kind)) stop(kind === undefined ? 'no kind given' : `${kind} is no kind of entry`);
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id ?? ''))
  stop('the id is lower-case words joined by hyphens: it becomes the file name');
if ((kind === 'option') !== (values.at !== undefined)) stop('--at names the decision point of an option, and only of an option');
const { folder, define, body, imports = '' } = KINDS[kind];
const path = join(folder, values.at ?? '', `${id}.ts`);
if (values.at !== undefined && !existsSync(join(root, folder, values.at))) stop(`${values.at} is no decision point with options`);
const file = join(root, path);
if (existsSync(file)) stop(`${path} exists already`);
const up = values.at === undefined ? '..' : '../..';
mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `${imports}import { ${define} } from '${up}/define.ts';\n\nexport default ${define}({\n  id: ${text(id)}, name: ${text(name)},${body}\n});\n`,
);
execFileSync(process.execPath, [join(import.meta.dirname, 'generate-registry.mjs'), '--root', root], { stdio: 'inherit' });
console.log(`wrote ${path} and its line in registry.ts; \`npx vitest run packages/catalogue\` names what it still has to say`);
