import { dimensionOf, sameDimension, type Unit } from '@archwright/kernel';

/** No dimension of their own, and still not the same: five users are not five times. */
const BARE: ReadonlySet<Unit> = new Set(['count', 'ratio']);
const isOtherCurrency = (unit: Unit): boolean => /^[A-Z]{3}\b/.test(unit) && !unit.startsWith('USD');
const isLikeNothingElse = (unit: Unit): boolean => BARE.has(unit) || isOtherCurrency(unit);

/** Whether two units measure the same kind of thing; money in a currency that is not converted is like nothing else. */
export const isSameKind = (a: Unit, b: Unit): boolean =>
  a === b || (!isLikeNothingElse(a) && !isLikeNothingElse(b) && sameDimension(dimensionOf(a), dimensionOf(b)));
