import { firstExceeded, HORIZON, HOURLY_RATE, type PreparedOption } from '../prepared-option.ts';

/** What one option amounts to in one environment. */
export interface Evaluation {
  readonly monthly: number;
  readonly build: number;
  readonly run: number;
  readonly latencyP50: number;
  readonly latencyP99: number;
  readonly availability: number;
  /** 36-month total cost of ownership, USD. */
  readonly total: number;
  /** Index of the first limit exceeded, or -1. */
  readonly exceeded: number;
}

/**
 * One option on its own, the plain way.
 *
 * @source total = build × rate + horizon × (infrastructure + run × rate); ADR 0003
 */
export function evaluateOption(from: PreparedOption, values: Float64Array): Evaluation {
  const exceeded = firstExceeded(from, values);
  const monthly = from.costs.reduce((sum, cost) => sum + cost(values), 0);
  const build = from.build(values);
  const run = from.run(values);
  return {
    monthly,
    build,
    run,
    total: build * values[HOURLY_RATE]! + values[HORIZON]! * (monthly + run * values[HOURLY_RATE]!),
    exceeded,
    latencyP50: from.latencyP50(values),
    latencyP99: from.latencyP99(values),
    availability: from.availability(values),
  };
}
