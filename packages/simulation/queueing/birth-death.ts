/**
 * Stationary distribution of a birth-death chain on states 0…last.
 *
 * @param birth - rate from `n` to `n + 1`, asked for n = 0…last−1
 * @param death - rate from `n` to `n − 1`, asked for n = 1…last; must be positive
 * @returns probabilities that add up to 1
 * @source detailed balance π(n+1) death(n+1) = π(n) birth(n); logarithms keep long chains in range
 */
export function birthDeath(birth: (n: number) => number, death: (n: number) => number, last: number): readonly number[] {
  const logs = [0];
  for (let n = 0; n < last; n += 1) logs.push(logs[n]! + Math.log(birth(n) / death(n + 1)));
  const largest = logs.reduce((a, b) => Math.max(a, b));
  const weights = logs.map((log) => Math.exp(log - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Σ f(n) π(n). */
export const expectation = (probabilities: readonly number[], value: (n: number) => number): number =>
  probabilities.reduce((sum, probability, n) => sum + probability * value(n), 0);
