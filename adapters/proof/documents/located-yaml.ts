import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseAllDocuments } from 'yaml';

export type Path = readonly (string | number)[];

/** One document of a YAML or JSON file, with the line (1-based) of each of its parts. */
export interface LocatedDocument {
  readonly value: unknown;
  /** The line of the part at the path, or of the nearest part above it that is there. */
  lineOf(path: Path): number;
}

/**
 * Reads every document of a file. Files that do not parse give none: the document parser rejects them by itself.
 *
 * @throws never
 */
export function locatedDocuments(content: string): readonly LocatedDocument[] {
  const lines = new LineCounter();
  const documents = [...parseAllDocuments(content, { lineCounter: lines, uniqueKeys: false })];
  if (documents.some(({ errors }) => errors.length > 0)) return [];
  return documents.map((document) => ({
    value: document.toJS({ maxAliasCount: 100 }) as unknown,
    lineOf: (path) => lines.linePos(startOf(document.contents, path)).line,
  }));
}

/** Why a file gives no document, with its line; for tools that have nothing else to say of it. */
export function syntaxFault(content: string): { readonly message: string; readonly line: number } {
  const lines = new LineCounter();
  const [fault] = [...parseAllDocuments(content, { lineCounter: lines, uniqueKeys: false })].flatMap(({ errors }) => errors);
  return fault
    ? { message: fault.message, line: lines.linePos(fault.pos[0]).line }
    : { message: 'it holds no document', line: 1 };
}

/** Where the key of the deepest part on the path begins. */
function startOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let start = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      start = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? start;
      node = pair.value;
    } else if (isCollection(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) break;
      node = isPair(item) ? item.value : item;
      start = (node as Node).range?.[0] ?? start;
    } else break;
  }
  return start;
}
