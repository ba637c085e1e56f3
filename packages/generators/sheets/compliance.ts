import type { Design } from '@archwright/model';
import { page, section, table } from '../markdown/page.ts';
import { complianceTable } from '../markdown/risks-and-mitigations.ts';
import { inline } from '../markdown/text.ts';
import { type Writer, writer } from '../markdown/writer.ts';

const PERSONAL: ReadonlySet<string> = new Set(['pii', 'phi', 'card']);

/** `operate/compliance.md`: each control with where the design meets it, and the data it is about. */
export function complianceSheet(design: Design): string {
  const regimes = [...new Set(design.compliance.map(({ regime }) => regime))];
  const own = (regime: string): Design => ({ ...design, compliance: design.compliance.filter((one) => one.regime === regime) });
  return page(
    `# Compliance of ${inline(design.title)}`,
    ...regimes.map((regime) => section(`## ${inline(regime)}`, complianceTable(own(regime)))),
    section('## Personal data held', personalData(design, writer(design))),
  );
}

function personalData({ architecture }: Design, write: Writer): string {
  const rows = architecture.entities.flatMap((entity) => {
    const columns = entity.fields.filter(({ classification }) => PERSONAL.has(classification ?? ''));
    if (!PERSONAL.has(entity.classification) && columns.length === 0) return [];
    return [
      [
        inline(entity.table),
        inline(entity.purpose),
        entity.classification,
        columns.map(({ name }) => inline(name)).join(', '),
        entity.retention === undefined ? 'no limit set' : write.cite(entity.retention),
      ],
    ];
  });
  return table(['table', 'holds', 'class', 'columns', 'kept'], rows);
}
