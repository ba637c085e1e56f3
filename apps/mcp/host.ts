/** How long one call may take, by what it does (ms). A run of the proofs starts an embedded PostgreSQL. */
export interface TimeLimits {
  readonly designMs: number;
  readonly proveMs: number;
  readonly lookupMs: number;
}

export const TIME_LIMITS: TimeLimits = { designMs: 120_000, proveMs: 240_000, lookupMs: 90_000 };

/** What the program that starts the server gives it: nothing here reads clock, environment or home folder by itself. */
export interface Host {
  readonly version: string;
  /** The bundled worker in which the engine runs. */
  readonly workerFile: string;
  /** Folders below which a `repository` may lie; empty where callers must not read this machine's files. */
  readonly roots: readonly string[];
  /** No network for anyone, whatever a call asks for. */
  readonly offline: boolean;
  readonly today: () => string;
  readonly timeLimits?: TimeLimits;
}
