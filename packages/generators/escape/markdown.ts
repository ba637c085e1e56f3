import { oneLine } from './plain.ts';

const ESCAPED = /[\\`*[\]<>|~]|(?<=\])\(|&(?=[#a-z0-9]{1,32};)|(?<![a-z0-9])_|_(?![a-z0-9])/gi;
/** As entities, so that no reader of the source, however simple, sees a tag. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const BLOCK_START = /^(?:[-+#=]|(\d{1,9})(?=[.)]))/;

/** Text from outside inside a line of Markdown: it reads as the same words and starts no block, link, code or HTML. */
export function markdownInline(text: string): string {
  return oneLine(text)
    .replace(ESCAPED, (character) => ENTITIES[character] ?? `\\${character}`)
    .replace(BLOCK_START, (start, number?: string) => (number ? `${number}\\` : `\\${start}`));
}

/** A table cell: `markdownInline`, never empty, since an empty cell reads as a fault. */
export const markdownCell = (text: string): string => markdownInline(text) || '–';

/** A row of cells that are already Markdown. */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A whole table; cells are already Markdown. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [markdownRow(head), markdownRow(head.map(() => '---')), ...rows.map(markdownRow)].join('\n');

/**
 * Inline code with a fence longer than any run of backticks inside. In a table cell GFM splits at `|` even inside code, so
 * a pipe is escaped there.
 */
export function markdownCode(text: string, place: 'text' | 'cell' = 'text'): string {
  const plain = oneLine(text);
  const fence = '`'.repeat(longestRun(plain) + 1);
  const pad = plain.startsWith('`') || plain.endsWith('`') || plain === '' ? ' ' : '';
  const code = `${fence}${pad}${plain}${pad}${fence}`;
  return place === 'cell' ? code.replaceAll('|', '\\|') : code;
}

/** A fenced block; the fence is longer than any run of backticks inside. */
export function markdownFence(language: string, code: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${language.replace(/[^a-z0-9+-]/gi, '')}\n${code.replace(/\n+$/, '')}\n${fence}`;
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
