/** A piece of the text with its half-open character range. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** A paragraph, list item or heading begins here. */
  readonly opensBlock: boolean;
}

/** Most letters are plain ones, and telling those apart by comparison is far cheaper than by property. */
const isLetter = (char: string | undefined): boolean =>
  char !== undefined &&
  (char < '\u0080' ? (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') : /\p{L}|\p{M}/u.test(char));
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
const isWordChar = (char: string | undefined): boolean => isLetter(char) || isDigit(char) || char === '_';

/** Lines shorter than this were not wrapped by an editor, so their end is an end of thought. */
const SHORTEST_WRAPPED_LINE = 50;

/** A dot, hyphen or apostrophe inside a word belongs to it: `Node.js`, `e-commerce`, `don’t`; a dot before a capital ends it. */
function joinsWord(text: string, at: number): boolean {
  const char = text[at];
  const next = text[at + 1];
  if (!isWordChar(text[at - 1]) || !isWordChar(next)) return false;
  if (char === '-' || char === '‑') return true;
  if (char === "'" || char === '’') return !(next === 's' && !isWordChar(text[at + 2]));
  return char === '.' && (isDigit(next) || next === next?.toLowerCase() || !isLetter(text[at - 2]));
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && (isWordChar(text[at]) || joinsWord(text, at))) at++;
  while (at - start <= 2 && (text[at] === '+' || text[at] === '#')) at++;
  return at;
}

/** `1,250,000`, `1.5M`, `99.9%`, `10^6`; a suffix of letters is part of the number. */
function numberEnd(text: string, start: number): number {
  let at = start + 1;
  while (isWordChar(text[at]) || (/[.,^]/.test(text[at] ?? '') && isDigit(text[at - 1]) && isDigit(text[at + 1]))) at++;
  return text[at] === '%' ? at + 1 : at;
}

/** The possessive `’s` is one mark. */
const markEnd = (text: string, start: number): number =>
  /['’]/.test(text[start]!) && isLetter(text[start - 1]) && text[start + 1] === 's' && !isWordChar(text[start + 2])
    ? start + 2
    : start + 1;

/** Whether the white space between two tokens starts a new paragraph, list item or heading. */
function opensBlock(text: string, from: number, to: number, lineStart: number): boolean {
  const gap = text.slice(from, to);
  const newline = gap.indexOf('\n');
  if (newline < 0) return false;
  if (gap.indexOf('\n', newline + 1) >= 0) return true;
  const next = text[to] ?? '';
  if (/[-*•#>|]/.test(next) || /[.!?:;]/.test(text[from - 1] ?? '')) return true;
  return next !== next.toLowerCase() && from - lineStart < SHORTEST_WRAPPED_LINE;
}

/**
 * Splits a text into words, numbers and marks. Offsets are UTF-16 positions of the text; every character that is not
 * white space is in exactly one token.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let lineStart = 0;
  let currentLine = 0;
  let previousEnd = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (/\s/.test(char)) {
      at++;
      if (char === '\n') currentLine = at;
      continue;
    }
    const kind = isDigit(char) ? 'number' : isLetter(char) ? 'word' : 'mark';
    const end = kind === 'number' ? numberEnd(text, at) : kind === 'word' ? wordEnd(text, at) : markEnd(text, at);
    const opens = tokens.length === 0 || opensBlock(text, previousEnd, at, lineStart);
    lineStart = currentLine;
    const piece = text.slice(at, end);
    tokens.push({ kind, text: piece, lower: piece.toLowerCase().replaceAll('’', "'"), start: at, end, opensBlock: opens });
    previousEnd = end;
    at = end;
  }
  return tokens;
}
