import { type Leniency, LENIENCIES } from './expectations.ts';
import type { Posed } from './pose-problem.ts';

/**
 * What is stated stands. What is only expected gives way, step by step, where no design meets both.
 *
 * @param design - `undefined` where the problem has no design
 * @returns the first problem that has a design, else the most lenient one
 */
export function leniently<Found>(
  pose: (leniency: Leniency) => Posed,
  design: (posed: Posed) => Found | undefined,
): { readonly posed: Posed; readonly found: Found | undefined } {
  for (let step = 0; ; step += 1) {
    const posed = pose(LENIENCIES[step]!);
    const found = design(posed);
    const expects = (...names: readonly (keyof Posed['limits'])[]): boolean =>
      names.some((name) => posed.limits[name]?.origin === 'assumed');
    if (found || step === LENIENCIES.length - 1 || !expects('availability', 'rpo', 'rto')) return { posed, found };
    // Without an expectation to leave out, the next step is this one.
    if (step === 0 && !expects('rpo', 'rto')) step += 1;
  }
}
