import type { Unit } from '@archwright/kernel';

/**
 * A finite quantity in base units as text that `parseQuantity` reads back to the very same number: the shortest decimal that
 * names it, a space and the unit. Hours of a person's work are written `work-hours`, since `h` reads as a time span.
 */
export function writeQuantity(value: number, unit: Unit): string {
  const named = unit.split('/').map((part, index) => (index === 0 && part === 'h' ? 'work-hours' : part));
  return `${Object.is(value, -0) ? '-0' : value} ${named.join('/')}`;
}
