// The library's API as a page: every name the two entries export, with its comment and its declaration, read from the sources.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'vitest/node';

const root = join(import.meta.dirname, '..');
const ENTRIES = [
  ['archwright', 'apps/cli/library/index.ts', 'For Node: with evidence, proofs, repositories and files.'],
  ['archwright/engine', 'apps/cli/library/engine.ts', 'Pure: no clock, disk or network; runs in a browser.'],
];

const modules = new Map();
function moduleAt(path) {
  if (!modules.has(path)) {
    const text = readFileSync(join(root, path), 'utf8');
    modules.set(path, { path, text, body: parseAst(text, { lang: 'ts' }).body });
  }
  return modules.get(path);
}

function fileOf(specifier, from) {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  const [, name, path = 'index'] = /^@archwright\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  const side = ['packages', 'adapters', 'apps'].find((one) => name && existsSync(join(root, one, name)));
  return side && `${side}/${name}/${path}.ts`;
}

const nameOf = (node) => node.id?.name ?? node.declarations?.[0]?.id?.name;

/** Where a name is declared, following imports and re-exports; undefined outside our own packages. */
function declarationOf(name, path) {
  const { body } = moduleAt(path);
  for (const node of body) {
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (declaration && nameOf(declaration) === name) return { node, declaration, path };
  }
  for (const node of body) {
    const found = (node.specifiers ?? []).find((one) => (one.exported ?? one.local)?.name === name || one.local?.name === name);
    const file = node.source && fileOf(node.source.value, path);
    if (file && (found || node.type === 'ExportAllDeclaration')) {
      const deeper = declarationOf(found ? (found.imported ?? found.local).name : name, file);
      if (deeper) return deeper;
    }
  }
  return undefined;
}

/** Names that an entry exports, in the order of the file. */
function exportsOf(path) {
  return moduleAt(path).body.flatMap((node) => {
    if (node.type === 'ExportAllDeclaration') return exportsOf(fileOf(node.source.value, path));
    if (node.type !== 'ExportNamedDeclaration') return [];
    return node.declaration ? [nameOf(node.declaration)] : node.specifiers.map(({ exported }) => exported.name);
  });
}

/** The comment right before a declaration, without its stars. */
function commentOf({ node, path }) {
  const before = moduleAt(path).text.slice(0, node.start).trimEnd();
  if (!before.endsWith('*/')) return '';
  return before
    .slice(before.lastIndexOf('/**') + 3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim();
}

/** The declaration without what it does: bodies and values go, types stay. */
function signatureOf({ declaration, path }) {
  const { text } = moduleAt(path);
  if (declaration.type === 'FunctionDeclaration') return text.slice(declaration.start, declaration.body.start).trim();
  if (declaration.type === 'VariableDeclaration') {
    const [{ id, init }] = declaration.declarations;
    if (id.typeAnnotation) return text.slice(declaration.start, id.typeAnnotation.end);
    if (init?.type === 'ArrowFunctionExpression')
      return text
        .slice(declaration.start, init.body.start)
        .replace(/=>\s*\(?\s*$/, '')
        .trim();
    return `const ${id.name}`;
  }
  return text.slice(declaration.start, declaration.end);
}

/** @returns Markdown */
export function apiDocument(note) {
  const seen = new Set();
  const parts = ENTRIES.toReversed().map(([entry, path, about]) => {
    const names = [...new Set(exportsOf(path))].sort((a, b) => (a < b ? -1 : 1));
    const shared = [];
    const sections = names.flatMap((name) => {
      const found = declarationOf(name, path);
      if (!found) throw new Error(`${entry} exports ${name}, whose declaration was not found`);
      const place = `${found.path}#${found.declaration.start}`;
      if (seen.has(place)) {
        shared.push(name);
        return [];
      }
      seen.add(place);
      return [[`### ${name}`, commentOf(found), `\`\`\`ts\n${signatureOf(found)}\n\`\`\``].filter(Boolean).join('\n\n')];
    });
    if (shared.length > 0)
      sections.push(`### Also\n\nThe same as in the other entry: ${shared.map((name) => `\`${name}\``).join(', ')}.`);
    return `## ${entry}\n\n${about}\n\n${sections.join('\n\n')}`;
  });
  return `${note}\n\n# Library\n\n${parts.join('\n\n')}\n`;
}
