import { type Check, none } from '../check.ts';

/** B2: stated, answered or listed as an assumption. */
export const scaleBudgetTimeline: Check = {
  id: 'scale-budget-timeline',
  title: 'Scale, budget and timeline are stated, answered or listed as assumptions',
  run({ design }) {
    const has = (keys: readonly string[]) => design.requirements.some(({ key }) => keys.includes(key));
    const assumed = (pattern: RegExp) => design.assumptions.some(({ id }) => pattern.test(id));
    const scale =
      has([
        'users',
        'users.daily',
        'users.monthly',
        'users.concurrent',
        'population',
        'volume',
        'volume.peak',
        'data.rate',
        'data.total',
      ]) || assumed(/users|scale|usual-volume/);
    const missing = [
      !scale && 'scale',
      !(has(['budget']) || assumed(/budget/)) && 'budget',
      !(has(['timeline']) || assumed(/timeline/)) && 'timeline',
    ];
    return none(
      missing.filter((one): one is string => Boolean(one)).map((one) => `${one} is neither stated nor assumed`),
      'all three are on the page',
    );
  },
};
