import { type ClosedClass, demandsOf, type StationServers } from './network.ts';

/**
 * What no scheduling can beat: the highest throughput and lowest response of a closed class, from the bottleneck alone.
 *
 * @returns throughput bound, response bound (without thinking), and the population at which the bottleneck takes over
 * @source asymptotic bounds, Lazowska et al. 1984, ch. 5: X ≤ min(1/Dmax, N/(D + Z)), R ≥ max(D, N Dmax − Z); c servers share D
 */
export function asymptoticBounds(servers: StationServers, one: ClosedClass) {
  const demands = demandsOf(one);
  const total = demands.reduce((sum, demand) => sum + demand, 0);
  const largest = demands.reduce((most, demand, station) => Math.max(most, demand / servers[station]!), 0);
  const { population, thinkTime } = one;
  return {
    throughput: Math.min(1 / largest, population / (total + thinkTime)),
    response: Math.max(total, population * largest - thinkTime),
    saturationPopulation: (total + thinkTime) / largest,
  };
}
