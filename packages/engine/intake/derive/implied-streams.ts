import { plural } from '../quantity/nouns.ts';
import { kindOfVerb, verbInNoun } from '../quantity/verbs.ts';
import { computed, type Demand, type Stream } from './demand.ts';
import { mainStream } from './network.ts';
import { addStream, idOf, type Name } from './stream.ts';

/** An event the brief names without a rate ("most logins fall in ...") happens once a day for each daily user. */
export function impliedStream(demand: Demand, noun: string): Stream | undefined {
  const verb = verbInNoun(noun);
  const population = demand.populations.find(({ qualifier }) => qualifier === 'daily');
  if (!verb || !population) return undefined;
  const name: Name = {
    noun,
    verb,
    object: noun === verb ? (mainStream(demand)?.object ?? noun) : population.noun,
    kind: kindOfVerb(verb) ?? 'write',
  };
  const id = idOf(name);
  const each = demand.book.leaf({
    id: `assumed.${id}-per-${population.noun}`,
    label: `${plural(noun)} of a daily ${population.noun}`,
    unit: '1/s',
    origin: 'assumed',
    low: 0.5 / 86_400,
    likely: 1 / 86_400,
    high: 3 / 86_400,
    reason: `no rate of ${plural(noun)} stated: once a day for each daily ${population.noun}`,
  });
  return addStream(demand, {
    name,
    population,
    mean: () =>
      computed(demand, `${id}.rate`, `${plural(noun)}, on average`, '1/s', 'members * each', {
        members: population.figure,
        each,
      }),
  });
}
