import type { AccessPattern, Design, Entity, Field } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';

/** The patterns of one entity, busiest first; those of unknown rate come last, in the design's order. */
export function busiestPatterns(entity: Entity, design: Design): readonly AccessPattern[] {
  const { figure } = lookup(design);
  const rate = ({ rate: id }: AccessPattern): number => (id === undefined ? -1 : figure(id).likely);
  return design.architecture.accessPatterns
    .filter((pattern) => pattern.entity === entity.id)
    .toSorted((a, b) => rate(b) - rate(a));
}

/** Columns a pattern compares for equality first, then the one it is ordered by or ranges over. */
export function keyColumns({ by, order }: AccessPattern, entity: Entity): readonly Field[] {
  const columns = [...new Set([...by, ...(order ? [order.by] : [])])]
    .map((name) => entity.fields.find((field) => field.name === name))
    .filter((field) => field !== undefined);
  return [...columns.filter((field) => !isTime(field)), ...columns.filter(isTime)];
}

export const isTime = ({ type }: Field): boolean => /^(?:timestamp|timestamptz|date)\b/i.test(type);
