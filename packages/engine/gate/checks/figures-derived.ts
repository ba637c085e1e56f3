import { type Check, none } from '../check.ts';

/** Every figure is a leaf with an origin, or computed from figures that are there. */
export const figuresDerived: Check = {
  id: 'figures-derived',
  title: 'Every figure traces to a stated, assumed or sourced value',
  run({ design }) {
    const ids = new Set(design.figures.map(({ id }) => id));
    const faults = design.figures.flatMap(({ id, origin, formula, inputs, source, reason, at }) =>
      [
        origin === 'computed' && !formula && `${id}: no formula`,
        ...Object.values(inputs)
          .filter((input) => !ids.has(input))
          .map((input) => `${id}: input ${input} is missing`),
        origin === 'sourced' && !source && `${id}: no source`,
        origin === 'assumed' && !reason && `${id}: no reason`,
        origin === 'stated' && !at && `${id}: no place in the brief`,
      ].filter((one): one is string => Boolean(one)),
    );
    return none(faults.slice(0, 5), `${design.figures.length} figures`);
  },
};
