import process from 'node:process';
import { bold, dim, printable, red, yellow } from '../output/terminal.ts';
import type { Row } from './rows.ts';

const MOST_SOURCES = 6;
const WORDS = { act: red, look: yellow, fine: dim } as const;

/** Rows for a person: what needs doing with its sources, then what is fine in a line each. */
export function verifyTable(rows: readonly Row[]): string {
  const head = ['', 'name', 'version', 'evidence', 'end of life', 'advisories', 'where'];
  const cells = rows.map((row) => [
    row.urgency,
    row.name,
    `${row.version ?? '-'}${row.note === undefined ? '' : ` (${row.note})`}`,
    `${row.status}${row.ageDays === undefined ? '' : `, ${row.ageDays} d`}`,
    row.endOfLife ?? '-',
    row.advisories.state === 'affected'
      ? `${row.advisories.found.length} known`
      : row.advisories.state === 'none-known'
        ? 'none known'
        : 'unknown',
    row.at,
  ]);
  const widths = head.map((title, column) => Math.min(44, Math.max(title.length, ...cells.map((row) => row[column]!.length))));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => printable(text).padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  return [
    bold(line(head), process.stdout),
    ...rows.flatMap((row, index) => [
      WORDS[row.urgency](line(cells[index]!), process.stdout),
      ...row.what.map((what) => `         → ${printable(what)}`),
      ...row.disagreements.map((one) => `         ≠ ${printable(one)}`),
      ...(row.urgency === 'act'
        ? row.sources.slice(0, MOST_SOURCES).map((source) => dim(`           ${printable(source)}`, process.stdout))
        : []),
    ]),
  ].join('\n');
}
