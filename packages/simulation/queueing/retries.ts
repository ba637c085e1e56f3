/**
 * What retries add to a load, where attempts fail independently of each other.
 *
 * @param offeredRate - first attempts per unit of time
 * @param failureProbability - of one attempt, 0-1
 * @param maxRetries - attempts after the first
 * @returns attempts per unit of time, and the share of requests that fail in the end
 * @source geometric sum: λ Σ qⁱ for i = 0…n, and q^(n+1). Under overload attempts fail together and this is a lower bound
 */
export function retryLoad(offeredRate: number, failureProbability: number, maxRetries: number) {
  let attempts = 0;
  for (let i = 0; i <= maxRetries; i += 1) attempts += failureProbability ** i;
  return { attemptRate: offeredRate * attempts, finalFailureProbability: failureProbability ** (maxRetries + 1) };
}
