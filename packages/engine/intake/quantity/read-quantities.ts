import { type Diagnostic, type Outcome, positionAt } from '@archwright/kernel';
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
  const tokens = tokenise(text);
  const mentions: Mention[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let at = 0; at < tokens.length; ) {
    const skipped = skipNonQuantity(tokens, at);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const mention = readMention(text, tokens, at);
    if (mention) mentions.push(mention);
    else if (tokens[at]!.kind === 'number') diagnostics.push(notUnderstood(text, tokens[at]!));
    at = mention ? Math.max(mention.last, at + 1) : at + 1;
  }
  const value = distribute(tokens, mentions);
  for (const mention of value) {
    if (mention.kind === 'money' && !mention.unit.startsWith('USD')) diagnostics.push(otherCurrency(text, mention));
    else if (countsNothing(mention)) diagnostics.push(notUnderstood(text, mention));
  }
  return { value: value.filter((mention) => !countsNothing(mention)), diagnostics };
}

const countsNothing = (mention: Mention): boolean =>
  mention.kind === 'count' && !mention.noun?.head && !mention.before?.head && !mention.per && !mention.noun?.modifiers.length;

const placed = (text: string, { start, end }: { start: number; end: number }) => ({
  source: 'brief' as const,
  start,
  end,
  quote: text.slice(start, end),
  ...positionAt(text, start),
});

const notUnderstood = (text: string, at: Token | Mention): Diagnostic => ({
  code: 'brief/quantity-not-understood',
  severity: 'warning',
  message: `It is not clear what "${text.slice(at.start, at.end)}" counts.`,
  at: placed(text, at),
  hint: 'Name what it counts and over which time, for example "500 orders a day" or "2 KB per order".',
});

const otherCurrency = (text: string, mention: Mention): Diagnostic => ({
  code: 'brief/currency-not-converted',
  severity: 'warning',
  message: `${mention.quote} is in ${mention.unit.split('/')[0]}; costs are computed in USD and no exchange rate is assumed.`,
  at: placed(text, mention),
  hint: `Give the amount in USD, or the rate to use.`,
});

