import type { Artefact } from '@archwright/model';
import { marked } from 'marked';
import { packageVersion } from '../package-version.ts';
import { readCsv } from '../consistency/csv.ts';
import { Fault, lineOfFault } from './fault.ts';
import { proveEach, type Prover } from '../proof.ts';

/** Prose and sheets as their readers take them: whole tables, closed fences, links that lead somewhere, equal rows. */
export const proveProse: Prover = async (artefacts) => {
  const paths = new Set(artefacts.map(({ path }) => path));
  const markdown = artefacts.filter(({ path }) => path.endsWith('.md'));
  const csv = artefacts.filter(({ path }) => path.endsWith('.csv'));
  return [
    ...(await proveEach(
      { tool: 'marked', version: packageVersion('marked') },
      'its tables are whole, its fences closed, its links lead to files',
      markdown,
      (artefact) => readMarkdown(artefact, paths),
      lineOfFault,
    )),
    ...(await proveEach({ tool: 'RFC 4180 reader', version: '1' }, 'it is CSV with equal rows', csv, equalRows, lineOfFault)),
  ];
};

function equalRows({ content }: Artefact): string {
  const rows = readCsv(content);
  const width = rows[0]?.cells.length ?? 0;
  const odd = rows.find(({ cells }) => cells.length !== width);
  if (odd) throw new Fault(`${odd.cells.length} cells under ${width} headings`, odd.line);
  return `${rows.length} rows`;
}

function readMarkdown({ path, content }: Artefact, paths: ReadonlySet<string>): string {
  const lines = content.split('\n');
  let fence: { readonly mark: string; readonly line: number } | undefined;
  let width = 0;
  let tables = 0;
  lines.forEach((text, index) => {
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark !== undefined) {
      if (fence === undefined) fence = { mark, line: index + 1 };
      else if (text.trim() === fence.mark) fence = undefined;
      return;
    }
    if (fence !== undefined) return;
    if (!text.startsWith('|')) {
      width = 0;
      return;
    }
    const cells = cellsOf(text);
    if (width === 0) {
      tables += 1;
      width = cells;
      if (!/^\|(?:\s*:?-+:?\s*\|)+$/.test(lines[index + 1] ?? ''))
        throw new Fault('the heading of this table has no row of dashes below it', index + 1);
    } else if (cells !== width) throw new Fault(`${cells} cells in a table of ${width}`, index + 1);
  });
  if (fence !== undefined) throw new Fault('this fence is not closed', (fence as { line: number }).line);
  linksLead(path, content, paths);
  return `${tables} tables`;
}

const cellsOf = (row: string): number => (row.replace(/\\./g, '').match(/\|/g)?.length ?? 0) - 1;

function linksLead(path: string, content: string, paths: ReadonlySet<string>): void {
  const base = path.split('/').slice(0, -1);
  marked.walkTokens(marked.lexer(content), (token) => {
    if (token.type !== 'link') return;
    const href = (token as { href: string }).href.replace(/[#?].*$/, '');
    if (href === '' || /^[a-z][a-z0-9+.-]*:/i.test(href)) return;
    const steps: string[] = [...base];
    for (const step of decodeURI(href).split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '.' && step !== '') steps.push(step);
    }
    const target = steps.join('/');
    if (!paths.has(target) && ![...paths].some((one) => one.startsWith(`${target}/`)))
      throw new Fault(`the link to ${href} leads nowhere`, content.split('\n').findIndex((line) => line.includes(href)) + 1);
  });
}
