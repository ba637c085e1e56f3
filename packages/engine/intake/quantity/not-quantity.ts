import { singular, isPlural } from './nouns.ts';
import { isNumberWord } from './number-words.ts';
import type { Token } from './tokens.ts';
import { unitWord } from './units.ts';
import { isFunctionWord } from './word-list.ts';

type Tokens = readonly Token[];
const MONTHS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
const NUMBERED =
  /^(?:version|v|level|tier|phase|step|section|chapter|layer|part|figure|table|appendix|article|clause|class|option|question|line|page|stage|sprint|iteration|rev|revision|release|edition|port|model|series|day|week|http|no|number|rfc|iso|soc|ipv|tls|oauth|pci)$/;

/**
 * Digits or number words that count nothing: ordinals, versions and names (HTTP/2, IPv6, OAuth 2, SOC 2), dates and years,
 * times of day, list numbers, "24/7", "one" as a pronoun.
 *
 * @returns the token after it, or undefined where a quantity may start
 */
export function skipNonQuantity(tokens: Tokens, at: number): number | undefined {
  const token = tokens[at]!;
  return token.kind === 'number' ? skipDigits(tokens, at) : skipWord(tokens, at);
}

function skipDigits(tokens: Tokens, at: number): number | undefined {
  const [token, before, after] = [tokens[at]!, tokens[at - 1], tokens[at + 1]];
  if (before && token.glued && before.kind === 'word') return at + 1 + tail(tokens, at + 1);
  if (before?.text === '/' && before.glued && token.glued && tokens[at - 2]?.kind === 'word' && !isLeadIn(tokens, at))
    return at + 1 + tail(tokens, at + 1);
  if (/^(?:st|nd|rd|th)$/.test(after?.lower ?? '') && after!.glued) return at + 2;
  if (/^(?:st|nd|rd|th)-/.test(after?.lower ?? '') && after!.glued) return at + 2;
  if (token.text === '24' && after?.text === '/' && tokens[at + 2]?.text === '7') return at + 3;
  return skipDate(tokens, at) ?? skipListNumber(tokens, at) ?? skipName(tokens, at) ?? skipVersion(tokens, at);
}

/** "S3-compatible", "H.264": glued letters and digits belong to the name. */
const tail = (tokens: Tokens, at: number): number => (tokens[at]?.kind === 'word' && tokens[at]!.glued ? 1 : 0);
const isLeadIn = (tokens: Tokens, at: number): boolean => unitWord(tokens[at + 1]?.text ?? '') !== undefined;

function skipDate(tokens: Tokens, at: number): number | undefined {
  const [token, before, after] = [tokens[at]!, tokens[at - 1], tokens[at + 1]];
  const link = after?.text ?? '';
  if (/^\d{4}$/.test(token.text) && link === '-' && /^\d\d$/.test(tokens[at + 2]?.text ?? ''))
    return at + (tokens[at + 3]?.text === '-' ? 5 : 3);
  if (/^\d{1,2}$/.test(token.text) && link === ':' && after!.glued && /^\d\d$/.test(tokens[at + 2]?.text ?? '')) return at + 3;
  if (/^(?:am|pm)$/.test(after?.lower ?? '') || (/^(?:4|5)$/.test(token.text) && after?.lower === 'xx')) return at + 2;
  if (/^(?:19|20)\d\d$/.test(token.text) && isYear(before, after)) return at + 1;
  if (
    /^\d{1,2}$/.test(token.text) &&
    ((MONTHS.test(after?.lower ?? '') && /^[A-Z]/.test(after!.text)) ||
      (before && MONTHS.test(before.lower) && /^[A-Z]/.test(before.text)))
  )
    return at + 1;
  return undefined;
}

const isYear = (before: Token | undefined, after: Token | undefined): boolean => {
  if (
    before &&
    (MONTHS.test(before.lower) ||
      /^(?:in|by|since|until|before|after|during|year|of|q[1-4]|end|early|late|mid)$/.test(before.lower))
  )
    return !after || after.kind !== 'word' || isFunctionWord(after.lower);
  return false;
};

/** "1. Users post", "(2) ...", "- 3) ..." */
function skipListNumber(tokens: Tokens, at: number): number | undefined {
  const [token, before, after] = [tokens[at]!, tokens[at - 1], tokens[at + 1]];
  const opens = !before || before.sentence !== token.sentence || (before.text === '(' && after?.text === ')');
  const closes = after !== undefined && after.glued && /^[.)]$/.test(after.text);
  if (!/^\d{1,2}$/.test(token.text) || !opens || !closes) return undefined;
  return tokens[at + 2] && !tokens[at + 2]!.glued ? at + 2 : undefined;
}

/** "OAuth 2", "SOC 2", "Level 3", "Java 21": a name and its number, when nothing countable follows. */
function skipName(tokens: Tokens, at: number): number | undefined {
  const [token, before, after] = [tokens[at]!, tokens[at - 1], tokens[at + 1]];
  if (!before || before.kind !== 'word' || token.glued || before.sentence !== token.sentence) return undefined;
  const proper =
    /^.+[A-Z]|^[A-Z]{2,}$/.test(before.text) || (/^[A-Z]/.test(before.text) && tokens[at - 2]?.sentence === token.sentence);
  const named = proper || NUMBERED.test(before.lower);
  if (!named || /^(?:DAU|MAU|CCU|QPS|RPS|TPS|RPO|RTO|EUR|USD|GBP|CHF|SLA|SLO|TTL)s?$/.test(before.text)) return undefined;
  if (/^\d+(?:,\d{3})+$/.test(token.text)) return undefined;
  const counts = after !== undefined && after.sentence === token.sentence && isCountable(after);
  return counts ? undefined : at + 1;
}

const isCountable = (after: Token): boolean =>
  after.glued
    ? after.kind === 'word' || /^[%^x×-]$/.test(after.text)
    : /^(?:%|[-–])$/.test(after.text) ||
      isNumberWord(after.lower) ||
      unitWord(after.text) !== undefined ||
      (after.kind === 'word' && isPlural(after.lower) && singular(after.lower).length > 2);

/** "1.2.3" */
const skipVersion = (tokens: Tokens, at: number): number | undefined =>
  /^\d+\.\d+$/.test(tokens[at]!.text) &&
  tokens[at + 1]?.text === '.' &&
  tokens[at + 1]!.glued &&
  tokens[at + 2]?.kind === 'number' &&
  tokens[at + 2]!.glued
    ? at + 3
    : undefined;

const PRONOUN_BEFORE = /^(?:the|no|this|that|each|every|any|which|another|only|last|next|first|right|new|old|as|is)$/;
function skipWord(tokens: Tokens, at: number): number | undefined {
  const [token, before, after] = [tokens[at]!, tokens[at - 1], tokens[at + 1]];
  if (token.lower !== 'one') return undefined;
  if (after?.lower === 'of' || after?.lower === 'another' || after?.text === "'") return at + 1;
  if (
    before &&
    PRONOUN_BEFORE.test(before.lower) &&
    !isNumberWord(after?.lower ?? '') &&
    (after?.kind !== 'word' || isFunctionWord(after.lower))
  )
    return at + 1;
  const alone =
    !after ||
    (after.kind === 'symbol' && after.text !== '-') ||
    (after.kind === 'word' && isFunctionWord(after.lower) && !/^(?:or|in|and|to|out|per)$/.test(after.lower));
  return alone ? at + 1 : undefined;
}
