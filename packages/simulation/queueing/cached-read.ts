import { tailOfSum } from './exponential-tail.ts';
import { percentileOfTail } from './root.ts';

/** A read that looks into a cache and, on a miss, goes on to the store; both times exponential, neither queues. */
export interface CachedRead {
  /** Share of reads answered by the cache, 0-1. */
  readonly hitRatio: number;
  readonly cacheTime: number;
  readonly storeTime: number;
}

/** @source mixture: mean = hit time + (1 − h) store time */
export const cachedReadMean = ({ hitRatio, cacheTime, storeTime }: CachedRead): number => cacheTime + (1 - hitRatio) * storeTime;

/** Time that a share `p` of reads does not exceed: beyond the hit ratio it is the store's, not the cache's. */
export function cachedReadPercentile(read: CachedRead, p: number): number {
  const { hitRatio, cacheTime, storeTime } = read;
  const tail = (t: number): number =>
    hitRatio * Math.exp(-t / cacheTime) + (1 - hitRatio) * tailOfSum(1 / cacheTime, 1 / storeTime, t);
  return percentileOfTail(tail, p, cachedReadMean(read));
}
