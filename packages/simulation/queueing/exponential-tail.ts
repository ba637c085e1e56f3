/** P(X + Y > t) of independent exponentials with these rates; written so that equal rates need no case of their own. */
export function tailOfSum(first: number, second: number, t: number): number {
  const apart = Math.abs(first - second);
  const overlap = apart * t < 1e-12 ? t : -Math.expm1(-apart * t) / apart;
  return Math.exp(-first * t) + first * Math.exp(-Math.min(first, second) * t) * overlap;
}
