import { formatQuantity } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { assumed, type Demand, require, stated } from './demand.ts';
import { readMoney } from './money.ts';
import { around, phraseText } from './network.ts';

/** Budget, team, time, availability, growth and the like: quantities that constrain the design and derive nothing. */
export function readConstraints(demand: Demand): void {
  for (const mention of demand.mentions) for (const rule of RULES) if (!demand.used.has(mention) && rule(demand, mention)) break;
  readDoubling(demand);
}

type Rule = (demand: Demand, mention: Mention) => boolean;

const SMALL_TEAM = 12;
/** Words that stand directly around a mention and its noun, marks aside. */
function edges(demand: Demand, mention: Mention): string {
  const end = mention.noun ? demand.tokens.findIndex(({ start }) => start >= mention.noun!.end) : mention.last;
  const sides = [demand.tokens[mention.first - 1], end < 0 ? undefined : demand.tokens[end]];
  return sides
    .filter((token) => token !== undefined && token.sentence === mention.sentence && token.kind !== 'symbol')
    .map((token) => token!.lower)
    .join(' ');
}

const TEAM = /^(?:engineer|developer|dev|programmer|sre|coder|devops)$/;
/** What a team does to a system; whoever does something else to it uses it. */
const BUILDS = /^(?:|be|build|develop|run|operate|maintain|own|make|create|write|support|staff|look)$/;
const team: Rule = (demand, mention) => {
  if (mention.kind !== 'count' || mention.amount.likely > 500 || mention.per || mention.each) return false;
  const head = mention.noun?.head ?? '';
  const words = around(demand, mention, 4, 3);
  const ofTeam = mention.preposition === 'of' && mention.before?.head === 'team';
  const ours =
    /\b(?:team of|we are|we have|there are|us\b|of us)/.test(words) && (head === '' || head === 'person' || head === 'us');
  // `searched by 200 engineers`: those who use it.
  const isUsing = mention.preposition === 'by' && !BUILDS.test(mention.verb ?? '');
  const called = TEAM.test(head) && !isUsing && !/\b(?:use|uses|using|customers?|send|sends)\b/.test(words);
  const ownTeam = head === 'team' && (mention.noun?.modifiers.includes('person') ?? false);
  // "50 orders a day, three people, as cheap as possible": said of those who build it.
  const alone = head === 'person' && mention.amount.likely <= SMALL_TEAM && /^[,.;(]? ?$/.test(edges(demand, mention));
  if (!called && !ours && !alone && !ofTeam && !ownTeam && !(head === 'person' && /\bteam\b/.test(words))) return false;
  const figure = stated(demand, mention, 'team.size', 'engineers');
  require(demand, 'team.size', {
    mention,
    figure,
    statement: `${formatQuantity(figure.likely, 'count')} ${figure.likely === 1 ? 'engineer' : 'engineers'}`,
  });
  return true;
};

const availability: Rule = (demand, mention) => {
  const said =
    mention.kind === 'availability' ||
    (mention.kind === 'share' &&
      mention.amount.likely >= 0.9 &&
      mention.amount.likely < 1 &&
      /\b(?:available|availability|uptime|up)\b/.test(around(demand, mention, 5, 5)));
  if (!said) return false;
  const durable = /\bdurab/.test(around(demand, mention, 5, 5));
  const key = durable ? 'durability' : 'availability';
  const figure = stated(demand, mention, key, durable ? 'share of data that survives a year' : 'share of time in service');
  require(demand, key, {
    mention,
    figure,
    statement: `${durable ? 'Durability' : 'Availability'} ${Number((figure.likely * 100).toPrecision(12))} %`,
  });
  return true;
};

const growth: Rule = (demand, mention) => {
  const words = around(demand, mention, 6, 5);
  const grows = /\b(?:grow|grows|growing|growth|increase|increases|increasing|more)\b/.test(words);
  const windowed = mention.kind === 'growth';
  const compared =
    (mention.kind === 'share' || mention.kind === 'multiple') &&
    /\b(?:grow|grows|growing|growth)\b/.test(words) &&
    /\b(?:year|yearly|annual|annually|month|monthly)\b/.test(words);
  if (!windowed && !(compared && grows)) return false;
  const monthly = mention.window === undefined ? /\bmonth/.test(words) : mention.window <= 2_592_000;
  const periods = mention.window === undefined ? (monthly ? 12 : 1) : Math.max(1, Math.round(31_536_000 / mention.window));
  const ratio = (value: number) => (mention.kind === 'multiple' ? value : 1 + value) ** periods - 1;
  const { low, likely, high } = mention.amount;
  if (!Number.isFinite(ratio(high))) return false;
  const figure = stated(
    demand,
    mention,
    'growth',
    'growth a year',
    { low: ratio(low), likely: ratio(likely), high: ratio(high) },
    'ratio',
  );
  require(demand, 'growth', { mention, figure, statement: `Growth: ${mention.quote}` });
  return true;
};

/** By what is bounded, the words before the time that say so; the nearest decide. */
const LOSES =
  /\b(?:rpo|recovery point(?: objective)?|data loss|los(?:e|ing|t)(?= (?:(?:at most|up to|no more than|more than|less than|a maximum of|the last|only|about|data of|data for) ?)*$))\b/g;
const RETURNS =
  /\b(?:rto|recovery time(?: objective)?|recover(?:y(?! point)|ed|s)?|restored?|failover|back(?: up| online| in service)?|(?:up|running|online) again)\b/g;
/** What makes being back a matter of recovery: books come back within three weeks. */
const FAILURE =
  /\b(?:rto|rpo|recover\w*|restor\w*|data loss|lose|losing|outages?|fail\w*|crash\w*|disasters?|goes down|is down|loss of)\b/;

const lastAt = (pattern: RegExp, words: string): number => [...words.matchAll(pattern)].at(-1)?.index ?? -1;

const recovery: Rule = (demand, mention) => {
  const isZero = mention.kind === 'count' && mention.amount.likely === 0 && mention.noun === undefined;
  if (mention.unit !== 's' && !isZero) return false;
  const before = around(demand, { ...mention, last: mention.first }, 7, 0);
  const [loses, returns] = [lastAt(LOSES, before), lastAt(RETURNS, before)];
  const named = /\bdata loss\b/.test(around(demand, mention, 0, 4))
    ? 'rpo'
    : loses > returns
      ? 'rpo'
      : returns > loses && FAILURE.test(around(demand, mention, 40, 20))
        ? 'rto'
        : undefined;
  if (!named || (isZero && !/\b(?:rpo|rto|objective|data loss)\b/.test(before))) return false;
  const label = named === 'rpo' ? 'data that may be lost' : 'time to recover';
  const figure = stated(demand, mention, named, label, isZero ? mention.amount : mention.value, 's');
  require(demand, named, { mention, figure, statement: `${named.toUpperCase()} ${formatQuantity(figure.likely, 's')}` });
  return true;
};

const DELIVERY =
  /\b(?:live|launch|launched|release|released|ship|mvp|deadline|timeline|go-live|production|ready|prototype|build|deliver it|first version)\b/;
const timeline: Rule = (demand, mention) => {
  if (mention.kind !== 'duration' || mention.value.likely < 604_800 || mention.of) return false;
  const words = around(demand, mention, 8, 6);
  if (/\b(?:keep|kept|store|stored|retain|retained|retention|history|archive|hot|warm|searchable|queryable)\b/.test(words))
    return false;
  const listed = demand.mentions.some(
    (other) => other.sentence === mention.sentence && (other.kind === 'money' || TEAM.test(other.noun?.head ?? '')),
  );
  if (!DELIVERY.test(words) && !(listed && /^(?:in|within|by)?$/.test(mention.preposition ?? ''))) return false;
  const figure = stated(demand, mention, 'timeline', 'time to the first release');
  require(demand, 'timeline', { mention, figure, statement: `First release in ${phraseText(demand, mention)}` });
  return true;
};

const replicas: Rule = (demand, mention) => {
  if (mention.kind !== 'count' || !/^(?:replica|copy|copie)$/.test(mention.noun?.head ?? '') || mention.amount.likely > 20)
    return false;
  const whole = mention.noun!.modifiers.some((word) => /^(?:total|full)$/.test(word)) || mention.noun!.head !== 'replica';
  const { low, likely, high } = mention.amount;
  const beyond = (value: number) => (whole ? Math.max(0, value - 1) : value);
  const figure = stated(
    demand,
    mention,
    'replicas',
    'copies beyond the first',
    { low: beyond(low), likely: beyond(likely), high: beyond(high) },
    'count',
  );
  require(demand, 'replicas', { mention, figure, statement: `${phraseText(demand, mention)} of the data` });
  return true;
};

/** "replicated three times", "replication factor of 3", "kept in three copies". */
const replicationFactor: Rule = (demand, mention) => {
  const counted = mention.kind === 'count' || mention.kind === 'multiple' || mention.kind === 'frequency';
  const words = around(demand, mention, 4, 2);
  if (!counted || mention.amount.likely > 20 || mention.amount.likely < 1 || !/\b(?:replicated|replication factor)\b/.test(words))
    return false;
  const { low, likely, high } = mention.amount;
  const figure = stated(
    demand,
    mention,
    'replicas',
    'copies beyond the first',
    { low: low - 1, likely: likely - 1, high: high - 1 },
    'count',
  );
  require(demand, 'replicas', { mention, figure, statement: `Replicated: ${phraseText(demand, mention)}` });
  return true;
};

const RULES: readonly Rule[] = [readMoney, team, availability, growth, recovery, timeline, replicas, replicationFactor];

/** "doubles every year", "triples annually". */
function readDoubling(demand: Demand): void {
  demand.tokens.forEach((token, index) => {
    const factor = /^doubl(?:e|es|ing)$/.test(token.lower) ? 2 : /^tripl(?:e|es|ing)$/.test(token.lower) ? 3 : undefined;
    if (!factor || demand.book.get('growth')) return;
    const words = demand.tokens
      .slice(index + 1, index + 5)
      .map(({ lower }) => lower)
      .join(' ');
    const period = /\b(?:year|annually|yearly)\b/.test(words) ? 1 : /\b(?:month|monthly)\b/.test(words) ? 12 : undefined;
    if (!period) return;
    const value = factor ** period - 1;
    const interval = demand.mentions.find(
      (mention) => mention.first > index && mention.first <= index + 3 && mention.kind === 'interval',
    );
    const at = { source: 'brief' as const, start: token.start, end: token.end, quote: token.text };
    const figure = demand.book.leaf({
      id: 'growth',
      label: 'growth a year',
      unit: 'ratio',
      origin: 'stated',
      low: value,
      likely: value,
      high: value,
      at,
    });
    require(demand, 'growth', {
      figure,
      statement: `Growth: ${token.lower} ${words.split(' ').slice(0, 2).join(' ')}`,
      ...(interval && { mention: interval }),
    });
  });
}

/** The horizon used where data is kept for ever: 36 months, the span over which designs are priced. */
export const horizon = (demand: Demand) =>
  assumed(
    demand,
    'assumed.horizon',
    'planning horizon',
    's',
    { low: 31_536_000, likely: 3 * 31_536_000, high: 5 * 31_536_000 },
    'no end of retention stated: three years, the span over which the total cost is compared',
  );
