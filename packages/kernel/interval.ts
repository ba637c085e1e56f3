/** A value known only within bounds: low ≤ likely ≤ high, all in one unit. */
export interface Interval {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export const exactly = (value: number): Interval => ({ low: value, likely: value, high: value });
export const interval = (low: number, likely: number, high: number): Interval => {
  if (!(low <= likely && likely <= high)) throw new Error(`not an interval: ${low} ≤ ${likely} ≤ ${high}`);
  return { low, likely, high };
};
export const isExact = (value: Interval): boolean => value.low === value.high;

/** Bounds of the four corner combinations; the likely value is the function of the likely values. */
export function corners(a: Interval, b: Interval, apply: (x: number, y: number) => number): Interval {
  const likely = apply(a.likely, b.likely);
  if (isExact(a) && isExact(b)) return exactly(likely);
  const [lowLow, lowHigh] = [apply(a.low, b.low), apply(a.low, b.high)];
  const [highLow, highHigh] = [apply(a.high, b.low), apply(a.high, b.high)];
  return {
    low: Math.min(likely, lowLow, lowHigh, highLow, highHigh),
    likely,
    high: Math.max(likely, lowLow, lowHigh, highLow, highHigh),
  };
}
