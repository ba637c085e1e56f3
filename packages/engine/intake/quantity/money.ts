import type { Interval } from '@archwright/kernel';
import { readNumeral } from './numeral.ts';
import type { Token } from './tokens.ts';

type Tokens = readonly Token[];
const SYMBOLS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };
const CODES: Readonly<Record<string, string>> = {
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  gbp: 'GBP',
  pounds: 'GBP',
  chf: 'CHF',
  inr: 'INR',
  jpy: 'JPY',
};

/** An amount of money: "$20k", "US$ 1.5M", "EUR 500", "500 dollars"; unit is the currency's code. */
export function readMoney(
  tokens: Tokens,
  at: number,
): { kind: 'money'; amount: Interval; unit: string; next: number; vague: boolean } | undefined {
  const token = tokens[at]!;
  const country = token.lower === 'us' && tokens[at + 1]?.text === '$' ? 1 : 0;
  const leading = symbol(tokens[at + country]!.text) ?? (token.kind === 'word' ? code(token.lower) : undefined);
  const number = readNumeral(tokens, leading ? at + country + 1 : at);
  if (!number) return undefined;
  const trailing = symbol(tokens[number.next]?.text ?? '') ?? code(tokens[number.next]?.lower ?? '');
  const unit = leading ?? trailing;
  if (unit === undefined) return undefined;

  return {
    kind: 'money',
    amount: number.value,
    unit,
    next: leading === undefined ? number.next + 1 : number.next,
    vague: number.vague,
  };
}

const symbol = (text: string): string | undefined => (Object.hasOwn(SYMBOLS, text) ? SYMBOLS[text] : undefined);

/** Everything that names a currency: symbols, codes, words. */
export const CURRENCIES: Readonly<Record<string, string>> = { ...SYMBOLS, ...CODES };

const code = (word: string): string | undefined => (Object.hasOwn(CODES, word) ? CODES[word] : undefined);
