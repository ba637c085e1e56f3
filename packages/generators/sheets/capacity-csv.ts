import type { Design } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { formulaOver } from '../markdown/figure-rows.ts';
import { sourceText } from './cost-csv.ts';
import { csv } from './csv.ts';

const HEAD = ['quantity', 'figure', 'label', 'unit', 'low', 'likely', 'high', 'origin', 'formula', 'source'];

/** Every figure of the capacity chain with its derivation, values in base units, unrounded. */
export function capacityCsv({ capacity, figures }: Design): string {
  const { figure } = lookup({ figures });
  const rows = capacity.flatMap(({ label, figures: ids }) =>
    ids.map((id) => {
      const found = figure(id);
      return [
        label,
        id,
        found.label,
        found.unit,
        found.low,
        found.likely,
        found.high,
        found.origin,
        formulaOver(found),
        sourceText(found),
      ];
    }),
  );
  return csv(HEAD, rows);
}
