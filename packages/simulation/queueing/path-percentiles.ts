/** A part of a request path by its percentiles; any time unit. */
export interface PathPart {
  readonly p50: number;
  readonly p99: number;
}

/** Quantiles of the standard normal distribution at 95 % and 99 %. */
const NORMAL_95 = 1.6448536269514722;
const NORMAL_99 = 2.3263478740408408;

/** Mean and variance of a time. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Spread of a lognormal part at the most. Below `NORMAL_99` the p99 of a sum grows with its mean and with its variance, which
 * searches rely on; a part whose p99 is more than two hundred times its median is read with less spread.
 */
const MOST_SPREAD = 2.3;

/** Mean and variance of the lognormal time with these percentiles; a part without a median counts in full at its p99. */
export function pathMoments({ p50, p99 }: PathPart): Moments {
  if (!(p50 > 0) || p99 <= p50) return { mean: Math.max(p50, p99), variance: 0 };
  const spread = Math.min(MOST_SPREAD, Math.log(p99 / p50) / NORMAL_99);
  const mean = p50 * Math.exp((spread * spread) / 2);
  return { mean, variance: Math.expm1(spread * spread) * mean * mean };
}

/** Standard deviation of the logarithm of a lognormal time with these moments. */
const spreadOf = ({ mean, variance }: Moments): number => Math.sqrt(Math.log1p(variance / (mean * mean)));

/** p99 of the lognormal time with these moments; grows with both. */
export function p99OfMoments(moments: Moments): number {
  if (!(moments.mean > 0)) return 0;
  const spread = spreadOf(moments);
  return moments.mean * Math.exp(NORMAL_99 * spread - (spread * spread) / 2);
}

/**
 * Percentiles of a path whose parts follow each other and are slow independently. The sum of the parts' p99 is an upper bound
 * that this stays at or below: one request is seldom in the slowest hundredth of every part.
 *
 * @param parts - in any order, p50 ≤ p99
 * @returns `Infinity` where a part has no finite time
 * @source lognormal parts, their sum matched in mean and variance; Fenton 1960, IRE Transactions on Communications Systems 8
 */
export function pathPercentiles(parts: readonly PathPart[]): {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
} {
  if (parts.some(({ p50, p99 }) => !Number.isFinite(p50 + p99))) return { p50: Infinity, p95: Infinity, p99: Infinity };
  const known = parts.map(pathMoments);
  const mean = known.reduce((sum, part) => sum + part.mean, 0);
  const variance = known.reduce((sum, part) => sum + part.variance, 0);
  if (mean === 0) return { p50: 0, p95: 0, p99: 0 };
  const spread = spreadOf({ mean, variance });
  const bound = parts.reduce((sum, { p50, p99 }) => sum + Math.max(p50, p99), 0);
  const at = (normal: number): number => Math.min(bound, mean * Math.exp(normal * spread - (spread * spread) / 2));
  return { p50: at(0), p95: at(NORMAL_95), p99: at(NORMAL_99) };
}
