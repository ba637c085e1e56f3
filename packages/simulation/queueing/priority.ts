import type { GeneralStation } from './general-service.ts';
import { offeredWork } from './station.ts';

/**
 * Mean waits of one server that takes the most urgent class first and finishes what it has begun (M/G/1, non-preemptive).
 *
 * @param classes - most urgent first; `scv` of the service time, 1 where absent
 * @returns mean wait of each class, same order; `Infinity` from the class at which the work no longer fits
 * @source Cobham 1954: Wq(k) = R / ((1 − σ(k−1))(1 − σ(k))), R = ½ Σ λ s²(1 + scv), σ(k) = work of the first k classes
 */
export function priorityWaits(classes: readonly Omit<GeneralStation, 'servers'>[]): readonly number[] {
  const loads = classes.map((one) => offeredWork(one).load);
  const total = loads.reduce((sum, load) => sum + load, 0);
  // An overloaded lower class keeps the server busy with its own jobs; those above still wait for the one in service.
  const residual =
    classes.reduce((sum, { serviceTime, scv = 1 }, k) => sum + (loads[k]! * serviceTime * (1 + scv)) / 2, 0) / Math.max(1, total);
  let before = 0;
  return loads.map((load) => {
    const after = before + load;
    const wait = after < 1 ? residual / ((1 - before) * (1 - after)) : Infinity;
    before = after;
    return wait;
  });
}
