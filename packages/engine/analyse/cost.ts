import type { CostItem } from '@archwright/model';
import { shorthand } from '../workload/shorthand.ts';
import type { Synthesis } from '../synthesise/synthesis.ts';

/** The bill by component and dimension, from the same lines the search added up. */
export function costSheet({ decided, workload, book }: Synthesis): readonly CostItem[] {
  const items = decided.ledger.options.flatMap(({ option, costs }) =>
    costs
      .filter(({ figure }) => figure.high > 0)
      .map(({ label, dimension, figure }): CostItem => ({
        component: option.decision,
        option: option.id,
        label,
        dimension,
        figure: figure.id,
      })),
  );
  const fees = workload.fees.map(({ external, name, monthly }): CostItem => ({
    component: external,
    option: external,
    label: name,
    dimension: 'provider fees',
    figure: monthly.id,
  }));
  const main = workload.operations.find(({ stated }) => stated) ?? workload.operations[0];
  if (main && main.mean.likely > 0) {
    shorthand(book).compute(
      'cost.per-thousand',
      `infrastructure for a thousand of: ${main.definition.summary.toLowerCase()}`,
      'USD',
      'monthly * 1000 / (rate * perMonth)',
      { monthly: decided.ledger.monthly, rate: main.mean, perMonth: workload.demand.secondsPerMonth },
    );
  }
  return [...items, ...fees].sort((a, b) => book.need(b.figure).likely - book.need(a.figure).likely);
}
