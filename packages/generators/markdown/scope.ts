import { bounds, originOf } from './figure-rows.ts';
import { section, stack, table } from './page.ts';
import { inline, sentence } from './text.ts';
import { markdownCode } from '../escape/markdown.ts';
import { quantity, type Material } from './writer.ts';

/** What the brief's own numbers come to: the first thing a reader checks by hand. */
export function workedOut({ design, write }: Material): string {
  const found = (design.scope?.worked ?? []).filter(write.has).map(write.figure);
  return table(
    ['worked out from the brief', 'value', 'low to high', 'from', 'id'],
    found.map((figure) => [
      inline(figure.label),
      quantity(figure.likely, figure.unit),
      bounds(figure),
      originOf(figure),
      markdownCode(figure.id, 'cell'),
    ]),
  );
}

/** How large it is taken to be and why, and where another size gives another design: what a reader must know before the parts. */
export function scope(material: Material): string {
  const { design, write } = material;
  if (!design.scope) return '';
  const { scale, assumed, elsewhere } = design.scope;
  const rows = scale.map(({ statement, reason, figure }) => [
    `${inline(statement)}${figure === undefined || !write.has(figure) ? '' : ` \`${figure}\``}`,
    inline(reason),
  ]);
  return section(
    '## Scale',
    assumed ? 'The brief gives no scale. This is designed for the following, and every rate below follows from it:' : '',
    table(['sized for', 'because'], rows),
    workedOut(material),
    stack(
      ...elsewhere.map(({ load, changes }) => sentence(`${load.replace(/^./, (letter) => letter.toUpperCase())}: ${changes}`)),
    ),
  );
}
