import { fallingRoot } from './root.ts';
import { meansFromWait, offeredWork, overloaded, type StationMeans } from './station.ts';

/** D/M/1 also has a closed response distribution: exponential with rate (1 − σ)/s. */
export interface PacedMeans extends StationMeans {
  /** Probability that an arrival finds the server busy; the decay of the queue length it meets. */
  readonly sigma: number;
  /** Response that a share `p` does not exceed. */
  responsePercentile(p: number): number;
}

/**
 * D/M/1: arrivals at even intervals (a scheduler, a device that reports every minute), exponential service.
 *
 * @source σ = e^(−(1 − σ)/ρ), Wq = σ s/(1 − σ); Kleinrock, Queueing Systems I, 1975, G/M/1
 */
export function dm1(arrivalRate: number, serviceTime: number): PacedMeans {
  const station = { arrivalRate, serviceTime };
  const { utilisation } = offeredWork(station);
  if (utilisation >= 1) return { ...overloaded(utilisation), sigma: 1, responsePercentile: () => Infinity };
  // e^(−(1 − σ)/ρ) − σ is positive below the root; σ = 1 always solves it and is not meant.
  const sigma =
    utilisation > 0 ? fallingRoot((x) => Math.expm1((x - 1) / utilisation) + (1 - x), 0, turningPoint(utilisation)) : 0;
  const means = meansFromWait(station, sigma, (sigma * serviceTime) / (1 - sigma));
  return { ...means, sigma, responsePercentile: (p) => (-serviceTime * Math.log(1 - p)) / (1 - sigma) };
}

/** Where e^(−(1 − σ)/ρ) − σ is least: the wanted root lies below it. */
const turningPoint = (utilisation: number): number => Math.max(0, 1 + utilisation * Math.log(utilisation));
