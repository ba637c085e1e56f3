import { formatNumber } from '@archwright/kernel';
import type { Decision, Design, FlipPoint } from '@archwright/model';
import { stepPrice } from './migration-list.ts';
import { quantity } from './writer.ts';

/** `above 4.2 × today’s load`, `at a team of 22`: where another option wins. */
export function flipPlace({ axis, at }: FlipPoint): string {
  if (axis === 'team') return `at a team of ${formatNumber(at)}`;
  if (axis === 'budget') return `at a budget of ${quantity(at, 'USD/month')}`;
  if (axis === 'latency') return `at a p99 target of ${quantity(at, 's')}`;
  return at > 1 ? `above ${quantity(at, 'ratio')} today’s load` : `below ${quantity(at, 'ratio')} of today’s load`;
}

/** `in 93 % of 200 draws`. */
export const holdsIn = ({ share, draws }: NonNullable<Decision['robustness']>): string =>
  `in ${quantity(share, 'ratio')} of ${formatNumber(draws)} draws`;

/** `1.11 × today`: a stage of the roadmap on the load axis. */
export const stageFactor = (factor: number): string => `${formatNumber(Number(factor.toPrecision(3)))} ×`;

/** `99.9 % over 30 days`. */
export const objective = (share: number, windowDays: number): string =>
  `${quantity(share, 'ratio')} over ${formatNumber(windowDays)} days`;

/** `60/min`. */
export const limitPerMinute = (calls: number): string => `${formatNumber(calls)}/min`;

/**
 * Every number of a design that is not a figure and that the answer may print, in the words it prints: costs of options,
 * flip points, shares of draws, stages, objectives, and figures close to one with all their digits. The gate adds them to
 * what it knows.
 */
export function spokenQuantities(design: Design): readonly string[] {
  const { slos, connections, api } = design.architecture;
  return [
    ...design.decisions.flatMap(({ options, runnerUp, robustness, flips }) => [
      ...options.flatMap(({ totalCost, monthlyCost }) => [
        ...(totalCost === undefined ? [] : [quantity(totalCost, 'USD')]),
        ...(monthlyCost === undefined ? [] : [quantity(monthlyCost, 'USD/month')]),
      ]),
      ...(runnerUp ? [quantity(Math.abs(runnerUp.extraCost), 'USD')] : []),
      ...(robustness ? [holdsIn(robustness)] : []),
      ...flips.map(flipPlace),
    ]),
    ...design.roadmap.flatMap(({ factor, monthlyCost, monthlyCostBefore, migration }) => [
      ...migration.map(stepPrice),
      stageFactor(factor),
      quantity(monthlyCost, 'USD/month'),
      quantity(monthlyCostBefore, 'USD/month'),
    ]),
    ...slos.map((slo) => objective(slo.objective, slo.windowDays)),
    ...connections.flatMap(({ timeoutMs }) => (timeoutMs === undefined ? [] : [quantity(timeoutMs / 1000, 's')])),
    ...api.operations.map(({ rateLimitPerMinute }) => limitPerMinute(rateLimitPerMinute)),
    ...design.figures.flatMap(({ low, likely, high, unit }) =>
      unit === 'ratio' ? [low, likely, high].map((value) => quantity(value, unit)) : [],
    ),
  ];
}
