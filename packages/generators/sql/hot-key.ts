import type { AccessPattern, Design } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';

/** How hot the hottest key value of a pattern gets, as data of a schema file. */
export interface HotKey {
  readonly columns: readonly string[];
  readonly values: number;
  readonly perKeyPerSecond: number;
  readonly limitPerSecond: number;
  readonly parts: number;
  readonly cure: string;
}

/** Undefined where the store places rows otherwise, or nobody can count the values. Numbers are likely values of figures. */
export function hotKey({ hottest }: AccessPattern, design: Design): HotKey | undefined {
  if (!hottest) return undefined;
  const { figure } = lookup(design);
  const parts = Math.round(figure(hottest.copies).likely);
  return {
    columns: hottest.by,
    values: Math.round(figure(hottest.values).likely),
    perKeyPerSecond: Number(figure(hottest.rate).likely.toPrecision(3)),
    limitPerSecond: Number(figure(hottest.limit).likely.toPrecision(3)),
    parts,
    cure: parts > 1 ? `${hottest.cure} (${parts} parts)` : 'none needed',
  };
}
