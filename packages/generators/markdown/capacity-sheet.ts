import type { Figure } from '@archwright/kernel';
import type { CapacityRow } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { ancestorsOf } from './figure-graph.ts';
import { bounds, originOf } from './figure-rows.ts';
import { section, table } from './page.ts';
import { inline } from './text.ts';
import { quantity, type Material, type Writer } from './writer.ts';

/** Of many rows of one shape (mean and peak of each operation), the largest few carry the argument. */
const MOST_OF_A_SHAPE = 5;
const MOST_ROWS = 60;
const FILE = 'operate/capacity.csv';

/**
 * The chain from what the brief states to what each part must carry, every step with its formula.
 *
 * @param about - figures the reader asked about: rows that do not lead to them are left out
 */
export function capacitySheet({ design, write }: Material, about?: readonly string[]): string {
  const asked = about === undefined || about.length === 0 ? undefined : ancestorsOf(about, write);
  const rows = asked ? design.capacity.filter(({ figures }) => figures.some((id) => asked.has(id))) : design.capacity;
  const lines = new Map<string, readonly string[]>();
  for (const { label, figures, of } of telling(rows, write))
    for (const id of figures) if (!lines.has(id)) lines.set(id, line(label, write.figure(id), of));
  const all = new Set(design.capacity.flatMap(({ figures }) => figures));
  const shown = [...lines.values()].slice(0, MOST_ROWS);
  return section(
    '## Capacity',
    table(['quantity', 'value', 'low to high', 'from', 'id'], shown),
    shown.length < all.size ? `Every quantity of the design is in ${markdownCode(FILE)}.` : '',
  );
}

/** A row of several figures is named by each figure, a row of one by the shorter of the two names. */
function line(label: string, figure: Figure, of: number): readonly string[] {
  const name = of === 1 && label.length <= figure.label.length ? label : figure.label;
  return [inline(name), quantity(figure.likely, figure.unit), bounds(figure), originOf(figure), markdownCode(figure.id, 'cell')];
}

function groupBy(rows: readonly CapacityRow[], key: (row: CapacityRow) => string): ReadonlyMap<string, readonly CapacityRow[]> {
  const groups = new Map<string, CapacityRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

interface Told {
  readonly label: string;
  readonly figures: readonly string[];
  /** Figures of the whole row. */
  readonly of: number;
}

/**
 * In the given order; a shape is the sequence of units of a row. Where many rows share one, only the largest stay, with
 * their last figure: the peak of an operation, the bytes of an entity.
 */
function telling(rows: readonly CapacityRow[], write: Writer): readonly Told[] {
  const full = rows.filter(({ figures }) => figures.length > 0);
  const shapeOf = ({ figures }: CapacityRow): string => figures.map((id) => write.figure(id).unit).join();
  const shapes = groupBy(full, shapeOf);
  const size = ({ figures }: CapacityRow): number => write.figure(figures.at(-1)!).likely;
  const largest = new Map(
    [...shapes].map(([shape, same]) => [shape, new Set(same.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_OF_A_SHAPE))]),
  );
  return full.flatMap((row): readonly Told[] => {
    const { label, figures } = row;
    const shape = shapeOf(row);
    const crowded = figures.length > 1 && shapes.get(shape)!.length > MOST_OF_A_SHAPE;
    if (crowded && !largest.get(shape)!.has(row)) return [];
    return [{ label, figures: crowded ? figures.slice(-1) : figures, of: figures.length }];
  });
}
