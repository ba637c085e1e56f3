import { exactMva } from './mean-value-analysis.ts';
import {
  type ClosedClass,
  classMeans,
  demandsOf,
  type NetworkMeans,
  networkMeans,
  type OpenClass,
  type StationServers,
} from './network.ts';

/**
 * Open and closed classes at the same single servers and delay centres.
 *
 * @returns open classes first, then closed; `overload` where open classes alone fill a station. Undefined as for `exactMva`
 * @source Lazowska et al. 1984, ch. 7.4: closed classes see a server slowed to 1 − U(open); open ones see R = D(1 + Q(closed))/(1 − U(open))
 */
export function mixedNetwork(
  servers: StationServers,
  open: readonly OpenClass[],
  closed: readonly ClosedClass[],
): NetworkMeans | undefined {
  const openDemands = open.map(demandsOf);
  const taken = servers.map((count, station) =>
    count === Infinity ? 0 : open.reduce((sum, { arrivalRate }, index) => sum + arrivalRate * openDemands[index]![station]!, 0),
  );
  const full = taken.flatMap((share, station) => (share >= 1 ? [station] : []));
  const left = taken.map((share) => Math.max(0, 1 - share));
  // A full station never serves the closed classes: their demand there is without bound.
  const slowed = closed.map((one) => ({
    ...one,
    serviceTimes: one.serviceTimes.map((time, station) => (time > 0 ? time / left[station]! : 0)),
  }));
  const inner = full.length === 0 ? exactMva(servers, slowed) : undefined;
  if (full.length === 0 && inner === undefined) return undefined;
  const openMeans = open.map(({ arrivalRate }, index) => {
    const residence = openDemands[index]!.map((demand, station) => {
      if (demand === 0 || servers[station] === Infinity) return demand;
      return left[station]! > 0 ? (demand * (1 + (inner?.meanInStation[station] ?? 0))) / left[station]! : Infinity;
    });
    return classMeans(servers, openDemands[index]!, arrivalRate, residence);
  });
  const closedMeans = closed.map((one, index) => {
    const found = inner?.classes[index];
    return classMeans(servers, demandsOf(one), found?.throughput ?? 0, found?.residence ?? servers.map(() => Infinity));
  });
  const means = networkMeans(servers, [...openMeans, ...closedMeans]);
  return full.length > 0 ? { ...means, overload: `open classes alone fill station ${full.join(', ')}` } : means;
}
