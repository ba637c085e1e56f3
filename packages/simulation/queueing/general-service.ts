import { mmc } from './markovian.ts';
import { meansFromWait, offeredWork, overloaded, type Station, type StationMeans } from './station.ts';

/** A station whose service times vary otherwise than exponentially. */
export interface GeneralStation extends Station {
  /** Squared coefficient of variation of the service time, ≥ 0: 0 constant, 1 exponential, above 1 a long tail. 1 where absent. */
  readonly scv?: number;
}

/**
 * M/G/1, exact.
 *
 * @source Pollaczek-Khinchine: Wq = ρ s (1 + scv) / (2(1 − ρ)); Kleinrock, Queueing Systems I, 1975, (5.69)
 */
export function mg1(station: Omit<GeneralStation, 'servers'>): StationMeans {
  const { utilisation } = offeredWork({ ...station, servers: 1 });
  if (utilisation >= 1) return overloaded(utilisation);
  const { serviceTime, scv = 1 } = station;
  return meansFromWait(station, utilisation, (utilisation * serviceTime * (1 + scv)) / (2 * (1 - utilisation)));
}

/**
 * Mean wait of M/D/c as a share of the M/M/c wait, ½ to c/(c + 1).
 *
 * @source Cosmetatos 1976: ½(1 + (1 − ρ)(c − 1)(√(4 + 5c) − 2) / (16ρc)), never above its light-traffic limit c/(c + 1)
 *   (Burman and Smith 1983: ∫(1 − t)^c dt against ∫e^(−ct) dt)
 */
function constantServiceShare(servers: number, utilisation: number): number {
  const correction = ((1 - utilisation) * (servers - 1) * (Math.sqrt(4 + 5 * servers) - 2)) / (16 * utilisation * servers);
  return utilisation > 0 ? Math.min((1 + correction) / 2, servers / (servers + 1)) : servers / (servers + 1);
}

/**
 * M/G/c by Kimura's interpolation between M/M/c and M/D/c: exact for one server and for exponential service, within a few
 * per cent elsewhere for scv up to about 4. The wait probability is that of M/M/c.
 *
 * @source Kimura 1986, Management Science 32(6), with ca² = 1: Wq = (1 + scv) / (2 scv/Wq(M/M/c) + (1 − scv)/Wq(M/D/c))
 */
export function mgc(station: GeneralStation): StationMeans {
  const { scv = 1, servers = 1 } = station;
  const exponential = mmc(station);
  if (exponential.overload !== undefined || exponential.meanWait === 0) return exponential;
  const factor = (1 + scv) / (2 * scv + (1 - scv) / constantServiceShare(servers, exponential.utilisation));
  return meansFromWait(station, exponential.waitProbability, exponential.meanWait * factor);
}

/**
 * G/G/c by Allen and Cunneen's two-moment formula; exact for M/M/c and M/G/1. Errors grow with light load and with the
 * arrivals' variation: a planning number, not a promise.
 *
 * @param station - `arrivalScv` is the squared coefficient of variation of the times between arrivals: 1 random, 0 paced
 * @source Wq = Wq(M/M/c) (ca² + cs²)/2; Allen, Probability, Statistics and Queueing Theory, 2nd ed. 1990
 */
export function ggc(station: GeneralStation & { readonly arrivalScv: number }): StationMeans {
  const { scv = 1, arrivalScv } = station;
  const exponential = mmc(station);
  if (exponential.overload !== undefined) return exponential;
  return meansFromWait(station, exponential.waitProbability, (exponential.meanWait * (arrivalScv + scv)) / 2);
}
