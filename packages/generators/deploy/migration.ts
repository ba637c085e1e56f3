import type { Design } from '@archwright/model';
import { storesOf } from '../sql/dialect.ts';
import { neighboursOf } from './environment.ts';
import { type Unit, unitsOf } from './unit.ts';

/**
 * The unit whose image, settings and identity run the expand migrations of a release: the first that reaches a store with a
 * schema, workers before public units. Undefined where no store has one.
 */
export function migratorOf(design: Design): Unit | undefined {
  const held = new Set(storesOf(design).flatMap(({ component, dialect }) => (dialect === 'postgresql' ? [component.id] : [])));
  const reaches = ({ unit }: Unit): boolean => neighboursOf(unit, design).some(({ id }) => held.has(id));
  const units = unitsOf(design);
  return [...units.filter((unit) => !unit.public), ...units.filter((unit) => unit.public)].find(reaches);
}
