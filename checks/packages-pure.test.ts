import { expect, test } from 'vitest';
import { parseSource, placeOf, type SourceFile, sourceFiles, type SyntaxNode, walk } from './source/source-file.ts';

/** Names that lead to the clock, the disk, the network, the environment or chance. */
const WORLD = new Set([
  'process',
  'global',
  'globalThis',
  'window',
  'self',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Worker',
  'performance',
  'crypto',
  'Buffer',
  'require',
  '__dirname',
  '__filename',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'console',
  'alert',
  'eval',
  'Deno',
  'Bun',
]);
const MEMBERS = new Set(['Date.now', 'Math.random', 'import.meta']);
/** Their answers depend on the machine's language or zone. */
const LOCALE = new Set([
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'localeCompare',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
  'getTimezoneOffset',
  'getHours',
  'getDate',
  'getDay',
  'getMonth',
  'getFullYear',
  'getMinutes',
]);

const nameOf = (node: unknown): string => String((node as SyntaxNode | undefined)?.['name'] ?? '');

/** Whether an identifier is a reference to something, not a property, key, parameter or type member of that name. */
function isReference(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent['object'] === node || parent['computed'] === true;
  if (parent.type === 'Property' || parent.type === 'PropertyDefinition' || parent.type === 'MethodDefinition')
    return parent['shorthand'] === true || parent['value'] === node;
  return (
    !/^TS|Import|Export|LabeledStatement/.test(parent.type) ||
    parent.type === 'TSAsExpression' ||
    parent.type === 'TSNonNullExpression'
  );
}

/** Names a file declares itself: a parameter called `location` is not the browser's. */
function declaredIn({ tree }: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const pattern = (node: unknown): void => {
    if (node) walk(node as SyntaxNode, (one) => one.type === 'Identifier' && names.add(nameOf(one)));
  };
  walk(tree, (node) => {
    if (node.type === 'VariableDeclarator' || node.type.includes('Function')) pattern(node['id']);
    if (/^Import(?:Default|Namespace)?Specifier$/.test(node.type)) pattern(node['local']);
    if (node.type.includes('Function'))
      for (const parameter of (node['params'] as unknown[] | undefined) ?? []) pattern(parameter);
  });
  return names;
}

/** `toLocaleString('en-US')` is the same everywhere. */
const namesItsLanguage = (call: SyntaxNode | undefined): boolean =>
  call?.type === 'CallExpression' && ((call['arguments'] as SyntaxNode[])[0]?.type ?? '') === 'Literal';

/** What in a file reaches for the world, as `path:line what`. */
function impurities(file: SourceFile): readonly string[] {
  const own = declaredIn(file);
  const found = new Set<string>();
  const report = (node: SyntaxNode, what: string) => found.add(`${placeOf(file, node)} ${what}`);
  walk(file.tree, (node, parent) => {
    if (node.type === 'Identifier' && WORLD.has(nameOf(node)) && !own.has(nameOf(node)) && isReference(node, parent))
      report(node, nameOf(node));
    if (node.type === 'MetaProperty' && MEMBERS.has(`${nameOf(node['meta'])}.${nameOf(node['property'])}`))
      report(node, 'import.meta');
    if (node.type === 'MemberExpression') {
      const member = `${nameOf(node['object'])}.${nameOf(node['property'])}`;
      if (MEMBERS.has(member)) report(node, member);
      if (LOCALE.has(nameOf(node['property'])) && !namesItsLanguage(parent)) report(node, nameOf(node['property']));
    }
    if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && (node['arguments'] as unknown[]).length === 0)
      report(node, 'new Date()');
    if (node.type === 'CallExpression' && nameOf(node['callee']) === 'Date') report(node, 'Date()');
    if (node.type === 'MemberExpression' && nameOf(node['object']) === 'Intl') report(node, 'Intl');
  });
  return [...found];
}

test('packages read no clock, disk, network, environment, locale or chance', () => {
  const sources = sourceFiles().filter(({ path, isTest }) => path.startsWith('packages/') && !isTest);
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.flatMap(impurities)).toEqual([]);
});

test.each([
  ['the environment', 'const home = process.env.HOME;'],
  ['the environment behind a name', 'const { env } = process;'],
  ['the clock', 'const now = Date.now();'],
  ['the clock as a date', 'const now = new Date();'],
  ['the clock as text', 'const now = Date();'],
  ['chance', 'const pick = () => Math.random();'],
  ['the network', "const page = await fetch('https://example.org');"],
  ['the network handed on', 'run({ fetch });'],
  ['a timer', 'setTimeout(run, 5);'],
  ['the language of the machine', 'names.sort((a, b) => a.localeCompare(b));'],
  ['the time zone of the machine', 'const hour = new Date(time).getHours();'],
  ['the place of the file', 'const here = import.meta.url;'],
])('it sees %s', (_, text) => {
  expect(impurities(parseSource('packages/engine/a.ts', text))).toHaveLength(1);
});

test.each([
  ['a date from a value', 'const day = new Date(Date.parse(`${date}T00:00:00Z`)).toISOString();'],
  ['a property of that name', 'const steps = view.process.map(({ document }) => document);'],
  ['a type', 'type Clock = typeof Date.now; interface Step { fetch(): void; process: string }'],
  ['a number written in a named language', "const text = value.toLocaleString('en-US');"],
  ['a parameter', 'const show = (location: string) => location;'],
])('it leaves %s alone', (_, text) => {
  expect(impurities(parseSource('packages/engine/a.ts', text))).toEqual([]);
});
