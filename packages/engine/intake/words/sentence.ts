import type { Token } from './token.ts';

const ABBREVIATIONS = new Set([
  'e.g',
  'i.e',
  'etc',
  'vs',
  'approx',
  'ca',
  'incl',
  'max',
  'min',
  'no',
  'resp',
  'cf',
  'eg',
  'ie',
  'avg',
]);

/** No sentence is longer; text without stops is cut here, which also bounds the work per sentence. */
const LONGEST_SENTENCE = 200;

/** A full stop ends a sentence unless an abbreviation carries it and the text goes on in lower case. */
function endsSentence(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.lower === '!' || token.lower === '?') return true;
  if (token.lower !== '.') return false;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (!next || !previous) return true;
  if (next.start === token.end) return next.kind === 'mark' || next.text !== next.lower;
  return !(ABBREVIATIONS.has(previous.lower) && next.text === next.lower);
}

/** Splits tokens into sentences at stops, paragraphs and list items; no token is lost. */
export function splitSentences(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [];
  let open: Token[] = [];
  tokens.forEach((token, index) => {
    if ((token.opensBlock && open.length > 0) || open.length >= LONGEST_SENTENCE) {
      sentences.push(open);
      open = [];
    }
    open.push(token);
    if (endsSentence(tokens, index)) {
      sentences.push(open);
      open = [];
    }
  });
  return open.length > 0 ? [...sentences, open] : sentences;
}
