import { tailOfSum } from './exponential-tail.ts';
import { type GeneralStation, mgc } from './general-service.ts';
import { percentileOfTail } from './root.ts';
import type { StationMeans } from './station.ts';

/** A service time with the right mean and variation: a constant plus one or two exponential branches. */
interface ServiceShape {
  readonly constant: number;
  readonly branches: readonly { readonly probability: number; readonly rate: number }[];
}

/**
 * @source two-moment fits: shifted exponential for scv ≤ 1 (constant s(1 − √scv)), hyperexponential with balanced means above
 *   (Tijms, A First Course in Stochastic Models, 2003, appendix B)
 */
function serviceShape(mean: number, scv: number): ServiceShape {
  if (scv <= 1) {
    const spread = mean * Math.sqrt(scv);
    return { constant: mean - spread, branches: spread > 0 ? [{ probability: 1, rate: 1 / spread }] : [] };
  }
  const probability = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  const branch = (share: number) => ({ probability: share, rate: (2 * share) / mean });
  return { constant: 0, branches: [branch(probability), branch(1 - probability)] };
}

/** P(wait > t): an arrival waits with the wait probability, and then exponentially with the mean that makes the average right. */
const waitTail = ({ waitProbability, meanWait }: StationMeans, t: number): number =>
  meanWait > 0 ? waitProbability * Math.exp((-waitProbability * t) / meanWait) : 0;

function responseTail({ waitProbability, meanWait }: StationMeans, { constant, branches }: ServiceShape, t: number): number {
  const rest = t - constant;
  if (rest < 0) return 1;
  const waitRate = meanWait > 0 ? waitProbability / meanWait : Infinity;
  if (branches.length === 0) return waitRate === Infinity ? 0 : waitProbability * Math.exp(-waitRate * rest);
  const sum = ({ probability, rate }: { probability: number; rate: number }): number => {
    const waiting = waitRate === Infinity ? 0 : waitProbability * (tailOfSum(rate, waitRate, rest) - Math.exp(-rate * rest));
    return probability * (Math.exp(-rate * rest) + waiting);
  };
  return branches.reduce((total, branch) => total + sum(branch), 0);
}

/**
 * Time before service that a share `p` of customers does not exceed; 0 where that share does not wait at all.
 *
 * @returns exact for M/M/c; for other service an exponential tail with the right mean, 5-12 % high for constant service.
 *   `Infinity` where the station is overloaded
 * @source M/M/c: P(W > t) = C e^(−t c(1 − ρ)/s); exponential tail: Abate, Choudhury and Whitt 1995
 */
export function waitPercentile(station: GeneralStation, p: number): number {
  const means = mgc(station);
  if (means.overload !== undefined) return Infinity;
  return percentileOfTail((t) => waitTail(means, t), p, Math.max(means.meanWait, Number.MIN_VALUE));
}

/**
 * Response time (waiting plus service) that a share `p` of requests does not exceed.
 *
 * @param station - random arrivals; `servers` identical servers; `scv` of the service time, 1 where absent
 * @param p - 0 ≤ p < 1: 0.5, 0.95, 0.99
 * @returns exact for M/M/c, a two-moment approximation otherwise; `Infinity` where the station is overloaded
 * @source P(T > t) = (1 − C) P(S > t) + C P(W' + S > t) with W' exponential; mean wait by `mgc`
 */
export function responsePercentile(station: GeneralStation, p: number): number {
  const means = mgc(station);
  if (means.overload !== undefined) return Infinity;
  if (station.serviceTime === 0) return 0;
  const shape = serviceShape(station.serviceTime, station.scv ?? 1);
  return percentileOfTail((t) => responseTail(means, shape, t), p, means.meanResponse);
}

/** The three percentiles that a latency target is stated in. */
export const responsePercentiles = (
  station: GeneralStation,
): { readonly p50: number; readonly p95: number; readonly p99: number } => ({
  p50: responsePercentile(station, 0.5),
  p95: responsePercentile(station, 0.95),
  p99: responsePercentile(station, 0.99),
});
