import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';
import { externalPackage, type Import, importsOf, targetWorkspace, workspaceOf } from './source/imports.ts';
import { filesBelow, parseSource, placeOf, read, type SourceFile, sourceFiles } from './source/source-file.ts';

/** What each package may import besides itself (STYLE: kernel ← model ← catalogue, simulation, rules, generators ← engine). */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  model: ['kernel'],
  catalogue: ['kernel', 'model'],
  simulation: ['kernel', 'model'],
  rules: ['kernel', 'model'],
  generators: ['kernel', 'model'],
  engine: ['kernel', 'model', 'catalogue', 'simulation', 'rules', 'generators'],
};

/** Whether a file may import from another workspace: down the list, never a sibling; tests also read fixtures. */
function mayImport(file: SourceFile, to: string): boolean {
  const from = workspaceOf(file.path);
  const [side, name] = from.split('/') as [string, string];
  if (from === to || side === 'checks') return true;
  if (to === 'fixtures') return file.isTest;
  if (side === 'packages') return to.startsWith('packages/') && (PACKAGES[name] ?? []).includes(to.slice('packages/'.length));
  if (side === 'adapters') return to.startsWith('packages/');
  // The command line is the one program; the servers it starts are folders of their own.
  if (from === 'apps/cli' && to === 'apps/mcp') return true;
  return to.startsWith('packages/') || to.startsWith('adapters/');
}

/** Imports of other workspaces that point the wrong way. */
const misdirected = (imports: readonly Import[]): readonly Import[] =>
  imports.filter((one) => {
    const to = targetWorkspace(one);
    return to !== undefined && !mayImport(one.from, to);
  });

const imports = sourceFiles().flatMap(importsOf);
const show = ({ from, node, specifier }: Import): string => `${placeOf(from, node)} imports ${specifier}`;

test('there is something to check', () => {
  expect(imports.length).toBeGreaterThan(1_000);
  expect(Object.keys(PACKAGES).map((name) => `packages/${name}`)).toEqual(
    expect.arrayContaining([...new Set(filesBelow('packages').map(workspaceOf))]),
  );
});

test('imports point from apps to adapters to engine to its parts to model to kernel, tests included', () => {
  expect(misdirected(imports).map(show)).toEqual([]);
});

test.each([
  ['a type import upward', 'packages/model/a.ts', "import type { Adapters } from '@archwright/engine';"],
  ['a type written inline', 'packages/kernel/a.ts', "type Design = import('@archwright/model').Design;"],
  ['a sibling', 'packages/rules/a.ts', "export { catalogue } from '@archwright/catalogue';"],
  ['a sibling by a relative path', 'packages/generators/a.ts', "import { RULES } from '../rules/review.ts';"],
  [
    'JSON of an adapter',
    'packages/engine/a.ts',
    "import snapshot from '../../adapters/evidence/snapshot.json' with { type: 'json' };",
  ],
  ['a dynamic import of an adapter', 'packages/engine/intake/a.ts', "const proof = () => import('@archwright/proof');"],
  ['one adapter in another', 'adapters/proof/a.ts', "import { verifyTechnologies } from '@archwright/evidence';"],
  ['an upward import in a test', 'packages/model/a.test.ts', "import { answerBrief } from '@archwright/engine';"],
  ['a server that imports the command line', 'apps/mcp/a.ts', "import { today } from '../cli/environment.ts';"],
  ['fixtures outside a test', 'packages/engine/a.ts', "import cases from '../../fixtures/cases/published-cases.json';"],
])('it sees %s', (_, path, text) => {
  expect(misdirected(importsOf(parseSource(path, text)))).toHaveLength(1);
});

test('inside a package imports are relative, between packages they go by name', () => {
  const wrong = imports.filter((one) => {
    const { specifier, from } = one;
    if (specifier.startsWith('/')) return true;
    const own = targetWorkspace(one) === workspaceOf(from.path);
    return specifier.startsWith('.') ? !own && targetWorkspace(one) !== 'fixtures' : own;
  });
  expect(wrong.map(show)).toEqual([]);
});

test('what only tests use is imported by tests only', () => {
  const forTests = /(?:^|\/)testing\/|\.test(?:\.ts)?$|-briefs\.ts$/;
  const wrong = imports.filter(
    ({ from, specifier }) =>
      !from.isTest && (forTests.test(specifier) || ['vitest', 'fast-check'].includes(externalPackage(specifier))),
  );
  expect(wrong.map(show)).toEqual([]);
});

const outside = ({ specifier }: Import): boolean =>
  !specifier.startsWith('.') && !specifier.startsWith('/') && !specifier.startsWith('@archwright/');
const isBuiltIn = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0]!);

test('packages import no Node built-in, tests aside', () => {
  const inPackages = ({ path, isTest }: SourceFile): boolean => path.startsWith('packages/') && !isTest;
  expect(imports.filter(({ from, specifier }) => inPackages(from) && isBuiltIn(specifier)).map(show)).toEqual([]);
});

test('built-ins carry their prefix, and every other package is named by a manifest of this repository', () => {
  const manifests = [
    'package.json',
    ...['packages', 'adapters', 'apps'].flatMap(filesBelow).filter((path) => path.endsWith('/package.json')),
  ];
  const declared = new Set(
    manifests.flatMap((path) =>
      Object.keys({ ...JSON.parse(read(path)).dependencies, ...JSON.parse(read(path)).devDependencies } as object),
    ),
  );
  const wrong = imports
    .filter(outside)
    .filter(
      ({ specifier }) => !(isBuiltIn(specifier) ? specifier.startsWith('node:') : declared.has(externalPackage(specifier))),
    );
  expect(wrong.map(show)).toEqual([]);
});
