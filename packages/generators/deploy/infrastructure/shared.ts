import type { Design } from '@archwright/model';
import { settingsOf } from '../environment.ts';
import type { Unit } from '../unit.ts';
import type { Resource, Variable } from './resource.ts';

/** A name as an identifier of HCL: lower case, words joined by underscores. */
export const identifier = (name: string): string => name.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase();

/** What stands for one part of the design: resources and what they ask for. */
export interface Made {
  readonly resources: readonly Resource[];
  readonly variables: readonly Variable[];
}

/** Plain settings that differ between environments, by name. */
export const plainSettings = (units: readonly Unit[], design: Design): readonly string[] => [
  ...new Set(
    units.flatMap(({ unit }) =>
      settingsOf(unit, design)
        .filter(({ secret, component }) => !secret && component !== undefined)
        .map(({ name }) => name),
    ),
  ),
];
