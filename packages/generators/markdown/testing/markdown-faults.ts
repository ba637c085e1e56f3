import { marked, type Token } from 'marked';

const FENCE = /^(`{3,})([a-z0-9+-]*)$/;

/** What a Markdown linter would object to, as `line: fault`; lines count from 1. */
export function markdownFaults(text: string): readonly string[] {
  return [...lineFaults(text), ...structureFaults(text)];
}

function lineFaults(text: string): readonly string[] {
  const faults: string[] = [];
  const lines = text.split('\n');
  const report = (at: number, fault: string): void => void faults.push(`${at + 1}: ${fault}`);
  let fence: string | undefined;
  let level = 0;
  let columns = 0;
  lines.forEach((line, at) => {
    const opening = FENCE.exec(line)?.[1];
    if (fence === undefined ? opening !== undefined : line === fence) {
      if (fence === undefined && lines[at - 1] !== '') report(at, 'no blank line before a fence');
      if (fence !== undefined && lines[at + 1] !== '') report(at, 'no blank line after a fence');
      fence = fence === undefined ? opening : undefined;
      return;
    }
    if (fence !== undefined) return;
    if (/[ \t]$/.test(line)) report(at, 'trailing space');
    if (line === '' && lines[at - 1] === '' && at < lines.length - 1) report(at, 'two blank lines');
    const heading = /^(#{1,6}) /.exec(line)?.[1]?.length;
    if (heading !== undefined) {
      if (at > 0 && lines[at - 1] !== '') report(at, 'no blank line before a heading');
      if (lines[at + 1] !== '') report(at, 'no blank line after a heading');
      if (heading > level + 1) report(at, 'a heading skips a level');
      level = heading;
    }
    const isRow = line.startsWith('|');
    const cells = isRow ? (line.replaceAll(/\\./g, '').match(/\|/g)?.length ?? 0) : 0;
    if (isRow && !(lines[at - 1] ?? '').startsWith('|')) {
      if (lines[at - 1] !== '') report(at, 'no blank line before a table');
      columns = cells;
    }
    if (isRow && cells !== columns) report(at, `${cells - 1} cells in a table of ${columns - 1}`);
    if (!isRow && line !== '' && (lines[at - 1] ?? '').startsWith('|')) report(at, 'no blank line after a table');
  });
  if (fence !== undefined) faults.push('a fence is not closed');
  if (!text.endsWith('\n') || text.endsWith('\n\n')) faults.push('does not end with one newline');
  return faults;
}

/** As a Markdown reader sees it: one title, no markup of its own beyond line breaks, links to the web or to files only. */
function structureFaults(text: string): readonly string[] {
  const faults: string[] = [];
  const body = text.replace(/^---\n[\s\S]{0,400}?\n---\n/, '');
  const tokens = marked.lexer(body);
  const titles = tokens.filter((token) => token.type === 'heading' && token.depth === 1);
  if (titles.length !== 1) faults.push(`${titles.length} titles`);
  void marked.walkTokens(tokens, (token: Token) => {
    if (token.type === 'html' && token.text !== '<br>') faults.push(`HTML: ${token.text}`);
    if ((token.type === 'link' || token.type === 'image') && !/^https?:/.test((token as { href: string }).href))
      faults.push(`link to ${(token as { href: string }).href}`);
    if (token.type === 'image') faults.push('an image');
  });
  return faults;
}
