import { type Place, positionAt } from '@archwright/kernel';
import type { Quotable, RequirementClaim } from './claim.ts';

const SHORTEST_QUOTE = 2;
const LONGEST_QUOTE = 500;

export interface Located {
  readonly source: Quotable;
  readonly start: number;
  readonly end: number;
  readonly at: Place;
}

/**
 * Where the quote of a claim really stands. Runs of white space count as one blank; every other character must be there, and
 * the quote must begin and end at the edges of words: "10" is not in "100K".
 *
 * @returns the reason as a sentence where it stands nowhere, or on another line than the claim says
 */
export function locateQuote({ quote, file, line }: RequirementClaim, sources: readonly Quotable[]): Located | string {
  const wanted = collapse(quote).text.trim();
  if (wanted.length < SHORTEST_QUOTE || wanted.length > LONGEST_QUOTE)
    return `a quote has ${SHORTEST_QUOTE} to ${LONGEST_QUOTE} characters`;
  const candidates = sources.filter(({ source, name }) => (file === undefined ? source !== 'file' : name === file));
  if (candidates.length === 0) return `${file ?? 'the brief'} is no text that can be quoted`;
  let elsewhere: number | undefined;
  for (const source of candidates)
    for (const { start, end } of occurrences(wanted, source.text)) {
      const { line: found, column } = positionAt(source.text, start);
      if (file === undefined || line === undefined || found === line)
        return { source, start, end, at: placeOf(source, start, end, found, column) };
      elsewhere = found;
    }
  const where = file ?? 'the brief';
  return elsewhere === undefined
    ? `the words “${wanted.slice(0, 80)}” do not stand in ${where}`
    : `these words stand in line ${elsewhere} of ${where}, not in line ${line}`;
}

const placeOf = ({ source, name, text }: Quotable, start: number, end: number, line: number, column: number): Place => ({
  source,
  ...(name !== undefined && { name }),
  start,
  end,
  line,
  column,
  quote: text.slice(start, end),
});

interface Collapsed {
  readonly text: string;
  /** Index in the original of each character. */
  readonly from: readonly number[];
}

function collapse(text: string): Collapsed {
  const kept: string[] = [];
  const from: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const isBlank = /\s/.test(text[at]!);
    if (isBlank && kept.at(-1) === ' ') continue;
    kept.push(isBlank ? ' ' : text[at]!);
    from.push(at);
  }
  return { text: kept.join(''), from };
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
/** `1` of `1.5` and of `1,500` is no number of the text. */
const goesOn = (text: string, at: number): boolean => /[.,]/.test(text[at] ?? '') && /\d/.test(text[at + 1] ?? '');

function* occurrences(wanted: string, text: string): Generator<{ readonly start: number; readonly end: number }> {
  const { text: flat, from } = collapse(text);
  for (let at = flat.indexOf(wanted); at >= 0; at = flat.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const cutsBefore = isWord(flat[at - 1]) && isWord(wanted[0]);
    const cutsAfter = (isWord(flat[end]) && isWord(wanted.at(-1))) || (/\d$/.test(wanted) && goesOn(flat, end));
    const cutsNumber = /^\d/.test(wanted) && /\d[.,]$/.test(flat.slice(Math.max(0, at - 2), at));
    if (!cutsBefore && !cutsAfter && !cutsNumber) yield { start: from[at]!, end: from[end - 1]! + 1 };
  }
}
