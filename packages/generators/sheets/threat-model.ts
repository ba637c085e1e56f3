import type { Connection, Design, Threat } from '@archwright/model';
import { page, section, table } from '../markdown/page.ts';
import { boundaryTable } from '../markdown/risks-and-mitigations.ts';
import { inline } from '../markdown/text.ts';
import { type Writer, writer } from '../markdown/writer.ts';

const SENSITIVE: ReadonlySet<string> = new Set(['pii', 'phi', 'card', 'secret']);

/** `operate/threat-model.md`: boundaries, every data flow with STRIDE, what is worth stealing, and every threat with its control. */
export function threatModel(design: Design): string {
  const write = writer(design);
  return page(
    `# Threat model of ${inline(design.title)}`,
    section('## Trust boundaries', boundaryTable(design)),
    section(
      '## Data flows',
      crossings(design, write),
      'Numbers are threats by STRIDE: spoofing, tampering, repudiation, information disclosure, denial of service, elevation of privilege.',
    ),
    section('## What is worth stealing', assets(design)),
    section('## Threats by flow', ...design.architecture.connections.map((connection) => threatsOf(connection, design, write))),
    section('## OWASP API Security Top 10 2023', topTen(design)),
  );
}

const STRIDE: readonly (readonly [letter: string, category: Threat['category']])[] = [
  ['S', 'spoofing'],
  ['T', 'tampering'],
  ['R', 'repudiation'],
  ['I', 'information-disclosure'],
  ['D', 'denial-of-service'],
  ['E', 'elevation-of-privilege'],
];

function threatsOf(connection: Connection, design: Design, write: Writer): string {
  const rows = STRIDE.flatMap(([, category]) =>
    design.threats
      .filter((threat) => threat.flow === connection.id && threat.category === category)
      .map(({ threat, control, owasp, asvs }) => [
        category.replaceAll('-', ' '),
        inline(threat),
        inline(control),
        inline(owasp),
        inline(asvs),
      ]),
  );
  return section(
    `### ${write.component(connection.from)} → ${write.component(connection.to)}`,
    table(['STRIDE', 'threat', 'control', 'OWASP API', 'ASVS'], rows),
  );
}

/** @source https://owasp.org/API-Security/editions/2023/en/0x11-t10/ */
const TOP_TEN: readonly (readonly [row: string, otherwise: string])[] = [
  ['API1:2023 Broken Object Level Authorization', 'no arrow of this design reads rows for a caller'],
  ['API2:2023 Broken Authentication', 'no arrow of this design carries a credential of a caller'],
  ['API3:2023 Broken Object Property Level Authorization', 'no arrow of this design takes a body from a caller'],
  ['API4:2023 Unrestricted Resource Consumption', 'no arrow of this design can be flooded'],
  [
    'API5:2023 Broken Function Level Authorization',
    'no gateway stands before the code: scopes are checked per operation in the contract',
  ],
  ['API6:2023 Unrestricted Access to Sensitive Business Flows', 'no message is consumed; limits by caller stand in the contract'],
  ['API7:2023 Server Side Request Forgery', 'the design calls no address outside'],
  ['API8:2023 Security Misconfiguration', 'no store or gateway to misconfigure'],
  [
    'API9:2023 Improper Inventory Management',
    'every operation is in `api/openapi.yaml`; what is not there is not routed, and versions end on a date',
  ],
  ['API10:2023 Unsafe Consumption of APIs', 'the design consumes no other API'],
];

/** Each row with the threats that answer it, or why none does. */
function topTen({ threats }: Design): string {
  const rows = TOP_TEN.map(([row, otherwise]) => {
    const own = threats.filter(({ owasp }) => owasp.startsWith(row.split(' ')[0]!));
    return [
      row,
      String(own.length),
      own.length === 0
        ? otherwise
        : [...new Set(own.map(({ control }) => inline(control.split(/[;,]/)[0]!)))].slice(0, 4).join('; '),
    ];
  });
  return table(['row', 'threats', 'answered by'], rows);
}

function crossings({ architecture, threats }: Design, write: Writer): string {
  const boundary = new Map(architecture.components.map((component) => [component.id, component.boundary]));
  const names = new Map(architecture.boundaries.map(({ id, name }) => [id, name]));
  const name = (component: string): string => inline(names.get(boundary.get(component) ?? '') ?? '');
  const count = (flow: string, category: Threat['category']): string =>
    String(threats.filter((threat) => threat.flow === flow && threat.category === category).length || '');
  const rows = architecture.connections.map(({ id, from, to, purpose, protocol, authentication, carries }) => [
    `${write.component(from)} → ${write.component(to)}`,
    boundary.get(from) === boundary.get(to) ? `inside ${name(from)}` : `${name(from)} → ${name(to)}`,
    inline(purpose),
    inline(protocol),
    inline(authentication),
    carries,
    ...STRIDE.map(([, category]) => count(id, category)),
  ]);
  return table(
    ['flow', 'boundary', 'purpose', 'protocol', 'authentication', 'carries', ...STRIDE.map(([letter]) => letter)],
    rows,
  );
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
