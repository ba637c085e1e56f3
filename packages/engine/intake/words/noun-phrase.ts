import { singularise } from './singular.ts';
import type { TaggedToken } from './tag.ts';

/** A run of words around a head noun: `the 500 registered endpoints`. Token indices are half-open. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  /** Head with its classifying words, singular, lower case: `registered endpoint`. */
  readonly name: string;
  /** The name without its adjective: `endpoint`. */
  readonly bareName: string;
  /** Last noun, singular. */
  readonly head: string;
  readonly isPlural: boolean;
  /** A number stands before it: it is counted. */
  readonly isCounted: boolean;
}

/** Adjectives that say which or how many, not what kind. */
const UNSPECIFIC = new Set(
  (
    'new old big small large huge tiny many several various certain other own same different single multiple recent latest last next previous current existing total ' +
    'additional extra main primary important critical popular available average whole entire more most best better older newer larger smaller higher lower faster real ' +
    'possible necessary free full hot cold easy simple complex good great few human registered specific general raw live active inactive unique random short long daily ' +
    'hourly weekly monthly yearly busy heavy near strict least early late ready correct wrong related common human native own high low fast slow'
  ).split(' '),
);
/** Units and times are measures, not things a backend keeps. */
const MEASURES = new Set(
  (
    'second minute hour day week month quarter year ms kb mb gb tb pb kib mib gib tib byte bit percent time times rps qps tps km metre meter mile kilometre degree ' +
    'usd dollar euro eur gbp monday tuesday wednesday thursday friday saturday sunday weekday weekend night morning evening noon midnight season today tomorrow am pm ' +
    'kilo kilogram kg gram tonne ton litre liter pound january february march april june july august september october november december million billion thousand hundred'
  ).split(' '),
);

const BIT_RATE = /^[kmgt]?i?(?:bit|bps|byte)s?$/;
export const isMeasure = (head: string): boolean => head.length < 2 || BIT_RATE.test(head) || MEASURES.has(head);

/** At most this many words name a thing; more is a description. */
const LONGEST_NAME = 3;

/** `a list of kinds of things`: further nesting is not language. */
const DEEPEST_PARTITIVE = 2;

const inPhrase = new Set(['determiner', 'possessive', 'adjective', 'number', 'noun']);

/** `a lot of photos`, `a block of text`: the thing is behind the `of`. */
const PARTITIVES = new Set(
  'lot lots number numbers amount amounts set list couple kind kinds type types sort group block piece pieces majority share half range variety series pair bunch batch stream percent plenty handful collection kilo kilos tonne tonnes ton tons litre litres liters'.split(
    ' ',
  ),
);

function phraseFrom(tokens: readonly TaggedToken[], from: number, depth = 0): NounPhrase | undefined {
  let to = from;
  let lastNoun = -1;
  while (to < tokens.length && inPhrase.has(tokens[to]!.tag)) {
    const { tag } = tokens[to]!;
    if (tag === 'noun') lastNoun = to;
    // `customers a map`, `members 5 books`: a noun followed by an opener is another phrase.
    else if (lastNoun >= 0 && tag !== 'possessive') break;
    to++;
  }
  if (lastNoun < 0) return undefined;
  if (PARTITIVES.has(tokens[lastNoun]!.lower) && tokens[lastNoun + 1]?.lower === 'of') {
    const whole = depth < DEEPEST_PARTITIVE ? phraseFrom(tokens, lastNoun + 2, depth + 1) : undefined;
    if (whole) return { ...whole, from };
  }
  const possessive = tokens.slice(from, lastNoun).findLastIndex((token) => token.tag === 'possessive');
  const words = tokens.slice(from + possessive + 1, lastNoun + 1);
  const nouns = words.filter((token) => token.tag === 'noun' && (token === words.at(-1) || !isMeasure(singularise(token.lower))));
  const kind = words.filter((token) => token.tag === 'adjective' && !UNSPECIFIC.has(token.lower)).slice(-1);
  const head = singularise(tokens[lastNoun]!.lower);
  const bare = [...nouns.slice(0, -1).map((token) => token.lower), head].slice(-LONGEST_NAME);
  const name = [...kind.map((token) => token.lower), ...bare].slice(-LONGEST_NAME).join(' ');
  return {
    from,
    to: lastNoun + 1,
    name,
    bareName: bare.join(' '),
    head,
    isPlural: head !== tokens[lastNoun]!.lower,
    isCounted: words.some((token) => token.tag === 'number'),
  };
}

/** All noun phrases of a sentence in order, not overlapping. */
export function nounPhrases(tokens: readonly TaggedToken[]): readonly NounPhrase[] {
  const phrases: NounPhrase[] = [];
  let at = 0;
  while (at < tokens.length) {
    const phrase = inPhrase.has(tokens[at]!.tag) ? phraseFrom(tokens, at) : undefined;
    if (phrase) phrases.push(phrase);
    at = phrase ? phrase.to : at + 1;
  }
  return phrases;
}
