import { markdownCode } from '../escape/markdown.ts';
import { bounds, originOf, wholeShare } from './figure-rows.ts';
import { section, stack, table } from './page.ts';
import { quantity, type Material } from './writer.ts';
import { inline } from './text.ts';

const MOST_LINES = 24;

/** Figures of the total cost of ownership, as the engine names them, in the order they add up. */
export const OWNERSHIP_FIGURES = [
  'cost.infrastructure',
  'cost.infrastructure-total',
  'hours.build',
  'hours.run',
  'cost.people',
  'cost.total',
  'cost.per-thousand',
] as const;

/** The bill line by line, dearest first, and what the design costs with the people who build and run it. */
export function costSheet(material: Material): string {
  return section('## Cost', bill(material), section('### Total cost of ownership', ownership(material)));
}

function bill({ design, write }: Material): string {
  const lines = design.costs
    .map((item) => ({ item, figure: write.figure(item.figure) }))
    .toSorted((a, b) => b.figure.likely - a.figure.likely);
  if (lines.length === 0) return '';
  const sum = (pick: 'low' | 'likely' | 'high'): number => lines.reduce((total, { figure }) => total + figure[pick], 0);
  const options = new Map(design.decisions.map(({ chosen, chosenName }) => [chosen, chosenName]));
  const rows = lines.map(({ item, figure }) => [
    `${inline(options.get(item.option) ?? item.component)}: ${inline(item.label)}`,
    quantity(figure.likely, figure.unit),
    bounds(figure),
    wholeShare(figure.likely, sum('likely')),
    originOf(figure),
    markdownCode(figure.id, 'cell'),
  ]);
  const [likely, low, high] = (['likely', 'low', 'high'] as const).map((pick) => quantity(sum(pick), 'USD/month'));
  const total = [
    '**total**',
    `**${likely}**`,
    low === high ? '' : `${low} to ${high}`,
    'all',
    '',
    design.figures.some(({ id }) => id === 'cost.infrastructure') ? '`cost.infrastructure`' : '',
  ];
  const shown = table(['line', 'a month', 'low to high', 'share', 'from', 'id'], [...rows.slice(0, MOST_LINES), total]);
  return stack(
    shown,
    rows.length > MOST_LINES ? `The total includes ${rows.length - MOST_LINES} smaller lines of \`operate/cost.csv\`.` : '',
  );
}

function ownership({ write }: Material): string {
  const rows = OWNERSHIP_FIGURES.filter(write.has).map((id) => {
    const figure = write.figure(id);
    return [
      inline(figure.label),
      quantity(figure.likely, figure.unit),
      bounds(figure),
      originOf(figure),
      markdownCode(id, 'cell'),
    ];
  });
  return table(['figure', 'value', 'low to high', 'from', 'id'], rows);
}
