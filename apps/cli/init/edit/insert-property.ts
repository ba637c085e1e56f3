import type { Node } from 'jsonc-parser';

/**
 * Puts a property first into an object of a JSON or JSONC text. No character that was there moves to another line or goes: the
 * formatter of the parser would lay the neighbours out anew.
 *
 * @param object - node of the object in the text
 */
export function insertProperty(text: string, object: Node, name: string, value: unknown, endOfLine: string): string {
  const open = object.offset + 1;
  const isEmpty = (object.children ?? []).length === 0;
  if (!text.includes('\n')) return splice(text, open, `${JSON.stringify(name)}:${JSON.stringify(value)}${isEmpty ? '' : ','}`);
  const unit = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const outer = indentAt(text, object.offset);
  const inner = firstChildIndent(text, object) ?? outer + unit;
  const written = JSON.stringify(value, null, unit).replaceAll('\n', endOfLine + inner);
  const property = `${inner}${JSON.stringify(name)}: ${written}${isEmpty ? '' : ','}`;
  const next = lineAfter(text, open);
  if (next !== undefined) return splice(text, next, property + endOfLine);
  // The object begins and goes on in one line: what follows its brace begins a line of its own.
  return splice(text, open, `${endOfLine}${property}${endOfLine}${isEmpty ? outer : inner}`);
}

const splice = (text: string, at: number, added: string): string => text.slice(0, at) + added + text.slice(at);

const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';

/** Where the first property stands at the beginning of its line, so does ours. */
function firstChildIndent(text: string, { children }: Node): string | undefined {
  const [child] = children ?? [];
  if (!child) return undefined;
  const before = text.slice(text.lastIndexOf('\n', child.offset - 1) + 1, child.offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** Blanks and comments to the end of a line; a comment that runs over several lines does not count. */
const REST_OF_LINE = /(?:[ \t]|\/\*(?:[^*\n]|\*(?!\/))*\*\/)*(?:\/\/[^\r\n]*)?\r?\n/y;

/** Start of the line after `offset` where only blanks and comments stand before it: a comment keeps its line. */
function lineAfter(text: string, offset: number): number | undefined {
  REST_OF_LINE.lastIndex = offset;
  return REST_OF_LINE.test(text) ? REST_OF_LINE.lastIndex : undefined;
}
