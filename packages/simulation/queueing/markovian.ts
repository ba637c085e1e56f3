import { birthDeath, expectation } from './birth-death.ts';
import { erlangC } from './erlang.ts';
import { meansFromWait, offeredWork, overloaded, type Station, type StationMeans } from './station.ts';

/**
 * M/M/c: random arrivals, exponential service, everybody waits.
 *
 * @source Wq = C s / (c(1 − ρ)) with Erlang's C; Kleinrock, Queueing Systems I, 1975
 */
export function mmc(station: Station): StationMeans {
  const { load, servers, utilisation } = offeredWork(station);
  if (utilisation >= 1) return overloaded(utilisation);
  const waitProbability = erlangC(servers, load);
  return meansFromWait(station, waitProbability, (waitProbability * station.serviceTime) / (servers * (1 - utilisation)));
}

/** M/M/1: `mmc` with one server; W = s / (1 − ρ). */
export const mm1 = (station: Omit<Station, 'servers'>): StationMeans => mmc({ ...station, servers: 1 });

/** Means of a station that refuses what does not fit: it always has a steady state. */
export interface LossMeans extends StationMeans {
  /** Probability that an arrival is refused. */
  readonly lossProbability: number;
  readonly emptyProbability: number;
  /** Rate of customers served. */
  readonly throughput: number;
}

/**
 * M/M/c/K: at most `capacity` customers in the station, the rest is refused. Waits and responses are of those let in; the
 * utilisation is of work done, so it stays at or below 1.
 *
 * @source birth-death chain with birth λ below K and death min(n, c)/s; Little's law with λ(1 − loss)
 */
export function mmck(station: Station & { readonly capacity: number }): LossMeans {
  const { servers } = offeredWork(station);
  const { arrivalRate, serviceTime, capacity } = station;
  if (!(Number.isInteger(capacity) && capacity >= servers)) throw new RangeError(`capacity ${capacity} below ${servers} servers`);
  const chain = birthDeath(
    () => arrivalRate,
    (n) => Math.min(n, servers) / serviceTime,
    capacity,
  );
  const lossProbability = chain[capacity]!;
  const throughput = arrivalRate * (1 - lossProbability);
  const meanInStation = expectation(chain, (n) => n);
  const meanWaiting = expectation(chain, (n) => Math.max(0, n - servers));
  const perCustomer = (number: number): number => (throughput > 0 ? number / throughput : 0);
  return {
    utilisation: (throughput * serviceTime) / servers,
    waitProbability:
      throughput > 0 ? expectation(chain, (n) => (n >= servers && n < capacity ? 1 : 0)) / (1 - lossProbability) : 0,
    meanWait: perCustomer(meanWaiting),
    meanResponse: throughput > 0 ? perCustomer(meanInStation) : serviceTime,
    meanWaiting,
    meanInStation,
    lossProbability,
    emptyProbability: chain[0]!,
    throughput,
  };
}
