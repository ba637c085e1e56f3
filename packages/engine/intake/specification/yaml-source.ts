import { type Diagnostic, nestsTooDeeply, type Place } from '@archwright/kernel';
import { isMap, isPair, isSeq, LineCounter, type Node, type Pair, parseDocument, type Document } from 'yaml';

const LONGEST_FILE = 1_000_000;
/** A specification needs no aliases; a few are tolerated, an expanding web of them is not. */
const MOST_ALIASES = 20;

export type Path = readonly PropertyKey[];

/** A parsed YAML file that knows where each of its values stands. */
export interface YamlSource {
  readonly value: unknown;
  /** Place of the value at a path, or of the nearest value around it. */
  readonly placeOf: (path: Path) => Place;
  /** Place of a key of the map at a path. */
  readonly placeOfKey: (path: Path, key: string) => Place;
}

/**
 * Parses YAML 1.2 core: no custom tags, no merge keys, no duplicate keys, bounded size and aliases.
 *
 * @diagnostics `specification/too-long`, `specification/not-yaml`
 */
export function parseYaml(
  text: string,
  fileName: string,
): { readonly source?: YamlSource; readonly diagnostics: readonly Diagnostic[] } {
  const file: Place = { source: 'file', name: fileName };
  if (text.length > LONGEST_FILE)
    return {
      diagnostics: [
        {
          code: 'specification/too-long',
          severity: 'error',
          message: `The file has more than ${LONGEST_FILE} characters.`,
          at: file,
        },
      ],
    };
  const lines = new LineCounter();
  const place = (start: number, end: number): Place => {
    const { line, col } = lines.linePos(start);
    return { ...file, start, end, line, column: col, quote: text.slice(start, Math.min(end, start + 200)).trimEnd() };
  };
  const broken = (message: string, at: Place): { diagnostics: readonly Diagnostic[] } => ({
    diagnostics: [{ code: 'specification/not-yaml', severity: 'error', message, at }],
  });
  if (nestsTooDeeply(text)) return broken('The file nests deeper than the format needs.', file);
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      uniqueKeys: true,
      prettyErrors: false,
      stringKeys: true,
      logLevel: 'silent',
    });
    const problems = [...document.errors, ...document.warnings];
    if (problems.length > 0)
      return {
        diagnostics: problems.slice(0, 50).map(({ message, pos }) => broken(message, place(pos[0], pos[1])).diagnostics[0]!),
      };
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return {
      source: {
        value,
        placeOf: (path) => placeAt(document, path, place),
        placeOfKey: (path, key) => placeOfKey(document, path, key, place),
      },
      diagnostics: [],
    };
  } catch (error) {
    // The parser throws on too many aliases and on nesting deeper than the stack.
    return broken(error instanceof ReferenceError ? 'The file uses too many aliases.' : 'The file is nested too deeply.', file);
  }
}

type At = (start: number, end: number) => Place;

function nodeAt(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const found = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (found && typeof found === 'object' && 'range' in found) return found as Node;
  }
  return undefined;
}

function placeAt(document: Document, path: Path, place: At): Place {
  const range = nodeAt(document, path)?.range;
  return range ? place(range[0], range[1]) : place(0, 0);
}

function placeOfKey(document: Document, path: Path, key: string, place: At): Place {
  const node = nodeAt(document, path);
  const pair = isMap(node) ? node.items.find((item) => keyText(item) === key) : undefined;
  const range = pair && (pair.key as Node).range;
  return range ? place(range[0], range[1]) : placeAt(document, path, place);
}

const keyText = (item: unknown): string | undefined =>
  isPair(item) && !isSeq(item.key) && !isMap(item.key) ? String((item as Pair).key) : undefined;
