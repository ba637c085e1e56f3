import { fallingRoot } from './root.ts';

export interface BatchMeans {
  /** Share of time the consumer has nothing to do. */
  readonly idleProbability: number;
  readonly meanWaiting: number;
  readonly meanWait: number;
  /** Waiting plus one batch. */
  readonly meanResponse: number;
  /** Decay of the number waiting. */
  readonly root: number;
  /** Messages per unit of time the consumer can take. */
  readonly capacity: number;
  readonly overload?: string;
}

/**
 * One consumer that takes whatever waits, up to `maxBatch` messages, and needs an exponential time for a batch of any size.
 *
 * @param batchTime - mean time of one batch
 * @returns `Infinity` with `overload` where messages arrive faster than full batches leave
 * @source Bailey 1954; Chaudhry and Templeton 1983: root r in (0, 1) of μr^(B+1) − (λ + μ)r + λ = 0, P(n waiting, busy) ∝ rⁿ
 */
export function batchConsumer(arrivalRate: number, batchTime: number, maxBatch: number): BatchMeans {
  const capacity = maxBatch / batchTime;
  if (!(arrivalRate < capacity)) {
    const overload = `${arrivalRate} messages arrive where full batches take ${capacity}: the backlog grows without bound`;
    return { idleProbability: 0, meanWaiting: Infinity, meanWait: Infinity, meanResponse: Infinity, root: 1, capacity, overload };
  }
  const load = arrivalRate * batchTime;
  // The polynomial falls, turns, and rises to its other root at 1; the wanted root lies below the turn.
  const turn = ((load + 1) / (maxBatch + 1)) ** (1 / maxBatch);
  const root = load > 0 ? fallingRoot((x) => x ** (maxBatch + 1) - (load + 1) * x + load, 0, Math.min(1, turn)) : 0;
  // Idle and busy with n waiting: λ P(idle) = μ P(busy, none waiting), and busy states are geometric.
  const idleProbability = 1 / (1 + load / (1 - root));
  const meanWaiting = ((1 - idleProbability) * root) / (1 - root);
  const meanWait = arrivalRate > 0 ? meanWaiting / arrivalRate : 0;
  return { idleProbability, meanWaiting, meanWait, meanResponse: meanWait + batchTime, root, capacity };
}
