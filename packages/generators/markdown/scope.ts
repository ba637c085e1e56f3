import { section, stack, table } from './page.ts';
import { inline, sentence } from './text.ts';
import type { Material } from './writer.ts';

/** How large it is taken to be and why, and where another size gives another design: what a reader must know before the parts. */
export function scope({ design, write }: Material): string {
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
    stack(
      ...elsewhere.map(({ load, changes }) => sentence(`${load.replace(/^./, (letter) => letter.toUpperCase())}: ${changes}`)),
    ),
  );
}
