import { markdownCode, markdownTable } from '../escape/markdown.ts';
import { blockStart } from './text.ts';

/** Blocks separated by blank lines; empty ones are left out. Ends with one newline. */
export const page = (...blocks: readonly string[]): string => `${stack(...blocks)}\n`;

/** Blocks of a section one under the other. */
export const stack = (...blocks: readonly string[]): string => blocks.filter((block) => block !== '').join('\n\n');

/** A heading with its blocks; nothing where all blocks are empty, so that no section stands empty. */
export function section(heading: string, ...blocks: readonly string[]): string {
  const body = stack(...blocks);
  return body === '' ? '' : `${heading}\n\n${body}`;
}

export const bullets = (items: readonly string[]): string => items.map((item) => `- ${blockStart(item)}`).join('\n');
export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${blockStart(item)}`).join('\n');

/** Where the rows beyond a limit are found. */
export interface Limit {
  readonly rows: number;
  readonly file: string;
}

/**
 * A table of Markdown cells. Empty cells become a dash, columns without any content are left out, and rows beyond the limit
 * are counted with the file that has them.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[], limit?: Limit): string {
  if (rows.length === 0) return '';
  const shown = limit ? rows.slice(0, limit.rows) : rows;
  const kept = head.map((_, column) => shown.some((row) => (row[column] ?? '') !== ''));
  const keep = (cells: readonly string[]): string[] => cells.filter((_, column) => kept[column]).map((cell) => cell || '–');
  return stack(markdownTable(keep(head), shown.map(keep)), limit ? more(rows.length - shown.length, limit.file) : '');
}

/** `3 more in FILE.` The exact number stops being of interest where nobody would count. */
export const more = (left: number, file: string): string =>
  left <= 0 ? '' : `${left < 100 ? `${left} more` : 'The others are'} in ${markdownCode(file)}.`;
