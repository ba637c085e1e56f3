/** A day of load: rate(t) = base + amplitude sin(2πt/period). */
export interface DiurnalLoad {
  readonly base: number;
  readonly amplitude: number;
  readonly period: number;
}

/**
 * Mean number of requests under way over the day where none waits (infinite servers, exponential service): the concurrency
 * that instances must carry, which peaks later and lower than the rate.
 *
 * @returns mean at a time, its highest value, and the lag of that peak behind the peak of the rate
 * @source Eick, Massey and Whitt 1993: m(t) = s base + s amp (sin ωt − ωs cos ωt)/(1 + ω²s²)
 */
export function diurnalConcurrency({ base, amplitude, period }: DiurnalLoad, serviceTime: number) {
  const frequency = (2 * Math.PI) / period;
  const turn = frequency * serviceTime;
  return {
    at: (time: number): number =>
      serviceTime * base +
      (serviceTime * amplitude * (Math.sin(frequency * time) - turn * Math.cos(frequency * time))) / (1 + turn * turn),
    peak: serviceTime * base + (serviceTime * amplitude) / Math.sqrt(1 + turn * turn),
    peakLag: Math.atan(turn) / frequency,
  };
}
