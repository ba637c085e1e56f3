import type { Figure, Unit } from '@archwright/kernel';
import { DEMAND_VARIABLES, type DemandVariable, type Reading } from '@archwright/model';
import type { Population } from './population.ts';
import type { Shorthand } from './shorthand.ts';
import type { Context, SizedEntity, SizedOperation } from './workload.ts';

export interface Sized {
  readonly reading: Reading;
  readonly contexts: readonly Context[];
  readonly operations: readonly SizedOperation[];
  readonly entities: readonly SizedEntity[];
  readonly population: Population;
  readonly make: Shorthand;
}

export type Part = Partial<Record<DemandVariable, Figure>>;

export const label = (name: DemandVariable): string => DEMAND_VARIABLES[name][1];

export const unit = (name: DemandVariable): Unit => DEMAND_VARIABLES[name][0];

export const id = (name: DemandVariable): string => `demand.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export const summed = (make: Shorthand, name: DemandVariable, parts: readonly Figure[]): Figure =>
  make.sum(id(name), label(name), unit(name), parts, 'nothing in the workload asks for it');

export const largest = (make: Shorthand, name: DemandVariable, parts: readonly Figure[]): Figure =>
  make.largest(id(name), label(name), unit(name), parts, 'nothing in the workload asks for it');

export const storeOf = ({ entities }: Sized, operation: SizedOperation): string | undefined =>
  entities.find((entity) => entity.context === operation.context && entity.definition.name === operation.definition.entity)
    ?.definition.store;

export const patternsOf = ({ contexts }: Sized, operation: SizedOperation) =>
  contexts
    .find(({ id: context }) => context === operation.context)
    ?.archetype.accessPatterns.filter((pattern) => pattern.operation === operation.id) ?? [];
