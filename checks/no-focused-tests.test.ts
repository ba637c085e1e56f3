import { expect, test } from 'vitest';
import { parseSource, placeOf, type SourceFile, sourceFiles, type SyntaxNode, walk } from './source/source-file.ts';

const RUNNERS = new Set(['test', 'it', 'describe', 'bench', 'suite']);
const WITHHELD = new Set(['only', 'skip', 'todo', 'fails', 'skipIf', 'runIf']);
const OLD_NAMES = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe']);

const nameOf = (node: unknown): string => String((node as SyntaxNode | undefined)?.['name'] ?? '');
/** `test.concurrent.only` → `test`. */
const rootOf = (node: SyntaxNode): string =>
  node.type === 'MemberExpression' ? rootOf(node['object'] as SyntaxNode) : nameOf(node);

/** Tests of a file that are singled out or left out. */
function withheld(file: SourceFile): readonly string[] {
  const found: string[] = [];
  walk(file.tree, (node) => {
    if (node.type === 'MemberExpression' && WITHHELD.has(nameOf(node['property'])) && RUNNERS.has(rootOf(node)))
      found.push(`${placeOf(file, node)} .${nameOf(node['property'])}`);
    if (node.type === 'CallExpression' && OLD_NAMES.has(nameOf(node['callee'])))
      found.push(`${placeOf(file, node)} ${nameOf(node['callee'])}`);
  });
  return found;
}

test('every test runs: none is focused, skipped, expected to fail or left to do', () => {
  const tests = sourceFiles().filter(({ path }) => path.endsWith('.test.ts'));
  expect(tests.length).toBeGreaterThan(20);
  expect(tests.flatMap(withheld)).toEqual([]);
});

test('it sees each way of leaving a test out', () => {
  const text =
    "test.only('a', f); it.skip('b', f); describe.concurrent.skip('c', f); test.todo('d'); xit('e', f); items.only('not a test');";
  expect(withheld(parseSource('packages/engine/a.test.ts', text))).toHaveLength(5);
});
