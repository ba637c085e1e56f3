/**
 * Erlang's loss formula: probability that all servers are busy where nobody waits (M/G/c/c).
 *
 * @param servers - whole number ≥ 0
 * @param load - offered work in erlangs (arrival rate × service time)
 * @source recursion B(0) = 1, B(n) = aB(n−1) / (n + aB(n−1)); Jagerman 1974, stable for any size
 */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/**
 * Erlang's delay formula: probability that an arrival waits where everybody waits (M/M/c). 1 where the load is not below the servers.
 *
 * @source C = B / (1 − ρ(1 − B)) with Erlang's B; Cooper, Introduction to Queueing Theory, 1981
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}
