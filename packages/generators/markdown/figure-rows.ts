import { type Figure, formatNumber } from '@archwright/kernel';
import { markdownCode } from '../escape/markdown.ts';
import { quantity } from './writer.ts';
import { inline } from './text.ts';

const NAME = /[a-zA-Z_][a-zA-Z0-9_]*/g;

/** The formula over figure ids: what `archwright why` opens. Functions keep their names. */
export const formulaOver = ({ formula = '', inputs }: Figure): string => formula.replace(NAME, (name) => inputs[name] ?? name);

/** Where a figure comes from: its formula, the words of the brief, a dated source, or our reason. */
export function originOf(figure: Figure): string {
  const { origin, formula, source, reason, at } = figure;
  if (origin === 'computed' && formula !== undefined) return markdownCode(formulaOver(figure), 'cell');
  if (source) return `${inline(source.title)}, ${inline(source.asOf)}`;
  if (at?.quote !== undefined) return `${origin}: “${inline(at.quote)}”`;
  return reason === undefined ? origin : `${origin}: ${inline(reason)}`;
}

/** `low to high`, or nothing where the value is exact. */
export const bounds = ({ low, high, unit }: Figure): string =>
  low === high ? '' : `${quantity(low, unit)} to ${quantity(high, unit)}`;

/** Share in whole percent: the figure beside it has the digits. */
export function wholeShare(part: number, whole: number): string {
  const share = whole > 0 ? (100 * part) / whole : 0;
  if (share >= 99.5) return 'all';
  return share > 0 && share < 0.5 ? '< 1 %' : `${formatNumber(Math.round(share))} %`;
}
