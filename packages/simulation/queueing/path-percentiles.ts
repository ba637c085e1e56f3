/** A part of a request path by its percentiles; any time unit. */
export interface PathPart {
  readonly p50: number;
  readonly p99: number;
}

/** Quantiles of the standard normal distribution at 95 % and 99 %. */
const NORMAL_95 = 1.6448536269514722;
const NORMAL_99 = 2.3263478740408408;

/** Mean and variance of the lognormal time with these percentiles; a part without a median counts in full at its p99. */
function moments({ p50, p99 }: PathPart): { mean: number; variance: number } {
  if (!(p50 > 0) || p99 <= p50) return { mean: Math.max(p50, p99), variance: 0 };
  const spread = Math.log(p99 / p50) / NORMAL_99;
  const mean = p50 * Math.exp((spread * spread) / 2);
  return { mean, variance: Math.expm1(spread * spread) * mean * mean };
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
  const known = parts.map(moments);
  const mean = known.reduce((sum, part) => sum + part.mean, 0);
  const variance = known.reduce((sum, part) => sum + part.variance, 0);
  if (mean === 0) return { p50: 0, p95: 0, p99: 0 };
  const spread = Math.sqrt(Math.log1p(variance / (mean * mean)));
  const bound = parts.reduce((sum, { p50, p99 }) => sum + Math.max(p50, p99), 0);
  const at = (normal: number): number => Math.min(bound, mean * Math.exp(normal * spread - (spread * spread) / 2));
  return { p50: at(0), p95: at(NORMAL_95), p99: at(NORMAL_99) };
}
