import type { Design, Risk, Threat } from '@archwright/model';
import { section, stack, table } from './page.ts';
import type { Material, Writer } from './writer.ts';
import { inline, link, sourceLink } from './text.ts';

const MOST_RISKS = 10;
const MOST_THREATS = 14;
const MOST_CONTROLS = 14;

/** Deliverable 6: what fails, how it shows and recovers; who attacks and what answers; what the law asks. */
export const risksAndMitigations = ({ design, write }: Material): string =>
  section(
    '## 6. Risks and mitigations',
    section('### Failures', failureTable(design.risks, write, { rows: MOST_RISKS, file: 'operate/failure-modes.md' })),
    section(
      '### Threats',
      boundaryTable(design),
      threatSummary(design, write, { rows: MOST_THREATS, file: 'operate/threat-model.md' }),
    ),
    section('### Compliance', complianceTable(design, { rows: MOST_CONTROLS, file: 'operate/compliance.md' })),
    section('### What the rules say about this design', findings(design)),
  );

type Limit = Parameters<typeof table>[2];
const WEIGHT: Readonly<Record<Risk['severity'], number>> = { critical: 0, high: 1, medium: 2, low: 3 };

/** Trigger → signal → effect → by itself → by a person, the most severe first. */
export function failureTable(risks: readonly Risk[], write: Writer, limit?: Limit): string {
  const rows = risks
    .toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
    .map((risk) => [
      `**${inline(risk.title)}** (${write.component(risk.component)}, ${risk.severity})`,
      inline(risk.trigger),
      inline(risk.signal),
      inline(risk.effect),
      inline(risk.mitigation),
      `${inline(risk.recovery)}${sources(risk)}`,
    ]);
  return table(['failure', 'trigger', 'first signal', 'effect', 'mitigation', 'recovery'], rows, limit);
}

/** Hosts are enough to judge a source by; the link has the rest. */
const sources = ({ sources: all }: Risk): string => {
  const links = all.flatMap((source) => {
    const host = /^https?:\/\/([^/?#\s]{1,200})/i.exec(source)?.[1];
    return host === undefined ? [] : [link(inline(host), source)];
  });
  return links.length === 0 ? '' : ` (${links.join(', ')})`;
};

/** Threats of one kind with one control are one row, told by its first place. */
function threatSummary(design: Design, write: Writer, limit: Limit): string {
  const kinds = new Map<string, Threat[]>();
  for (const threat of design.threats) {
    const key = JSON.stringify([threat.category, threat.control, threat.owasp]);
    kinds.set(key, [...(kinds.get(key) ?? []), threat]);
  }
  const rows = [...kinds.values()].map((group) => threatRow(group, design, write));
  const merged =
    rows.length < design.threats.length && rows.length <= MOST_THREATS
      ? 'Each place has its row in `operate/threat-model.md`.'
      : '';
  return stack(table(THREAT_HEAD, rows, limit), merged);
}

const THREAT_HEAD = ['STRIDE', 'where', 'threat', 'control', 'OWASP API', 'ASVS'];

function threatRow(group: readonly Threat[], design: Design, write: Writer): readonly string[] {
  const [threat] = group as [Threat, ...Threat[]];
  const others = group.length > 1 ? ` and ${group.length - 1} more` : '';
  return [
    threat.category.replaceAll('-', ' '),
    flowName(threat, design, write) + others,
    inline(threat.threat),
    inline(threat.control),
    inline(threat.owasp),
    inline(threat.asvs),
  ];
}

/** A threat stands on an arrow or on a flow. */
function flowName({ flow }: Threat, { architecture }: Design, write: Writer): string {
  const connection = architecture.connections.find(({ id }) => id === flow);
  if (connection) return `${write.component(connection.from)} → ${write.component(connection.to)}`;
  return inline(architecture.flows.find(({ id }) => id === flow)?.title ?? flow);
}

/** What holds where trust ends. */
export const boundaryTable = ({ architecture }: Design): string =>
  table(
    ['boundary', 'trust', 'to cross it'],
    architecture.boundaries.map(({ name, trust, crossing }) => [inline(name), inline(trust), inline(crossing)]),
  );

export function complianceTable({ compliance }: Design, limit?: Limit): string {
  const rows = compliance.map(({ regime, control, asks, metBy, source }) => [
    inline(regime),
    inline(control),
    inline(asks),
    inline(metBy),
    sourceLink(source),
  ]);
  return table(['regime', 'control', 'asks', 'met here by', 'source'], rows, limit);
}

function findings({ findings: all }: Design): string {
  const rows = all
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, place, message, fix }) => [
      severity,
      inline(place),
      stack(inline(message)),
      inline(fix),
      inline(rule),
    ]);
  return table(['severity', 'place', 'finding', 'fix', 'rule'], rows);
}
