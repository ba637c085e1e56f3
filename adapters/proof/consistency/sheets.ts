import { formatQuantity } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { type ConsistencyCheck, type Disagreement, letters, lettersOf, missing } from './check.ts';
import { readCsv, type CsvRow } from './csv.ts';

const cents = (text: string): number => Math.round(Number(text) * 100);

/** Rows by the name of their column; a row with another number of cells is a fault. */
function table(content: string): {
  rows: readonly { line: number; at: (column: string) => string }[];
  faults: readonly Disagreement[];
} {
  const [head, ...rows] = readCsv(content) as [CsvRow?, ...CsvRow[]];
  if (!head) return { rows: [], faults: [{ message: 'the file is empty' }] };
  const odd = rows.filter(({ cells }) => cells.length !== head.cells.length);
  return {
    rows: rows.map(({ line, cells }) => ({ line, at: (column) => cells[head.cells.indexOf(column)] ?? '' })),
    faults: odd.map(({ line, cells }) => ({ message: `${cells.length} cells under ${head.cells.length} headings`, line })),
  };
}

const COLUMNS = [
  ['lowUsdPerMonth', 'low'],
  ['likelyUsdPerMonth', 'likely'],
  ['highUsdPerMonth', 'high'],
] as const;

/** Every line is the figure it names, the lines add up to the total to the cent, and the total is the bill of the model. */
export const costSheet: ConsistencyCheck = {
  claim: 'its lines are the figures of the model and add up to the cent',
  applies: (path) => path === 'operate/cost.csv',
  compare({ content }, { figures }) {
    const known = new Map(figures.map((figure) => [figure.id, figure]));
    const { rows, faults } = table(content);
    const lines = rows.filter(({ at }) => at('component') !== 'total');
    const total = rows.find(({ at }) => at('component') === 'total');
    const found: Disagreement[] = [...faults];
    if (!total) found.push({ message: 'there is no row of totals' });
    for (const { line, at } of rows) {
      const id = at('figure');
      const figure = known.get(id);
      if (id !== '' && !figure) found.push({ message: `the model has no figure ${id}`, line });
      for (const [column, bound] of COLUMNS) {
        const said = cents(at(column));
        if (!Number.isFinite(said))
          found.push({ message: `${column} is ${JSON.stringify(at(column))}, which is no amount`, line });
        // The largest remainders are rounded up so that the sum holds: a line may be a cent away, the total half a cent.
        else if (figure && Math.abs(said - figure[bound] * 100) > 1.001)
          found.push({ message: `${id} is ${at(column)} here and ${figure[bound].toFixed(2)} in the model (${column})`, line });
      }
    }
    if (total)
      for (const [column] of COLUMNS) {
        const sum = lines.reduce((all, { at }) => all + cents(at(column)), 0);
        if (sum !== cents(total.at(column)))
          found.push({
            message: `the lines of ${column} add up to ${(sum / 100).toFixed(2)}, the total says ${total.at(column)}`,
            line: total.line,
          });
      }
    return { compared: rows.length * COLUMNS.length, faults: found };
  },
};

/** Every quantity has the value, unit and bounds of its figure. */
export const capacitySheet: ConsistencyCheck = {
  claim: 'its quantities are the figures of the model',
  applies: (path) => path === 'operate/capacity.csv',
  compare({ content }, { figures }) {
    const known = new Map(figures.map((figure) => [figure.id, figure]));
    const { rows, faults } = table(content);
    const found = rows.flatMap(({ line, at }): Disagreement[] => {
      const figure = known.get(at('figure'));
      if (!figure) return [{ message: `the model has no figure ${at('figure')}`, line }];
      if (at('unit') !== figure.unit)
        return [{ message: `${figure.id} is in ${at('unit')} here and in ${figure.unit} in the model`, line }];
      return (['low', 'likely', 'high'] as const).flatMap((bound) =>
        at(bound) === ''
          ? []
          : Number(at(bound)) === figure[bound]
            ? []
            : [{ message: `${bound} of ${figure.id} is ${at(bound)} here and ${figure[bound]} in the model`, line }],
      );
    });
    return { compared: rows.length * 4, faults: [...faults, ...found] };
  },
};

const SPOKEN = /([^|\n]*?)\s`([^`\s|]{1,200})`/g;
/** What the last words before an id must be for it to be a citation of that figure. */
const UNIT_WORD =
  /(?:\d|unbounded)\S*(?:\s(?:%|×|ms|s|min|h|hours?|days?|years?|µs|[kMGTPE]?B(?:\/\S+)?|(?:million|billion|trillion)(?:\/\S+)?))?(?: \([^()]*\))?$/;

const DATE = /\d{4}-\d{2}-\d{2}$/;

/** `23.1/s` followed by a figure's id in code font: the value must be that figure's. */
export function citations(
  content: string,
  { figures }: Pick<Design, 'figures'>,
): { compared: number; faults: readonly Disagreement[] } {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const faults: Disagreement[] = [];
  let compared = 0;
  content.split('\n').forEach((line, at) => {
    for (const [, before = '', id = ''] of line.matchAll(SPOKEN)) {
      const figure = known.get(id);
      const said = UNIT_WORD.exec(before)?.[0].replace(/ \([^()]*\)$/, '');
      if (!figure || said === undefined || DATE.test(said)) continue;
      compared += 1;
      // Assumptions give the bounds right before the id, tables the likely value.
      const values = [figure.likely, figure.low, figure.high].map((value) => formatQuantity(value, figure.unit));
      const percent = figure.unit === 'ratio' && figure.likely > 0.9;
      if (!percent && !values.some((value) => before.replace(/ \([^()]*\)$/, '').endsWith(value)))
        faults.push({ message: `${said} is said to be ${id}, which is ${values[0]} in the model`, line: at + 1 });
    }
  });
  return { compared, faults };
}

/** Every value with an id beside it is the value of that figure. */
export const citedValues: ConsistencyCheck = {
  claim: 'every value with an id beside it is that figure',
  applies: (path) => path.endsWith('.md') && !path.startsWith('database/'),
  compare: ({ content }, design) => citations(content, design),
};

const covers = (
  path: string,
  claim: string,
  wanted: (design: Design) => readonly (readonly [what: string, text: string])[],
): ConsistencyCheck => ({
  claim,
  applies: (one) => one === path,
  compare({ content }, design) {
    const list = wanted(design)
      .map(([what, text]) => [what, ` ${letters(text)} `] as const)
      .filter(([, text]) => text.trim() !== '');
    return { compared: list.length, faults: missing(` ${lettersOf(content)} `, list) };
  },
});

/** Sheets that must speak of every part, flow or store. */
export const coverage: readonly ConsistencyCheck[] = [
  covers(
    'operate/threat-model.md',
    'every data flow and trust boundary is covered',
    ({ architecture: { connections, components, boundaries } }) => {
      const names = new Map(components.map(({ id, name }) => [id, name]));
      return [
        ...connections.map(
          ({ id, from, to }) => [`the flow ${id}`, `${names.get(from) ?? from} ${names.get(to) ?? to}`] as const,
        ),
        ...boundaries.map(({ id, name }) => [`the boundary ${id}`, name] as const),
      ];
    },
  ),
  covers('operate/failure-modes.md', 'every component is covered', ({ architecture: { components } }) =>
    components.map(({ id, name }) => [`the component ${id}`, name] as const),
  ),
  covers('operate/recovery-plan.md', 'every store is covered', ({ architecture: { components } }) =>
    components
      .filter(({ kind }) => ['database', 'object-store', 'queue', 'stream', 'search'].includes(kind))
      .map(({ id, name }) => [`the store ${id}`, name] as const),
  ),
  covers('operate/compliance.md', 'every entity with personal data is covered', ({ architecture: { entities } }) =>
    entities
      .filter(({ classification }) => ['pii', 'phi', 'card'].includes(classification))
      .map(({ id, table: name }) => [`the entity ${id}`, name] as const),
  ),
];
