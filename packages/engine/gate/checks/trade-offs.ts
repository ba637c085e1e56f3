import { type Check, none } from '../check.ts';

/** B8: each recommendation with what it gains, what it gives up, and what it was weighed against. */
export const tradeOffs: Check = {
  id: 'trade-offs',
  title: 'Every decision states its trade-off',
  checklist: 'H6',
  run({ design }) {
    const faults = design.decisions.flatMap(({ title, gains, gives, options }) =>
      [
        gains.trim() === '' && `${title}: no gain named`,
        gives.trim() === '' && `${title}: no price named`,
        options.length < 2 && `${title}: nothing was weighed against it`,
      ].filter((one): one is string => Boolean(one)),
    );
    return none(
      design.decisions.length === 0 ? ['no decision'] : faults,
      `${design.decisions.length} decisions, ${design.decisions.reduce((sum, { options }) => sum + options.length, 0)} options weighed`,
    );
  },
};
