import { erlangC } from './erlang.ts';
import { classMeans, demandsOf, type NetworkMeans, networkMeans, type OpenClass, type StationServers } from './network.ts';

/**
 * By how much queueing stretches one visit: 1 at a delay centre, 1/(1 − ρ) at a single server, 1 + C/(c(1 − ρ)) at several.
 * `Infinity` where the load reaches the servers.
 */
export function stretch(servers: number, load: number): number {
  if (servers === Infinity) return 1;
  return load < servers ? 1 + erlangC(servers, load) / (servers - load) : Infinity;
}

/**
 * An open network with several classes of requests.
 *
 * @returns exact where the network is separable (BCMP): processor sharing, or first come first served with exponential service
 *   of one mean for all classes. `overload` names the stations that cannot carry the load
 * @source Lazowska, Zahorjan, Graham and Sevcik, Quantitative System Performance, 1984, ch. 6-7; several servers by Erlang's C
 */
export function openNetwork(servers: StationServers, classes: readonly OpenClass[]): NetworkMeans {
  const demands = classes.map(demandsOf);
  const loads = servers.map((_, station) =>
    classes.reduce((sum, { arrivalRate }, index) => sum + arrivalRate * demands[index]![station]!, 0),
  );
  const means = classes.map(({ arrivalRate }, index) => {
    const residence = demands[index]!.map((demand, station) =>
      demand > 0 ? demand * stretch(servers[station]!, loads[station]!) : 0,
    );
    return classMeans(servers, demands[index]!, arrivalRate, residence);
  });
  const full = loads.flatMap((load, station) =>
    load >= servers[station]! ? [`station ${station} is asked for ${load} of ${servers[station]} servers`] : [],
  );
  return { ...networkMeans(servers, means), ...(full.length > 0 && { overload: full.join('; ') }) };
}
