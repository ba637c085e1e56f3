import { RATIONED_PLACES } from './limits.ts';
import { type Sums, valueOf } from './sums.ts';

const NONE: readonly number[] = [];
/** Doubling a price this often from the value of everything finds one that keeps the ration, or nothing does. */
const DOUBLINGS = 40;
const BISECTIONS = 16;
/** Each price is set again with the others as they then are. */
const ROUNDS = 2;

/**
 * A price for what each binding limit rations, so that value + price × (use − limit), made small point by point, comes as near as
 * it can to what a design within the limits costs. Whatever the prices are, that sum never exceeds the value of a design within
 * the limits: the Lagrangian bound (Geoffrion 1974, Mathematical Programming Study 2), so they decide how long a search takes
 * and nothing else.
 *
 * @param points - what the options of each point add at the least
 * @param rations - how much of each rationed place a design may take (limits.ts)
 * @returns by ration, ≥ 0; empty where no limit binds
 */
export function pricesOf(points: readonly (readonly Sums[])[], rations: readonly number[]): readonly number[] {
  const prices = rations.map(() => 0);
  if (points.some((options) => options.length === 0)) return NONE;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, most] of rations.entries()) if (most < Infinity) prices[at] = priceOf(at, points, rations, prices);
  return prices.some((price) => price > 0) ? prices : NONE;
}

/** The lowest price of one ration at which the cheapest choices keep it; 0 where they do anyway or no price makes them. */
function priceOf(
  at: number,
  points: readonly (readonly Sums[])[],
  rations: readonly number[],
  prices: readonly number[],
): number {
  const tried = [...prices];
  const keeps = (price: number): boolean => {
    tried[at] = price;
    return used(points, tried, RATIONED_PLACES[at]!) <= rations[at]!;
  };
  if (keeps(0)) return 0;
  let above = 1;
  let doublings = 0;
  for (; doublings < DOUBLINGS && !keeps(above); doublings += 1) above *= 2;
  if (doublings === DOUBLINGS) return 0;
  let below = doublings === 0 ? 0 : above / 2;
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (below + above) / 2;
    if (keeps(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** What of a place is used when every point takes what is cheapest at these prices. */
function used(points: readonly (readonly Sums[])[], prices: readonly number[], place: number): number {
  let sum = 0;
  for (const options of points) {
    let [least, use] = [Infinity, 0];
    for (const sums of options) {
      const value = pricedAt(prices, sums);
      if (value < least || (value === least && sums[place]! < use)) [least, use] = [value, sums[place]!];
    }
    sum += use;
  }
  return sum;
}

/** The value with the prices put on what is used. */
export function pricedAt(prices: readonly number[], sums: Sums): number {
  let value = valueOf(sums);
  for (let at = 0; at < prices.length; at += 1) if (prices[at]! > 0) value += prices[at]! * sums[RATIONED_PLACES[at]!]!;
  return value;
}
