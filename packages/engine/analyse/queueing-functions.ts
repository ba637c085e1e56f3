import { defineFunction } from '@archwright/kernel';
import { mmc, pathPercentiles, waitPercentile } from '@archwright/simulation';

/**
 * Queueing formulas callable in figures. A station is given by its mean service time, servers and use, which is how plans are
 * made: use never reaches one, where the wait would have no value.
 */
const station = (serviceTime: number, servers: number, utilisation: number) => {
  const whole = Math.max(1, Math.floor(servers + 1e-9));
  return { serviceTime, servers: whole, arrivalRate: serviceTime > 0 ? (utilisation * whole) / serviceTime : 0 };
};
const takes = ['s', 'count', 'ratio'] as const;
const wait =
  (share: number) =>
  (service: number, servers: number, utilisation: number): number =>
    waitPercentile(station(service, servers, utilisation), share);

// More use and slower service wait longer and more servers shorter; of a plan all three move together, so ends are taken with ends.
defineFunction('waitP50', { arity: 3, apply: wait(0.5), dimension: { takes, gives: 's' }, increasing: true });
defineFunction('waitP99', { arity: 3, apply: wait(0.99), dimension: { takes, gives: 's' }, increasing: true });
defineFunction('waitShare', {
  arity: 2,
  apply: (servers, utilisation) => mmc(station(1, servers, utilisation)).waitProbability,
  dimension: { takes: ['count', 'ratio'], gives: 'ratio' },
  increasing: true,
});

/** Pairs of p50 and p99 of parts that follow each other. */
const path = (pick: 'p50' | 'p95' | 'p99') => ({
  arity: 'many' as const,
  apply: (...values: number[]): number =>
    pathPercentiles(values.flatMap((p50, at) => (at % 2 === 0 ? [{ p50, p99: Math.max(p50, values[at + 1] ?? 0) }] : [])))[pick],
  dimension: { takes: ['s'], gives: 's' },
  increasing: true,
});
defineFunction('pathP50', path('p50'));
defineFunction('pathP95', path('p95'));
defineFunction('pathP99', path('p99'));
