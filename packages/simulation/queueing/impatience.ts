import { birthDeath, expectation } from './birth-death.ts';
import { offeredWork, type Station } from './station.ts';

export interface AbandonmentMeans {
  /** Share of arrivals that give up before service. */
  readonly abandonProbability: number;
  readonly waitProbability: number;
  readonly meanWaiting: number;
  readonly throughput: number;
  readonly utilisation: number;
  /** Mean wait over everybody, those who give up included. */
  readonly meanWait: number;
}

/** The state beyond which probabilities are below e⁻⁴⁰ of the largest. */
function lastState(arrivalRate: number, death: (n: number) => number, servers: number): number {
  let [log, n] = [0, servers];
  while (log > -40) {
    n += 1;
    log = Math.min(0, log + Math.log(arrivalRate / death(n)));
  }
  return n;
}

/**
 * M/M/c whose waiting customers give up (Erlang A): callers with a time-out. Steady at any load.
 *
 * @param patience - mean time a customer is ready to wait, exponential, > 0
 * @source Palm 1957; Garnett, Mandelbaum and Reiman 2002. Birth-death chain with death min(n, c)/s + max(0, n − c)/patience
 */
export function erlangA(station: Station & { readonly patience: number }): AbandonmentMeans {
  const { servers } = offeredWork(station);
  const { arrivalRate, serviceTime, patience } = station;
  const death = (n: number): number => Math.min(n, servers) / serviceTime + Math.max(0, n - servers) / patience;
  const chain = birthDeath(() => arrivalRate, death, lastState(arrivalRate, death, servers));
  const meanWaiting = expectation(chain, (n) => Math.max(0, n - servers));
  const throughput = expectation(chain, (n) => Math.min(n, servers)) / serviceTime;
  return {
    abandonProbability: arrivalRate > 0 ? meanWaiting / patience / arrivalRate : 0,
    waitProbability: expectation(chain, (n) => (n >= servers ? 1 : 0)),
    meanWaiting,
    throughput,
    utilisation: (throughput * serviceTime) / servers,
    meanWait: arrivalRate > 0 ? meanWaiting / arrivalRate : 0,
  };
}
