import { type ClosedClass, classMeans, demandsOf, type NetworkMeans, networkMeans, type StationServers } from './network.ts';

/** Largest number of population vectors that are worked through, about a second of work. */
const MOST_POPULATIONS = 1_000_000;

interface Step {
  readonly throughput: readonly number[];
  readonly residence: readonly (readonly number[])[];
  readonly queue: readonly number[];
}

/**
 * A closed network by exact mean value analysis: every smaller population first, since an arrival sees the network as it
 * would be without itself.
 *
 * @param servers - 1 or `Infinity` per station; several servers need `convolution`
 * @returns undefined where the populations multiply to more than a million: `approximateMva` answers those
 * @throws on a station of several servers: a bug of ours
 * @source Reiser and Lavenberg 1980; Lazowska et al. 1984, ch. 6-7: R = D(1 + Q(n − 1ᵣ)), X = n/(Z + ΣR)
 */
export function exactMva(servers: StationServers, classes: readonly ClosedClass[]): NetworkMeans | undefined {
  if (servers.some((count) => count !== 1 && count !== Infinity))
    throw new RangeError('exact MVA takes single servers and delay centres');
  const sizes = classes.map(({ population }) => population + 1);
  const total = sizes.reduce((product, size) => product * size, 1);
  if (total > MOST_POPULATIONS) return undefined;
  const demands = classes.map(demandsOf);
  // Populations are counted like an odometer, the first class fastest, so one job less is a fixed distance back.
  const strides = sizes.map((_, index) => sizes.slice(0, index).reduce((product, size) => product * size, 1));
  const queues: (readonly number[])[] = [];
  let last: Step = { throughput: [], residence: [], queue: [] };
  for (let at = 0; at < total; at += 1) {
    const population = sizes.map((size, index) => Math.floor(at / strides[index]!) % size);
    last = step(servers, classes, demands, population, (index) => queues[at - strides[index]!]!);
    queues.push(last.queue);
  }
  const means = classes.map((_, index) => classMeans(servers, demands[index]!, last.throughput[index]!, last.residence[index]!));
  return networkMeans(servers, means);
}

function step(
  servers: StationServers,
  classes: readonly ClosedClass[],
  demands: readonly (readonly number[])[],
  population: readonly number[],
  queueWithout: (index: number) => readonly number[],
): Step {
  const residence = classes.map((_, index) => {
    if (population[index] === 0) return demands[index]!;
    const seen = queueWithout(index);
    return demands[index]!.map((demand, station) => (servers[station] === Infinity ? demand : demand * (1 + seen[station]!)));
  });
  const throughput = classes.map(({ thinkTime }, index) => {
    const cycle = residence[index]!.reduce((sum, time) => sum + time, thinkTime);
    return population[index] === 0 || cycle === 0 ? 0 : population[index]! / cycle;
  });
  const queue = servers.map((_, station) => throughput.reduce((sum, rate, index) => sum + rate * residence[index]![station]!, 0));
  return { throughput, residence, queue };
}

/**
 * A closed network of any size by the Schweitzer-Bard approximation: an arrival sees the network's own queue less its share.
 * Within a few per cent of exact for most networks.
 *
 * @param servers - 1 or `Infinity` per station
 * @source Schweitzer 1979; Bard 1979; Lazowska et al. 1984, ch. 6.4: A = Q − Qᵣ/Nᵣ, iterated to a fixed point
 */
export function approximateMva(servers: StationServers, classes: readonly ClosedClass[]): NetworkMeans {
  const demands = classes.map(demandsOf);
  const stationsUsed = demands.map((row) => row.filter((demand) => demand > 0).length);
  let queues: readonly (readonly number[])[] = classes.map(({ population }, index) =>
    demands[index]!.map((demand) => (demand > 0 ? population / stationsUsed[index]! : 0)),
  );
  const populations = classes.map(({ population }) => population);
  for (let round = 0; round < 10_000; round += 1) {
    const total = servers.map((_, station) => queues.reduce((sum, row) => sum + row[station]!, 0));
    const without = (index: number): readonly number[] =>
      total.map((queue, station) => queue - queues[index]![station]! / populations[index]!);
    const next = step(servers, classes, demands, populations, without);
    const rows = next.residence.map((row, index) => row.map((time) => time * next.throughput[index]!));
    const change = Math.max(
      0,
      ...rows.flatMap((row, index) => row.map((queue, station) => Math.abs(queue - queues[index]![station]!))),
    );
    queues = rows;
    if (change < 1e-12)
      return networkMeans(
        servers,
        classes.map((_, index) => classMeans(servers, demands[index]!, next.throughput[index]!, next.residence[index]!)),
      );
  }
  throw new Error('the Schweitzer iteration did not settle');
}
