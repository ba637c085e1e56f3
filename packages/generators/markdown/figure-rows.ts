import { type Figure, formatNumber } from '@archwright/kernel';
import { markdownCode } from '../escape/markdown.ts';
import { quantity } from './writer.ts';
import { inline } from './text.ts';

const NAME = /[a-zA-Z_][a-zA-Z0-9_]*/g;

/** The formula over figure ids: what `archwright why` opens. Functions keep their names. */
export const formulaOver = ({ formula = '', inputs }: Figure): string => formula.replace(NAME, (name) => inputs[name] ?? name);

/** A reader takes in this much of a formula; the rest is for `archwright why`. */
const LONGEST_FORMULA = 140;
const MOST_TERMS = 4;

/** The formula as a cell: over ids where that is short, over its own names where not, in words where neither is. */
function formulaCell(figure: Figure): string {
  const { formula = '', inputs } = figure;
  const terms = Object.keys(inputs).length;
  if (terms > MOST_TERMS && !/[-*/(]/.test(formula)) return `sum of ${terms < 100 ? terms : 'all its'} figures`;
  const short = [formulaOver(figure), formula].find((text) => text.length <= LONGEST_FORMULA);
  return short === undefined ? `formula over ${terms} figures` : markdownCode(short, 'cell');
}

/** Where a figure comes from: its formula, the words of the brief, a dated source, or our reason. */
export function originOf(figure: Figure): string {
  const { origin, formula, source, reason, at } = figure;
  if (origin === 'computed' && formula !== undefined) return formulaCell(figure);
  if (source) return `${inline(source.title)}, ${inline(source.asOf)}`;
  if (at?.quote !== undefined) return `${origin}: “${inline(at.quote)}”`;
  return reason === undefined ? origin : `${origin}: ${inline(reason)}`;
}

/** `low to high`, or nothing where the value is exact. Exactly one reads `1 ×` where the other end is a multiple. */
export function bounds({ low, high, unit }: Figure): string {
  if (low === high) return '';
  const lowest = unit === 'ratio' && low === 1 ? '1 ×' : quantity(low, unit);
  return `${lowest} to ${quantity(high, unit)}`;
}

/** Share in whole percent: the figure beside it has the digits. */
export function wholeShare(part: number, whole: number): string {
  const share = whole > 0 ? (100 * part) / whole : 0;
  if (share >= 99.5) return 'all';
  return share > 0 && share < 0.5 ? '< 1 %' : `${formatNumber(Math.round(share))} %`;
}
