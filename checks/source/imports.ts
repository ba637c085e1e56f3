import { dirname, join } from 'node:path';
import { type SourceFile, type SyntaxNode, walk } from './source-file.ts';

export interface Import {
  readonly from: SourceFile;
  readonly node: SyntaxNode;
  /** As written: `./a.ts`, `@archwright/model`, `node:fs`. */
  readonly specifier: string;
}

const literal = (value: unknown): string | undefined => {
  const node = value as SyntaxNode | null | undefined;
  return node?.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
};

/** Every import of a file: values, types, re-exports, JSON, `import()`, `import('…').Type` and `require()`. */
export function importsOf(from: SourceFile): readonly Import[] {
  const found: Import[] = [];
  walk(from.tree, (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ from, node, specifier });
  });
  return found;
}

function specifierOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node['source']);
    case 'TSExternalModuleReference':
      return literal(node['expression']);
    case 'CallExpression': {
      const callee = node['callee'] as SyntaxNode;
      return callee.type === 'Identifier' && callee['name'] === 'require'
        ? literal((node['arguments'] as unknown[])[0])
        : undefined;
    }
    default:
      return undefined;
  }
}

const ONE_LEVEL = /^(?:checks|fixtures)\//;

/** The workspace folder of a file: `packages/engine`, `apps/cli`, `checks`. */
export const workspaceOf = (path: string): string =>
  path
    .split('/')
    .slice(0, ONE_LEVEL.test(path) ? 1 : 2)
    .join('/');

const NAMES: Readonly<Record<string, string>> = {
  kernel: 'packages/kernel',
  model: 'packages/model',
  catalogue: 'packages/catalogue',
  simulation: 'packages/simulation',
  rules: 'packages/rules',
  generators: 'packages/generators',
  engine: 'packages/engine',
  evidence: 'adapters/evidence',
  proof: 'adapters/proof',
  repository: 'adapters/repository',
  llm: 'adapters/llm',
  mcp: 'apps/mcp',
};

/** The workspace folder an import leads to; undefined for packages from outside the repository. */
export function targetWorkspace({ from, specifier }: Import): string | undefined {
  if (specifier.startsWith('.')) return workspaceOf(join(dirname(from.path), specifier).replaceAll('\\', '/'));
  if (!specifier.startsWith('@archwright/')) return undefined;
  return NAMES[specifier.split('/')[1]!] ?? `unknown workspace ${specifier}`;
}

/** The npm package of an import from outside: `yaml`, `@clack/prompts`, `node:fs`. */
export const externalPackage = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
