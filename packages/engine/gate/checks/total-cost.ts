import { formatQuantity } from '@archwright/kernel';
import { type Check, failed, passed } from '../check.ts';

/** B10: infrastructure, operations and development time; the sheet adds up to the total, to the cent. */
export const totalCost: Check = {
  id: 'total-cost',
  title: 'Total cost of ownership is computed and adds up',
  run({ design }) {
    const value = (id: string) => design.figures.find((figure) => figure.id === id);
    const [total, monthly] = [value('cost.total'), value('cost.infrastructure')];
    if (!total || !monthly) return failed('no total cost of ownership');
    const items = design.costs.reduce((sum, { figure }) => sum + (value(figure)?.likely ?? 0), 0);
    return Math.abs(items - monthly.likely) < 0.005
      ? passed(
          `${formatQuantity(total.likely, total.unit)} over the horizon; ${design.costs.length} lines add up to ${formatQuantity(monthly.likely, monthly.unit)}`,
        )
      : failed(
          `the lines add up to ${formatQuantity(items, 'USD/month')}, the total says ${formatQuantity(monthly.likely, monthly.unit)}`,
        );
  },
};
