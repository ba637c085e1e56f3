import type { KeyDesign } from '@archwright/model';

/** The formulas of one kind of keys, each with the unit it must have. */
export const keyFormulasOf = ({ keys, items, itemBytes, payload, expires, hottest }: KeyDesign): (readonly [text: string, unit: string])[] => [
  [keys, 'count'],
  ...(items === undefined ? [] : [[items, 'count'] as const]),
  [itemBytes, 'B'],
  ...(payload === undefined ? [] : [[payload, 'B'] as const]),
  ...('after' in expires ? [[expires.after, 's'] as const] : []),
  [hottest.rate, '1/s'],
  [hottest.share, 'ratio'],
];
