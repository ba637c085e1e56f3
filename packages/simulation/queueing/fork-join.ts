import { mm1 } from './markovian.ts';

/** Mean time until the last of `branches` parallel exponential calls without queues returns. @source harmonic number: s Σ 1/i */
export function fanOutMean(branches: number, serviceTime: number): number {
  let harmonic = 0;
  for (let i = branches; i >= 1; i -= 1) harmonic += 1 / i;
  return serviceTime * harmonic;
}

/** The same time that a share `p` of fan-outs does not exceed. @source P(all ≤ t) = (1 − e^(−t/s))ⁿ */
export const fanOutPercentile = (branches: number, serviceTime: number, p: number): number =>
  // log1p and expm1 keep the digits of percentiles near 1.
  -serviceTime * Math.log(-Math.expm1(Math.log(p) / branches));

/**
 * Mean response of a request that is split over two single servers and joined, each an M/M/1.
 *
 * @source Nelson and Tantawi 1988: (12 − ρ)/8 of the M/M/1 response, exact for two branches. `Infinity` where overloaded
 */
export function forkJoinTwo(arrivalRate: number, serviceTime: number): number {
  const { meanResponse, utilisation, overload } = mm1({ arrivalRate, serviceTime });
  return overload === undefined ? ((12 - utilisation) / 8) * meanResponse : Infinity;
}
