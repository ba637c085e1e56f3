import { oneLine, wellFormed } from './plain.ts';

/**
 * Mermaid's grammar and its renderers disagree on entity codes (`#quot;`), so characters with a meaning are replaced by
 * ones that look alike and mean nothing. No arrow, bracket, quote or directive survives.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '"': '″',
  '`': '′',
  '<': '‹',
  '>': '›',
  '{': '❴',
  '}': '❵',
  '[': '❲',
  ']': '❳',
  '|': '¦',
  ';': ',',
  '#': '♯',
  '\\': '⧵',
  '&': '＆',
  '*': '∗',
  '~': '∼',
};
const SPECIAL = /["`<>{}[\]|;#\\&*~]/g;

/** A word as far as the diagram grammars are concerned: text for a quoted label. At most `limit` characters. */
export function mermaidText(text: string, limit = 80): string {
  const plain = oneLine(text)
    .replace(SPECIAL, (character) => LOOKALIKES[character] ?? ' ')
    .replace(/%{2,}/g, '%')
    .replace(/-{2,}/g, '–');
  return shorten(plain, limit) || '–';
}

/** Lines of a quoted flowchart label: `"Listing API<br/>Fastify"`; each line is wrapped at about `width` characters. */
export function mermaidLabel(lines: readonly string[], width = 34): string {
  return `"${lines.flatMap((line) => wrap(mermaidText(line, 160), width)).join('<br/>')}"`;
}

/** The text of a message or name, which stands unquoted to the end of the line; wrapped at about `width` characters. */
export const mermaidMessage = (text: string, limit = 120, width = limit): string =>
  wrap(mermaidText(text, limit).replaceAll(':', '∶'), width).join('<br/>');

/** An identifier no grammar takes for a keyword: `n_` and letters, digits and underscores. Distinct for distinct ids. */
export function mermaidId(id: string): string {
  const escaped = [...wellFormed(id)].map((character) => {
    if (/[a-z0-9]/i.test(character)) return character;
    return character === '-' ? '_' : `_${character.codePointAt(0)!.toString(16)}_`;
  });
  return `n_${escaped.join('')}`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function shorten(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
