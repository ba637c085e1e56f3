import type { Comparator, NounPhrase } from './mention.ts';
import { isVerbAt, phraseOf, readPhraseBefore } from './noun-phrase.ts';
import { isPlural, singular } from './nouns.ts';
import type { Token } from './tokens.ts';
import { verbBase } from './verbs.ts';
import { isFunctionWord } from './word-list.ts';

type Tokens = readonly Token[];
const APPROXIMATE = /^(?:about|around|roughly|approximately|some|circa|ca|nearly|almost|~|≈|approx|estimated|average|averaging)$/;
const BOUND: readonly (readonly [RegExp, Comparator])[] = [
  [
    /(?:at most|up to|no more than|not more than|less than|fewer than|lower than|no longer than|maximum of|max of|not exceed|not exceeding) $/,
    'at-most',
  ],
  [/(?:under|below|within|maximum|max|<|≤|< =|inside) $/, 'at-most'],
  [/(?:at least|more than|no less than|not less than|greater than|minimum of|no fewer than) $/, 'at-least'],
  [/(?:over|above|minimum|min|>|≥|> =|exceeding|upwards of) $/, 'at-least'],
  [/(?:exactly|precisely) $/, 'exactly'],
];

/** The comparison in front of a number and the token it starts at: "up to", "about", "at least". */
export function readComparator(tokens: Tokens, at: number): { comparator?: Comparator; approximate: boolean; start: number } {
  let start = at;
  while (start > at - 3 && APPROXIMATE.test(tokens[start - 1]?.lower ?? '')) start -= 1;
  const window = tokens.slice(Math.max(0, start - 3), start);
  const phrase = `${window.map((token) => token.lower).join(' ')} `;
  for (const [pattern, comparator] of BOUND) {
    const match = pattern.exec(phrase);
    if (match) return { comparator, approximate: start < at, start: start - match[0].trim().split(' ').length };
  }
  return { approximate: start < at, start, ...(start < at && { comparator: 'about' as const }) };
}

const REACH = 14;
/** The verb that governs token `at` and its subject: scanned backwards in the sentence, at most fourteen tokens. */
export function readGovernor(tokens: Tokens, at: number): { verb?: string; subject?: NounPhrase; verbAt?: number } {
  const { sentence, clause } = tokens[at]!;
  for (let index = at - 1; index >= 0 && index >= at - REACH; index -= 1) {
    const token = tokens[index]!;
    if (token.sentence !== sentence || (token.clause !== clause && token.text !== ')')) break;
    if (token.kind !== 'word' || !(isVerbAt(tokens, index) || isUnknownVerb(tokens, index, at))) continue;
    const base = verbBase(token.lower) ?? singular(token.lower);
    const auxiliary = base === 'be' && index + 1 < at && /(?:ed|ing)$/.test(tokens[index + 1]!.lower);
    if (auxiliary) continue;
    const subject = readSubject(tokens, index) ?? sharedSubject(tokens, index);
    return { verb: base, verbAt: index, ...(subject && { subject }) };
  }
  return {};
}

/** "members who borrow two books", "each host exposes 800 series": by its place the word is a verb, known or not. */
const isUnknownVerb = (tokens: Tokens, index: number, at: number): boolean => {
  const word = tokens[index]!.lower;
  if (index !== at - 1 || verbBase(word) !== undefined || isFunctionWord(word)) return false;
  if (/^(?:who|that|which|each|they|users?|people)$/.test(tokens[index - 1]?.lower ?? '')) return true;
  return isPlural(word) && tokens[index - 1]?.kind === 'word' && /^(?:an?|each|every)$/.test(tokens[index - 2]?.lower ?? '');
};

/** "A user sends ten emails and receives forty": a verb after "and" shares the subject of the verb before it. */
function sharedSubject(tokens: Tokens, verbAt: number): NounPhrase | undefined {
  if (!/^(?:and|but|then|,)$/.test(tokens[verbAt - 1]?.lower ?? '')) return undefined;
  const { sentence, clause } = tokens[verbAt]!;
  for (let index = verbAt - 2; index >= 0 && index >= verbAt - REACH; index -= 1) {
    const token = tokens[index]!;
    if (token.sentence !== sentence || token.clause !== clause) return undefined;
    if (token.kind === 'word' && isVerbAt(tokens, index)) {
      const found = readSubject(tokens, index);
      if (found || !/^(?:and|but|then|,)$/.test(tokens[index - 1]?.lower ?? '')) return found;
    }
  }
  return undefined;
}

/** The phrase that ends before the verb; "each" and "who" stand for themselves. */
function readSubject(tokens: Tokens, verbAt: number): NounPhrase | undefined {
  let index = verbAt;
  while (index > 0 && index > verbAt - 4 && isSkipped(tokens[index - 1]!)) index -= 1;
  const before = tokens[index - 1];
  if (!before || before.sentence !== tokens[verbAt]!.sentence) return undefined;
  if (/^(?:each|who|they|it|which|that|every)$/.test(before.lower)) {
    const phrase = phraseOf([before]);
    return { ...phrase, head: before.lower, plural: false };
  }
  if (before.kind !== 'word' || isFunctionWord(before.lower)) return undefined;
  return readPhraseBefore(tokens, index);
}
const isSkipped = (token: Token): boolean =>
  token.kind === 'word' &&
  (token.lower.endsWith('ly') ||
    /^(?:will|can|may|must|should|could|would|also|then|typically|often|still|already|are|is|be|to|on|average|do|does|has|have|been|being|being)$/.test(
      token.lower,
    )) &&
  !isPlural(token.lower);

/** "p99 < 200 ms", "95th percentile under", "99 % of requests within": the percentile said in the same clause before. */
export function readPercentile(tokens: Tokens, at: number): string | undefined {
  const { sentence, clause } = tokens[at]!;
  for (let index = at - 1; index >= 0 && index >= at - 12; index -= 1) {
    const token = tokens[index]!;
    if (token.sentence !== sentence || token.clause < clause - 1) return undefined;
    const next = tokens[index + 1];
    if (token.lower === 'p' && next?.kind === 'number' && next.glued) return `p${next.text}`;
    if (/^(?:percentile|median)$/.test(token.lower))
      return token.lower === 'median' ? 'p50' : `p${tokens[index - 2]?.kind === 'number' ? tokens[index - 2]!.text : '99'}`;
    if (token.kind === 'number' && /^(?:%|percent)$/.test(next?.lower ?? '') && Number(token.text) >= 50) return `p${token.text}`;
  }
  return undefined;
}

/** "at peak", "peak of", "peaks at", "in the busiest hour": near the number in its clause. */
export function isPeak(tokens: Tokens, from: number, to: number): boolean {
  const { sentence } = tokens[from]!;
  const before = tokens.slice(Math.max(0, from - 4), from);
  const after = tokens.slice(to, to + 4);
  const comma = after.findIndex((token) => /^[,;]$/.test(token.text));
  const near = [
    ...before.slice(before.findLastIndex((token) => /^[,;]$/.test(token.text)) + 1),
    ...(comma < 0 ? after : after.slice(0, comma)),
  ];
  return near.some(
    (token) => token.sentence === sentence && /^(?:peak|peaks|peaking|burst|bursts|spike|spikes|busiest)$/.test(token.lower),
  );
}
