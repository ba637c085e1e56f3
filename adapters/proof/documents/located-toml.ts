import { parse, TomlError } from 'smol-toml';
import { Fault } from './fault.ts';
import type { LocatedDocument, Path } from './located-yaml.ts';

/**
 * Reads a TOML file, with the line (1-based) of each of its tables and keys.
 *
 * @throws Fault where it is no TOML
 */
export function locatedToml(content: string): LocatedDocument {
  const lines = linesOfPaths(content);
  return {
    value: parsed(content),
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const line = lines.get(keyOf(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return 1;
    },
  };
}

function parsed(content: string): unknown {
  try {
    return parse(content);
  } catch (error) {
    if (error instanceof TomlError) throw new Fault(error.message.split('\n')[0]!, error.line);
    throw error;
  }
}

const keyOf = (path: Path): string => path.map(String).join('\u0000');

/** Keys inside inline tables and texts of several lines are found at the key that holds them. */
function linesOfPaths(content: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const counts = new Map<string, number>();
  let table: Path = [];
  content.split('\n').forEach((text, index) => {
    const header = /^\s*(\[\[?)([^\]]*)\]/.exec(text);
    if (header) {
      table = keysOf(header[2]!);
      if (header[1] === '[[') {
        const count = counts.get(keyOf(table)) ?? 0;
        counts.set(keyOf(table), count + 1);
        table = [...table, count];
      }
      for (let length = 1; length <= table.length; length += 1) setOnce(found, table.slice(0, length), index + 1);
    } else {
      const key = /^\s*((?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'|\s*\.\s*)+?)\s*=/.exec(text)?.[1];
      if (key !== undefined) setOnce(found, [...table, ...keysOf(key)], index + 1);
    }
  });
  return found;
}

function setOnce(found: Map<string, number>, path: Path, line: number): void {
  if (!found.has(keyOf(path))) found.set(keyOf(path), line);
}

const keysOf = (dotted: string): Path =>
  [...dotted.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w-]+)/g)].map(
    ([, double, single, plain]) => plain ?? single ?? (JSON.parse(`"${double ?? ''}"`) as string),
  );
