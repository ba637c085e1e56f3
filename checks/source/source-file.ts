/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';

export const ROOT = join(import.meta.dirname, '../..');

/** A node of the syntax tree; only what the checks read is typed. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** A test, or a file that only tests import. */
  readonly isTest: boolean;
  readonly tree: SyntaxNode;
}

const FOLDERS = ['packages', 'adapters', 'apps', 'checks'];
/** Tests, what they share, and the tables of briefs they run through. */
const FOR_TESTS = /\.test\.ts$|\/testing\/|-briefs\.ts$|^checks\//;
const SKIPPED = new Set(['node_modules', 'dist']);

/** Paths of all files below a folder of the repository, sorted; dependencies and build output left out. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((item) => {
      const path = `${folder}/${item.name}`;
      if (item.isDirectory()) return SKIPPED.has(item.name) ? [] : filesBelow(path);
      return item.isFile() ? [path] : [];
    })
    .sort();
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

let parsed: readonly SourceFile[] | undefined;

/** Every TypeScript file of the repository, parsed once a test file. */
export function sourceFiles(): readonly SourceFile[] {
  parsed ??= FOLDERS.flatMap(filesBelow)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => parseSource(path, read(path)));
  return parsed;
}

export const parseSource = (path: string, text: string): SourceFile => ({
  path,
  text,
  isTest: FOR_TESTS.test(path),
  tree: parseAst(text, { lang: 'ts' }) as unknown as SyntaxNode,
});

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Calls `visit` for a node and everything below it, in source order. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
  parent?: SyntaxNode,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) walk(one, visit, node);
    } else if (isNode(value)) walk(value, visit, node);
  }
}

/** `packages/engine/design.ts:12`, the form editors open. */
export const placeOf = ({ path, text }: SourceFile, { start }: SyntaxNode): string =>
  `${path}:${text.slice(0, start).split('\n').length}`;
