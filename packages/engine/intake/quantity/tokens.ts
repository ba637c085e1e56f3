import { timeWord } from './units.ts';
import { isNumberWord } from './number-words.ts';

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'symbol';
  readonly start: number;
  readonly end: number;
  /** No space between this token and the one before. */
  readonly glued: boolean;
  readonly sentence: number;
  readonly clause: number;
}

const TOKEN =
  /\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,20})?(?![\d,]*\d)|\d{1,40}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3}(?![\dA-Za-z]))?|\p{L}{1,60}(?:[-'’]\p{L}{1,60}){0,5}|\S/gu;
const CLAUSE_BREAK = new Set([';', ':', '(', ')', '—', '·', '•', '|']);

/**
 * Splits a text into words, numbers and single symbols with offsets, sentence and clause numbers; one pass, linear.
 * "e-mail" and "self-service" are one word; "one-minute" and "twenty-five" are split, since they hold a number.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  let sentence = 0;
  let clause = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const gap = text.slice(previousEnd, start);
    if (tokens.length > 0 && /\n\s*\n|\n\s{0,8}$/.test(gap) && (/\n\s*\n/.test(gap) || /[-*•#\d]/.test(match[0][0]!))) {
      sentence += 1;
      clause += 1;
    }
    for (const piece of pieces(match[0], start)) {
      const kind = /^\d/.test(piece.text) ? 'number' : /^\p{L}/u.test(piece.text) ? 'word' : 'symbol';
      const glued = piece.start === previousEnd && tokens.length > 0;
      tokens.push({ ...piece, lower: normal(piece.text), kind, end: piece.start + piece.text.length, glued, sentence, clause });
      previousEnd = piece.start + piece.text.length;
    }
    const last = tokens.at(-1)!;
    if (/[.!?]/.test(last.text[0]!) && last.kind === 'symbol' && /\s|^$/.test(text.slice(last.end, last.end + 1))) {
      sentence += 1;
      clause += 1;
    } else if (CLAUSE_BREAK.has(last.text) && !/\d/.test(text.slice(last.end, last.end + 1))) clause += 1;
  }
  return tokens;
}

const normal = (text: string): string => {
  const lower = text.toLowerCase().replace('’', "'").replace(/'s$/, '');
  return lower === 'e-mail' ? 'email' : lower === 'e-mails' ? 'emails' : lower;
};

function pieces(word: string, start: number): { text: string; start: number }[] {
  const parts = word.split('-');
  if (parts.length < 2 || !isNumberWord(parts[0]!.toLowerCase()) || !splittable(parts)) return [{ text: word, start }];
  const found: { text: string; start: number }[] = [];
  let at = start;
  parts.forEach((part, index) => {
    if (index > 0) found.push({ text: '-', start: at++ });
    if (part) found.push({ text: part, start: at });
    at += part.length;
  });
  return found;
}

const splittable = (parts: readonly string[]): boolean => {
  const rest = parts.slice(1).map((part) => part.toLowerCase());
  return rest.every(
    (part) =>
      isNumberWord(part) ||
      part === 'and' ||
      timeWord(part) !== undefined ||
      /^(?:nines?|fold|bytes?|person|people|man)$/.test(part),
  );
};
