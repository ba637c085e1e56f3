import { nestsTooDeeply } from '@archwright/kernel';
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';

export interface YamlScalar {
  /** Keys from the root of the document; an item of a list is `-`. */
  readonly path: readonly string[];
  readonly key: string;
  readonly value: string;
  /** 1-based, of the value. */
  readonly line: number;
  /** Which document of the file. */
  readonly document: number;
}

export interface YamlReading {
  readonly scalars: readonly YamlScalar[];
  readonly problem?: { readonly message: string; readonly line?: number };
}

const MOST_NODES = 50_000;
const DEEPEST = 40;

/**
 * The scalars of a YAML file with their places. Aliases are left where they stand and never expanded, so a web of them costs
 * nothing; custom tags are not resolved; nothing is built but this list.
 */
export function yamlScalars(text: string): YamlReading {
  if (nestsTooDeeply(text)) return { scalars: [], problem: { message: 'nests too deeply to be read' } };
  const lines = new LineCounter();
  try {
    // Looking for duplicate keys takes time in the square of a map's size, and is the owner's business.
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    if (!Array.isArray(documents)) return { scalars: [] };
    const error = documents.flatMap(({ errors }) => errors)[0];
    const scalars = documents.flatMap(({ contents }, index) => scalarsOf(contents, index, lines));
    return {
      scalars,
      ...(error && {
        problem: { message: `is not YAML: ${error.message.slice(0, 120)}`, line: lines.linePos(error.pos[0]).line },
      }),
    };
  } catch {
    return { scalars: [], problem: { message: 'is not YAML that can be read: it nests too deeply' } };
  }
}

function scalarsOf(root: Node | null, document: number, lines: LineCounter): readonly YamlScalar[] {
  const found: YamlScalar[] = [];
  const open: { node: unknown; path: readonly string[] }[] = [{ node: root, path: [] }];
  for (let seen = 0; open.length > 0 && seen < MOST_NODES; seen++) {
    const { node, path } = open.pop()!;
    if (isAlias(node) || path.length > DEEPEST) continue;
    if (isScalar(node))
      found.push({
        path,
        key: path.at(-1) ?? '',
        value: String(node.value ?? ''),
        line: lines.linePos(node.range?.[0] ?? 0).line,
        document,
      });
    else if (isPair(node)) open.push({ node: node.value, path: [...path, isScalar(node.key) ? String(node.key.value) : ''] });
    else if (isMap(node)) for (const item of node.items.toReversed()) open.push({ node: item, path });
    else if (isSeq(node)) for (const item of node.items.toReversed()) open.push({ node: item, path: [...path, '-'] });
  }
  return found;
}
