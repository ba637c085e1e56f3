import type { Figure } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { formulaOver } from '../markdown/figure-rows.ts';
import { centsThatAddUp, csv } from './csv.ts';

const HEAD = [
  'component',
  'option',
  'line',
  'dimension',
  'lowUsdPerMonth',
  'likelyUsdPerMonth',
  'highUsdPerMonth',
  'figure',
  'formula',
  'source',
];

/** The bill line by line; the last row is the total, and the cents of the lines above add up to it in each column. */
export function costCsv({ costs, figures }: Design): string {
  const { figure } = lookup({ figures });
  const lines = costs.map((item) => ({ item, figure: figure(item.figure) }));
  const column = (pick: 'low' | 'likely' | 'high'): readonly number[] => centsThatAddUp(lines.map((line) => line.figure[pick]));
  const columns = [column('low'), column('likely'), column('high')];
  const dollars = (cents: number): string => (cents / 100).toFixed(2);
  const rows = lines.map(({ item, figure: found }, row) => [
    item.component,
    item.option,
    item.label,
    item.dimension,
    ...columns.map((cents) => dollars(cents[row]!)),
    found.id,
    formulaOver(found),
    sourceText(found),
  ]);
  const totals = columns.map((cents) => dollars(cents.reduce((sum, one) => sum + one, 0)));
  return csv(HEAD, [
    ...rows,
    [
      'total',
      '',
      'all lines',
      '',
      ...totals,
      figures.some(({ id }) => id === 'cost.infrastructure') ? 'cost.infrastructure' : '',
      '',
      '',
    ],
  ]);
}

/** Who says so and when; for what nobody says, our reason. */
export const sourceText = ({ source, reason, at }: Figure): string =>
  source ? [source.title, source.url ?? '', source.asOf].filter((part) => part !== '').join(', ') : (at?.quote ?? reason ?? '');
