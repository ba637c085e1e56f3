import { slug } from '@archwright/kernel';
import type { RequirementKey } from '@archwright/model';
import type { Mention } from '../quantity/mention.ts';
import { type Demand, require, stated } from './demand.ts';
import { phraseText } from './network.ts';

/** Quantities that derive nothing still become requirements: nothing the brief says is dropped. */
export function keepLeftovers(demand: Demand): void {
  for (const mention of demand.mentions) if (!demand.used.has(mention)) keep(demand, mention);
}

const KEYS: Readonly<Record<Mention['kind'], RequirementKey>> = {
  count: 'population',
  rate: 'volume',
  frequency: 'volume',
  size: 'size',
  'data-rate': 'data.rate',
  duration: 'duration',
  interval: 'duration',
  share: 'share',
  multiple: 'ratio',
  ratio: 'ratio',
  money: 'budget',
  availability: 'availability',
  growth: 'growth',
};

function keep(demand: Demand, mention: Mention): void {
  const phrase = mention.noun?.head ? mention.noun : (mention.of ?? mention.before ?? mention.subject);
  const owner = mention.per?.head ?? '';
  const subject = slug([...(phrase?.modifiers ?? []), phrase?.head ?? mention.kind, ...(owner ? ['per', owner] : [])].join(' '));
  const limit = mention.comparator === 'at-most' || mention.comparator === 'at-least' ? mention.comparator : undefined;
  const key: RequirementKey = mention.kind === 'count' && (owner || limit) ? 'ratio' : KEYS[mention.kind];
  const unit = mention.unit === 's' && mention.window !== undefined ? 'ratio' : mention.unit;
  const figure = stated(
    demand,
    mention,
    `${key}.${subject}`,
    `${[...(phrase?.modifiers ?? []), phrase?.head ?? mention.kind].join(' ')}: ${phraseText(demand, mention)}`,
    mention.value,
    unit,
  );
  require(demand, key, { mention, subject, figure, statement: phraseText(demand, mention), ...(limit && { detail: limit }) });
}
