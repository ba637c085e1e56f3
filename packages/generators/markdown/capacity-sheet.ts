import type { Figure } from '@archwright/kernel';
import type { CapacityRow } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { bounds, originOf } from './figure-rows.ts';
import { section, table } from './page.ts';
import { quantity, type Material, type Writer } from './writer.ts';
import { inline } from './text.ts';

/** Of many rows of one shape (mean and peak of each operation), the largest few carry the argument. */
const MOST_OF_A_SHAPE = 5;
const MOST_ROWS = 60;
const FILE = 'operate/capacity.csv';

/** The chain from what the brief states to what each part must carry, every step with its formula. */
export function capacitySheet({ design, write }: Material): string {
  const rows = largestOfEachShape(design.capacity, write);
  const lines = rows.flatMap(({ label, figures }) => figures.map((id) => line(label, write.figure(id), figures.length)));
  const left = design.capacity.length - rows.length;
  return section(
    '## Capacity',
    table(['quantity', 'value', 'low to high', 'from', 'id'], lines, { rows: MOST_ROWS, file: FILE }),
    left > 0 ? `Smaller rows of the same kinds are in ${markdownCode(FILE)}.` : '',
  );
}

function line(label: string, figure: Figure, of: number): readonly string[] {
  const name = of === 1 && figure.label.length < label.length ? figure.label : of === 1 ? label : figure.label;
  return [
    inline(name),
    quantity(figure.likely, figure.unit),
    bounds(figure),
    originOf(figure),
    markdownCode(figure.id, 'cell'),
  ];
}

/** Keeps the order; a shape is the sequence of units of a row. */
function largestOfEachShape(rows: readonly CapacityRow[], write: Writer): readonly CapacityRow[] {
  const size = ({ figures }: CapacityRow): number => write.figure(figures.at(-1)!).likely;
  const shapes = new Map<string, CapacityRow[]>();
  for (const row of rows) {
    if (row.figures.length === 0) continue;
    const shape = row.figures.map((id) => write.figure(id).unit).join();
    shapes.set(shape, [...(shapes.get(shape) ?? []), row]);
  }
  const kept = new Set(
    [...shapes].flatMap(([shape, same]) =>
      shape.includes(',') ? same.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_OF_A_SHAPE) : same,
    ),
  );
  return rows.filter((row) => kept.has(row));
}
