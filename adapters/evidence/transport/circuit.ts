/** Stops asking a host that failed several times in a row; the first failure afterwards stays the reason. */
export class Circuit {
  readonly #limit: number;
  readonly #failures = new Map<string, { count: number; reason: string }>();
  readonly #until = new Map<string, number>();

  /** @param limit - failures in a row that open the circuit */
  constructor(limit = 3) {
    this.#limit = limit;
  }

  /** Why the host is not asked now; undefined where it may be. */
  open(host: string, nowMs: number): string | undefined {
    const until = this.#until.get(host);
    if (until !== undefined && nowMs < until) return `asked to wait until ${new Date(until).toISOString()}`;
    const failures = this.#failures.get(host);
    return failures && failures.count >= this.#limit ? `not asked again: ${failures.reason}` : undefined;
  }

  succeeded(host: string): void {
    this.#failures.delete(host);
  }

  failed(host: string, reason: string): void {
    const known = this.#failures.get(host);
    this.#failures.set(host, { count: (known?.count ?? 0) + 1, reason: known?.reason ?? reason });
  }

  /** The host said when to come back. */
  wait(host: string, untilMs: number): void {
    this.#until.set(host, Math.max(untilMs, this.#until.get(host) ?? 0));
  }
}
