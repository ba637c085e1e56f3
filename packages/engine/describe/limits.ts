import { formatQuantity } from '@archwright/kernel';
import type { Decision } from '@archwright/model';
import type { Decided } from '../decide/decide.ts';

/** What the design cannot do, from what each weighty choice gives up. */
export const statedLimits = (decisions: readonly Decision[]): readonly string[] =>
  decisions
    .filter(
      ({ id, gives }) =>
        ['pattern', 'region', 'primary-store', 'append-store', 'queue', 'compute', 'cache'].includes(id) && gives.length > 0,
    )
    .map(({ title, chosenName, gives }) => `${title} (${chosenName}): ${gives}`);

/** Parts that fashion would add here, with their price: feasible, heavier, and dearer. */
export function overEngineering(decisions: readonly Decision[], decided: Decided): readonly string[] {
  const parts = new Map(decided.space.points.flatMap(({ options }) => options.map(({ option }) => [option.id, option.parts])));
  return decisions
    .flatMap(({ chosen, options }) => {
      const heavier = options.filter(
        ({ id, verdict }) => verdict === 'feasible' && (parts.get(id) ?? 0) > (parts.get(chosen) ?? 0),
      );
      const dearest = heavier
        .filter(({ totalCost }) => totalCost! - decided.best.total > decided.best.total * 0.02)
        .sort((a, b) => b.totalCost! - a.totalCost!)[0];
      return dearest
        ? [
            {
              text: `${dearest.name}: ${formatQuantity(dearest.totalCost! - decided.best.total, 'USD')} more over the horizon`,
              extra: dearest.totalCost!,
            },
          ]
        : [];
    })
    .sort((a, b) => b.extra - a.extra)
    .slice(0, 6)
    .map(({ text }) => text);
}
