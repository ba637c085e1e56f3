/**
 * Where a falling function first reaches zero, to the last bit of a double.
 *
 * @param excess - continuous and non-increasing, positive left of the root
 */
export function fallingRoot(excess: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (;;) {
    const middle = below + (above - below) / 2;
    // Also ends where a bound is not a number or infinite.
    if (!(middle > below && middle < above)) return above;
    if (excess(middle) > 0) below = middle;
    else above = middle;
  }
}

/**
 * Percentile of a non-negative random time from its tail.
 *
 * @param tail - P(T > t), non-increasing to 0
 * @param p - 0 ≤ p < 1; p = 0.99 gives the time that one in a hundred exceeds
 * @param scale - a time of the right order, > 0
 */
export function percentileOfTail(tail: (t: number) => number, p: number, scale: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`not a percentile: ${p}`);
  const share = 1 - p;
  if (tail(0) <= share) return 0;
  let high = scale;
  while (tail(high) > share && high < Infinity) high *= 2;
  return fallingRoot((t) => tail(t) - share, 0, high);
}
