import { type ClosedClass, classMeans, demandsOf, type NetworkMeans, networkMeans, type StationServers } from './network.ts';

/** Relative weight of n = 0…population customers at one place, scaled so that the largest is 1: only ratios matter. */
function weights(demand: number, servers: number, population: number): Float64Array {
  const logs = [0];
  for (let n = 1; n <= population; n += 1)
    logs.push(demand > 0 ? logs[n - 1]! + Math.log(demand / Math.min(n, servers)) : -Infinity);
  const largest = logs.reduce((a, b) => Math.max(a, b));
  return Float64Array.from(logs, (log) => Math.exp(log - largest));
}

/** Weights of two places together, scaled again. */
function convolve(first: Float64Array, second: Float64Array): Float64Array {
  const sums = first.map((_, n) => {
    let sum = 0;
    for (let i = 0; i <= n; i += 1) sum += first[i]! * second[n - i]!;
    return sum;
  });
  const largest = sums.reduce((a, b) => Math.max(a, b), 0);
  return sums.map((sum) => sum / largest);
}

/**
 * A closed network of one class whose stations may have several servers: exact, and free of the cancellation that mean
 * value analysis meets there. Work grows with stations² × population².
 *
 * @source Buzen 1973, convolution algorithm with load-dependent servers min(n, c)/s; demands are scaled by an upper bound of
 *   the throughput, which keeps the weights near each other
 */
export function convolution(servers: StationServers, one: ClosedClass): NetworkMeans {
  const { population, thinkTime } = one;
  const demands = demandsOf(one);
  const work = demands.reduce((sum, demand) => sum + demand, thinkTime);
  const idle = demands.map(() => 0);
  if (population === 0 || work === 0)
    return networkMeans(servers, [classMeans(servers, demands, 0, population === 0 ? demands : idle)]);
  const scale = Math.min(population / work, ...demands.map((demand, station) => servers[station]! / demand));
  const think = weights(thinkTime * scale, Infinity, population);
  const places = demands.map((demand, station) => weights(demand * scale, servers[station]!, population));
  const inStation = places.map((place, station) => {
    const others = places.filter((_, index) => index !== station).reduce(convolve, think);
    let [total, customers] = [0, 0];
    for (let n = 0; n <= population; n += 1) {
      const weight = place[n]! * others[population - n]!;
      total += weight;
      customers += n * weight;
    }
    return customers / total;
  });
  // One factor scales a whole vector, so the ratio of neighbours is that of the true normalising constants.
  const constants = places.reduce(convolve, think);
  const throughput = (scale * constants[population - 1]!) / constants[population]!;
  return networkMeans(servers, [
    classMeans(
      servers,
      demands,
      throughput,
      inStation.map((number) => number / throughput),
    ),
  ]);
}
