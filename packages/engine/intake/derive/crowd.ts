import { formatQuantity, type Figure, interval } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { isActor } from '../quantity/nouns.ts';
import { assumed, computed, type Demand, require, span } from './demand.ts';

const MOMENT = "at (?:noon|midnight|once|\\d{1,2}(?: : \\d{2})?(?: (?:am|pm|o'clock))?|the same (?:time|moment|minute|second))";
const COME = '(?:start|begin|log|sign|join|open|arrive|come|try|rush|enter|connect|buy|book|vote|hit|submit)(?:s|es)?';
/** "Who all start at 9:00", "on sale at noon, 500,000 people try". */
const AT_ONE_MOMENT = new RegExp(
  `\\b(?:(?:all|everyone|everybody) (?:\\S+ ){0,3}${COME} (?:\\S+ ){0,4}${MOMENT}|${MOMENT} (?:\\S+ ){0,12}(?:try|tries|rush|race|queue))\\b`,
);
/** Fewer people than this crowd nobody. */
const FEWEST = 1_000;

/**
 * A crowd that comes at one moment brings its day's requests within minutes: a peak factor for everything that follows the people.
 * Undefined where the brief speaks of no such moment, or of no crowd.
 */
export function crowdFactor(demand: Demand): Figure | undefined {
  const crowd = demand.mentions.find(
    (mention) => mention.kind === 'count' && isCrowd(mention) && AT_ONE_MOMENT.test(sentenceOf(demand, mention)),
  );
  if (!crowd) return undefined;
  const said = AT_ONE_MOMENT.exec(sentenceOf(demand, crowd))![0].replaceAll(' : ', ':').replaceAll(' ,', ',');
  const minutes = assumed(
    demand,
    'assumed.rush-span',
    'time in which a crowd arrives that comes at one moment',
    's',
    interval(60, 300, 900),
    'own estimate: most are there within five minutes of the moment, some early and some late',
  );
  const figure = computed(demand, 'peak-factor', 'peak ÷ mean: a day’s visitors within minutes', 'ratio', 'day / minutes', {
    day: span(demand, 'day'),
    minutes,
  });
  require(demand, 'peak-factor', {
    mention: crowd,
    figure,
    origin: 'derived',
    statement: `“${said}”: a day’s visitors come within about ${formatQuantity(minutes.likely, 's')}`,
  });
  return figure;
}

const isCrowd = ({ amount, noun }: Mention): boolean => amount.likely >= FEWEST && noun !== undefined && isActor(noun.head);

const sentenceOf = ({ tokens }: Demand, { sentence }: Mention): string =>
  tokens
    .filter((token) => token.sentence === sentence)
    .map(({ lower }) => lower)
    .join(' ');
