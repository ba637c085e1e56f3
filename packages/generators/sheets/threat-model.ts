import type { Design } from '@archwright/model';
import { page, section, table } from '../markdown/page.ts';
import { boundaryTable, threatTable } from '../markdown/risks-and-mitigations.ts';
import { inline } from '../markdown/text.ts';
import { type Writer, writer } from '../markdown/writer.ts';

const SENSITIVE: ReadonlySet<string> = new Set(['pii', 'phi', 'card', 'secret']);

/** `operate/threat-model.md`: boundaries, the flows that cross them, what is worth stealing, and every threat with its control. */
export function threatModel(design: Design): string {
  const write = writer(design);
  return page(
    `# Threat model of ${inline(design.title)}`,
    section('## Trust boundaries', boundaryTable(design)),
    section('## Flows across a boundary', crossings(design, write)),
    section('## What is worth stealing', assets(design)),
    section('## Threats', threatTable(design, write)),
  );
}

function crossings({ architecture }: Design, write: Writer): string {
  const boundary = new Map(architecture.components.map((component) => [component.id, component.boundary]));
  const names = new Map(architecture.boundaries.map(({ id, name }) => [id, name]));
  const name = (component: string): string => inline(names.get(boundary.get(component) ?? '') ?? '');
  const rows = architecture.connections
    .filter(({ from, to }) => boundary.get(from) !== boundary.get(to))
    .map(({ from, to, purpose, protocol, authentication, carries }) => [
      `${write.component(from)} → ${write.component(to)}`,
      `${name(from)} → ${name(to)}`,
      inline(purpose),
      inline(protocol),
      inline(authentication),
      carries,
    ]);
  return table(['flow', 'boundary', 'purpose', 'protocol', 'authentication', 'carries'], rows);
}

/** Tables with anything above internal, and the columns that make them so. */
function assets({ architecture }: Design): string {
  const rows = architecture.entities.flatMap((entity) => {
    const columns = entity.fields.filter(({ classification }) => SENSITIVE.has(classification ?? ''));
    if (!SENSITIVE.has(entity.classification) && columns.length === 0) return [];
    return [
      [
        inline(entity.table),
        entity.classification,
        columns.map(({ name, classification }) => `${inline(name)} (${classification})`).join(', '),
      ],
    ];
  });
  return table(['table', 'class', 'columns'], rows);
}
