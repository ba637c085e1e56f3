import { exactly, type Figure, formatQuantity, interval } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { byteWord } from '../quantity/units.ts';
import { assumed, computed, type Demand, placeOf, require, stated } from './demand.ts';

const HOUR = 3600;

/** A budget, the price of something or the cost of an hour: what an amount of money is said to be. False where it is no money. */
export function readMoney(demand: Demand, mention: Mention): boolean {
  if (mention.kind !== 'money') return false;
  if (!mention.unit.startsWith('USD'))
    require(demand, 'budget', {
      mention,
      detail: mention.unit,
      value: `${mention.amount.likely} ${mention.unit}`,
      statement: `Budget: ${mention.quote} (not converted)`,
    });
  else if (mention.per !== undefined || mention.each || mention.noun?.head === 'per') readPrice(demand, mention);
  else if (isTraded(demand, mention)) readAmount(demand, mention);
  else if (mention.window === HOUR) {
    const figure = stated(demand, mention, 'hourly-rate', 'a loaded hour of an engineer', mention.amount, 'USD/h');
    require(demand, 'hourly-rate', { mention, figure, statement: `Hourly rate: ${formatQuantity(figure.likely, figure.unit)}` });
  } else {
    const figure = monthlyBudget(demand, mention);
    require(demand, 'budget', { mention, figure, statement: `Budget: ${formatQuantity(figure.likely, figure.unit)}` });
  }
  return true;
}

function readPrice(demand: Demand, mention: Mention): void {
  const factor = byteWord((mention.per?.head ?? '').toUpperCase())?.factor;
  const { low, likely, high } = mention.amount;
  const each = factor ? { low: low / factor, likely: likely / factor, high: high / factor } : mention.amount;
  const name = mention.per?.head ?? 'item';
  const figure = stated(demand, mention, `price.${name}`, `price: ${mention.quote}`, each, factor ? 'USD/B' : 'USD');
  require(demand, 'ratio', { mention, subject: `price-${name}`, figure, statement: `Price: ${mention.quote}` });
}

/** Words beside money that changes hands in what is built: things with a price, and people who pay. */
const TRADED =
  /\b(?:bids?|goods|sales?|sold|sells?|selling|turnover|revenue|takings|earn(?:s|ings)?|donat\w+|prizes?|jackpots?|loans?|lends?|invoices?|invoiced|deposits?|salar(?:y|ies)|wages?|fines?|worth|transactions?|transfers?|payments?|pays? out|paid out|stakes?|premiums?|rents?|assets|portfolios?|claims?|orders?|subscriptions?|memberships?|charges?|charged|fees?|pric(?:e|es|ed|ing)|tariffs?)\b/i;
const PAYERS =
  /\b(?:customers?|users?|subscribers?|members?|clients?|people|famil(?:y|ies)|players?|parents?|students?|patients?|guests?|riders?|drivers?|readers?|shops?|stores?|merchants?|sellers?|buyers?|tenants?|compan(?:y|ies)|firms?|each|they|who|everyone)(?: \w+){0,2} (?:pays?|paid)\b/i;
/** Words beside money that what is built may cost. */
const SPENT =
  /\b(?:budget|spend|spending|afford|bill|(?:running|operating) costs?|hosting|infrastructure|infra|cloud|aws|gcp|azure|servers|funding|seed|grant|invest\w*)\b/i;

function isTraded(demand: Demand, mention: Mention): boolean {
  const words = wordsAround(demand, mention);
  return (TRADED.test(words) || PAYERS.test(words)) && !SPENT.test(words);
}

function readAmount(demand: Demand, mention: Mention): void {
  const name = (mention.noun ?? mention.before ?? mention.of)?.head ?? 'money';
  const figure = stated(demand, mention, `amount.${name}`, `amount: ${mention.quote}`, mention.amount, 'USD');
  require(demand, 'ratio', { mention, subject: `amount-${name}`, figure, statement: `Amount: ${mention.quote}` });
}

/** The words around a mention up to the next mark on either side. */
function wordsAround({ text, tokens }: Demand, mention: Mention): string {
  const isMark = ({ text: mark, sentence }: Demand['tokens'][number]): boolean =>
    sentence !== mention.sentence || /^[,;:()—–.!?]$/.test(mark);
  const before = tokens.slice(0, mention.first).findLastIndex(isMark) + 1;
  const after = tokens.findIndex((token, at) => at >= mention.last && isMark(token));
  const last = tokens[(after < 0 ? tokens.length : after) - 1];
  return last ? text.slice(tokens[before]!.start, last.end) : '';
}

/** Words beside an amount that make it all there is. */
const ALL_THERE_IS =
  /\b(?:in total|total|overall|altogether|all in|one[- ]off|one[- ]time|once|up[- ]?front|(?:for|of) the (?:whole )?(?:project|launch|build|first release)|seed|funding|grant)\b/i;
const FOR_A_YEAR = /\b(?:for|in) (?:the|a|one|our) (?:first |whole |full )?year\b/i;

/** What may be spent in a month: a budget is a month's unless the brief says that it is all there is, or names another time. */
function monthlyBudget(demand: Demand, mention: Mention): Figure {
  if (mention.unit !== 'USD') return stated(demand, mention, 'budget', 'budget a month');
  const sentence = sentenceAround(demand, mention);
  const months = FOR_A_YEAR.test(sentence)
    ? stated(demand, mention, 'budget.months', 'months that the budget is for', exactly(12), 'month')
    : ALL_THERE_IS.test(sentence)
      ? assumed(
          demand,
          'assumed.budget-months',
          'months that a budget in total is for',
          'month',
          interval(12, 36, 60),
          'the brief names a total and no time; a backend is planned for three years, and people are not paid from it',
        )
      : undefined;
  if (months) {
    const total = stated(demand, mention, 'budget.total', 'budget in total');
    return computed(demand, 'budget', 'budget a month', 'USD/month', 'total / months', { total, months });
  }
  demand.diagnostics.push({
    code: 'brief/budget-without-period',
    severity: 'info',
    message: `“${mention.quote}” names no period: it is taken as the budget of a month.`,
    at: placeOf(demand, mention),
    hint: `Write “${mention.quote} a month”, or “${mention.quote} in total” for all that may be spent.`,
  });
  return stated(demand, mention, 'budget', 'budget a month', mention.amount, 'USD/month');
}

function sentenceAround({ text, tokens }: Demand, { sentence }: Mention): string {
  const own = tokens.filter((token) => token.sentence === sentence);
  return own.length === 0 ? '' : text.slice(own[0]!.start, own.at(-1)!.end);
}
