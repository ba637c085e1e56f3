import type { Diagnostic, Outcome, Place } from '@archwright/kernel';
import { distribute } from './distribute.ts';
import type { Mention } from './mention.ts';
import { readMention } from './read-mention.ts';
import { skipNonQuantity } from './not-quantity.ts';
import { tokenise, type Token } from './tokens.ts';

/**
 * Every quantity of a text, in order, with its surroundings. Pure and linear: each token is looked at a bounded number of
 * times.
 *
 * @diagnostics `brief/quantity-not-understood` for a number that counts nothing recognisable, `brief/currency-not-converted`
 *   for money in another currency than USD
 */
export function readQuantities(text: string): Outcome<readonly Mention[]> {
  return readTokens(text, tokenise(text));
}

/** `readQuantities` over the tokens of the text. */
export function readTokens(text: string, tokens: readonly Token[]): Outcome<readonly Mention[]> {
  const place = placer(text);
  const mentions: Mention[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let at = 0; at < tokens.length;) {
    const skipped = skipNonQuantity(tokens, at);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const mention = readMention(text, tokens, at);
    if (mention) mentions.push(mention);
    else if (tokens[at]!.kind === 'number') diagnostics.push(notUnderstood(place(tokens[at]!)));
    at = mention ? Math.max(mention.last, at + 1) : at + 1;
  }
  const value = distribute(tokens, mentions);
  for (const mention of value) {
    if (mention.kind === 'money' && !mention.unit.startsWith('USD')) diagnostics.push(otherCurrency(mention, place(mention)));
    else if (countsNothing(mention)) diagnostics.push(notUnderstood(place(mention)));
  }
  return { value: value.filter((mention) => !countsNothing(mention)), diagnostics };
}

const countsNothing = (mention: Mention): boolean =>
  mention.kind === 'count' &&
  !mention.noun?.head &&
  !mention.before?.head &&
  !mention.of &&
  !mention.per &&
  !mention.noun?.modifiers.length;

/** Places in one text; line starts are found once, so that many places stay linear. */
function placer(text: string): (span: { readonly start: number; readonly end: number }) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ start, end }) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    return { source: 'brief', start, end, quote: text.slice(start, end), line: low + 1, column: start - starts[low]! + 1 };
  };
}

const notUnderstood = (at: Place): Diagnostic => ({
  code: 'brief/quantity-not-understood',
  severity: 'warning',
  message: `It is not clear what "${at.quote}" counts.`,
  at,
  hint: 'Name what it counts and over which time, for example "500 orders a day" or "2 KB per order".',
});

const otherCurrency = (mention: Mention, at: Place): Diagnostic => ({
  code: 'brief/currency-not-converted',
  severity: 'warning',
  message: `${mention.quote} is in ${mention.unit.split('/')[0]}; costs are computed in USD and no exchange rate is assumed.`,
  at,
  hint: 'Give the amount in USD, or the rate to use.',
});
