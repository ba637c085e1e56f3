/** A service station: identical servers behind one queue. Any one time unit, the same for rates and means. */
export interface Station {
  readonly arrivalRate: number;
  /** Mean time one customer holds a server. */
  readonly serviceTime: number;
  /** Identical servers, a whole number ≥ 1; 1 where absent. */
  readonly servers?: number;
}

/** Steady-state means of a station. Where no steady state exists the means are `Infinity` and `overload` says why. */
export interface StationMeans {
  /** Offered work ÷ servers; above 1 the station cannot keep up. */
  readonly utilisation: number;
  /** Probability that an arrival finds every server busy. */
  readonly waitProbability: number;
  /** Mean time before service. */
  readonly meanWait: number;
  /** Waiting plus service. */
  readonly meanResponse: number;
  readonly meanWaiting: number;
  readonly meanInStation: number;
  readonly overload?: string;
}

/** Offered work in servers (erlangs) and its share of the servers there are. @throws on a rate, time or server count that cannot be: a bug of ours */
export function offeredWork({ arrivalRate, serviceTime, servers = 1 }: Station): {
  load: number;
  servers: number;
  utilisation: number;
} {
  if (!(arrivalRate >= 0 && serviceTime >= 0 && Number.isInteger(servers) && servers >= 1))
    throw new RangeError(`not a station: ${arrivalRate} arrivals, ${serviceTime} each, ${servers} servers`);
  const load = arrivalRate * serviceTime;
  return { load, servers, utilisation: load / servers };
}

/** All means from the wait: response = wait + service, and numbers by Little's law (L = λW). */
export function meansFromWait(station: Station, waitProbability: number, meanWait: number): StationMeans {
  const { load, utilisation } = offeredWork(station);
  const meanWaiting = station.arrivalRate * meanWait;
  return {
    utilisation,
    waitProbability,
    meanWait,
    meanResponse: meanWait + station.serviceTime,
    meanWaiting,
    meanInStation: meanWaiting + load,
  };
}

/** The answer of an overloaded station: the queue grows without bound. */
export function overloaded(utilisation: number): StationMeans {
  const overload = `work arrives at ${utilisation} of what the servers can do: the queue grows without bound`;
  return {
    utilisation,
    waitProbability: 1,
    meanWait: Infinity,
    meanResponse: Infinity,
    meanWaiting: Infinity,
    meanInStation: Infinity,
    overload,
  };
}
