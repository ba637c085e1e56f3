import { capitalise } from '@archwright/kernel';
import { markdownCode, markdownInline } from '../escape/markdown.ts';
import { oneLine } from '../escape/plain.ts';

/** Words that no Markdown reader takes for anything else: most text is like this, and needs no closer look. */
const HARMLESS = /^[\p{L}\p{N} .,;:%$()'’"“”/+×–—!?=-]*$/u;
const CODE_SPAN = /`([^`]{1,160})`/;
const ADDRESS = /^(.{0,200}?),? ?(https?:\/\/[^\s<>|()]{1,500})(?: (\([^()]{0,60}\)))?$/i;

/**
 * Text from outside in the middle of a line or cell. Words between single backticks stay code, as the catalogue writes
 * them; everything else reads as it is written.
 */
export function inline(text: string): string {
  if (HARMLESS.test(text) && !text.includes('  ') && text.trim() === text) return text;
  // Split keeps the captured code at the odd places.
  return oneLine(text)
    .split(CODE_SPAN)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part, 'cell') : plain(part)))
    .join('');
}

/** The escape also guards the start of a block, which the middle of a line is not: `99.9` needs no backslash there. */
function plain(part: string): string {
  if (part.trim() === '') return part;
  const [before, after] = [part.startsWith(' ') ? ' ' : '', part.endsWith(' ') ? ' ' : ''];
  return before + markdownInline(`·${part.trim()}`).slice(1) + after;
}

/** Text at the start of a paragraph or list item: it may not begin a list, heading or rule. */
export const blockStart = (markdown: string): string =>
  markdown.replace(/^(?:(\d{1,9})(?=[.)](?:\s|$))|[-+#=](?=[-+#=\s]|$))/, (start, number?: string) =>
    number ? `${number}\\` : `\\${start}`,
  );

/** Text from outside as a sentence: capital letter, full stop. It may open a paragraph. */
export function sentence(text: string): string {
  const words = blockStart(inline(capitalise(oneLine(text))));
  return words === '' || /[.!?…:]$/.test(words) ? words : `${words}.`;
}

/** `a, b and c`; parts are already Markdown. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** The first few, and how many more there are. */
export const listedUpTo = (parts: readonly string[], most: number, where: string): string =>
  parts.length <= most ? listed(parts) : `${parts.slice(0, most).join(', ')} and ${parts.length - most} more in ${where}`;

/** A link where the address is one; else the text alone. */
export function link(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\/[^\s<>|]+$/i.test(url)) return text;
  return `[${text}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** A source as a link: `title, address (date)` by its title, a bare address by its host and last step. */
export function sourceLink(source: string): string {
  const [, title = '', url, date] = ADDRESS.exec(oneLine(source)) ?? [];
  if (url === undefined) return inline(source);
  const [host = '', ...path] = url
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '');
  const words = title === '' ? inline([host, path.at(-1) ?? ''].filter((part) => part !== '').join('/')) : inline(title);
  return `${link(words, url)}${date === undefined ? '' : ` ${inline(date)}`}`;
}
