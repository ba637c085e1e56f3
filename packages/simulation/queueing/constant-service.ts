import { mg1 } from './general-service.ts';
import { percentileOfTail } from './root.ts';

/** Poisson probabilities 0…last of the given mean. */
function poisson(mean: number, last: number): number[] {
  const probabilities = [Math.exp(-mean)];
  for (let n = 1; n <= last; n += 1) probabilities.push((probabilities[n - 1]! * mean) / n);
  return probabilities;
}

/**
 * Cumulative probability of at most 0, 1, … `last` customers in an M/D/1 station.
 *
 * @source level crossing: a₀ π(n+1) = π(0) ā(n) + Σ π(i) ā(n+1−i), ā(m) = P(more than m arrivals in one service); no subtraction
 */
function numberInStation(load: number, last: number): number[] {
  const arrivals = poisson(load, last + 80);
  const above: number[] = Array<number>(arrivals.length).fill(0);
  for (let m = arrivals.length - 2; m >= 0; m -= 1) above[m] = above[m + 1]! + arrivals[m + 1]!;
  const exact = [1 - load];
  for (let n = 0; n < last; n += 1) {
    let flow = exact[0]! * above[n]!;
    for (let i = 1; i <= n; i += 1) flow += exact[i]! * above[n + 1 - i]!;
    exact.push(flow / arrivals[0]!);
  }
  let sum = 0;
  return exact.map((probability) => (sum += probability));
}

/**
 * P(wait > t) of M/D/1, exact.
 *
 * @returns the tail as a function of time; 1 everywhere where the station is overloaded
 * @source Franx 2001, Operations Research Letters 29: P(W ≤ t) = Σ Q(k−1−j) Poisson(j; λ(kD − t)) for (k − 1)D ≤ t < kD, with
 *   Q(n) = P(at most n waiting): sums of positive terms, where Erlang's alternating series loses its digits
 */
export function md1WaitTail(arrivalRate: number, serviceTime: number): (t: number) => number {
  const load = arrivalRate * serviceTime;
  if (load >= 1) return () => 1;
  let inStation: number[] = [];
  return (t) => {
    const k = Math.floor(t / serviceTime) + 1;
    if (inStation.length < k + 1) inStation = numberInStation(load, 2 * k + 1);
    const passed = poisson(arrivalRate * (k * serviceTime - t), k - 1);
    // At most n waiting is at most n + 1 in the station.
    return Math.max(0, 1 - passed.reduce((sum, probability, j) => sum + probability * inStation[k - j]!, 0));
  };
}

/** Waiting time of M/D/1 that a share `p` of customers does not exceed; `Infinity` where it is overloaded. Accurate to p = 1 − 1e-10. */
export function md1WaitPercentile(arrivalRate: number, serviceTime: number, p: number): number {
  const { overload, meanResponse } = mg1({ arrivalRate, serviceTime, scv: 0 });
  return overload === undefined ? percentileOfTail(md1WaitTail(arrivalRate, serviceTime), p, meanResponse) : Infinity;
}
