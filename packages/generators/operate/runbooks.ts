import { formatQuantity } from '@archwright/kernel';
import type { Artefact, Design, Risk } from '@archwright/model';
import { markdownCell, markdownCode, markdownInline, markdownTable } from '../escape/markdown.ts';
import { lookup } from '../figure-lookup.ts';
import type { Alert } from './alert.ts';
import { alertsOf } from './alerts.ts';
import { type Lines, markdownFile } from './files.ts';
import { headroomOf } from './headroom.ts';
import { promNumber } from './promql.ts';
import { requiredBuckets, SIGNALS } from './signals.ts';

/** `operate/runbooks.md`: a section for every alert, the risks they belong to, and the signals that must exist. */
export function runbooksFile(design: Design): Artefact {
  const alerts = alertsOf(design);
  return markdownFile('operate/runbooks.md', 'Runbooks, one section an alert', [
    `# Runbooks: ${markdownInline(design.title)}`,
    '',
    'Every alert of `operate/alerts.yaml` links to its section here. `page` means now, `ticket` means this week.',
    '',
    markdownTable(
      ['alert', 'severity', 'what it says'],
      alerts.map((alert) => [`[${alert.name}](#${alert.name.toLowerCase()})`, alert.severity, markdownCell(alert.summary)]),
    ),
    '',
    ...alerts.flatMap((alert) => section(alert, design.risks)),
    ...riskSections(design),
    ...signalSection(design),
  ]);
}

function section(alert: Alert, risks: readonly Risk[]): Lines {
  const related = risks.filter(({ component }) => alert.components.includes(component));
  return [
    `## ${alert.name}`,
    '',
    `${alert.severity === 'page' ? '**Page.**' : '**Ticket.**'} ${markdownInline(alert.summary)}`,
    '',
    markdownInline(alert.meaning),
    '',
    'Look first at:',
    '',
    ...alert.look.map((step, index) => `${index + 1}. ${steps(step)}`),
    '',
    'Then:',
    '',
    ...alert.actions.map((action) => `- ${steps(action)}`),
    '',
    ...(related.length > 0
      ? [
          `Known risks behind it: ${related.map(({ id, title }) => `[${markdownInline(title)}](#${riskAnchor(id)})`).join(', ')}.`,
          '',
        ]
      : []),
  ];
}

/** Our own sentences may hold `code`; the rest of the text is taken literally. */
const steps = (text: string): string =>
  text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : markdownInline(part) && spaced(part)))
    .join('');
const spaced = (part: string): string => `${/^\s/.test(part) ? ' ' : ''}${markdownInline(part)}${/\s$/.test(part) ? ' ' : ''}`;

const riskAnchor = (id: string): string => `risk-${id.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}`;

const riskSections = ({ risks }: Design): Lines =>
  risks.length === 0
    ? []
    : [
        '## Known risks',
        '',
        ...risks.flatMap((risk) => [
          `<a id="${riskAnchor(risk.id)}"></a>`,
          '',
          `### ${markdownInline(risk.title)}`,
          '',
          `- Trigger: ${markdownInline(risk.trigger)}`,
          `- Effect: ${markdownInline(risk.effect)} (${risk.severity})`,
          `- Shows as: ${markdownInline(risk.signal)}`,
          `- Prevented by: ${markdownInline(risk.mitigation)}`,
          `- Recovery: ${markdownInline(risk.recovery)}`,
          '',
        ]),
      ];

function signalSection(design: Design): Lines {
  const buckets = (kind: 'latency' | 'freshness') => requiredBuckets(design, kind).map(promNumber).join(', ') || 'none required';
  const { value, figure } = headroomOf(design);
  const { text } = lookup(design);
  return [
    '## Signals',
    '',
    'The alerts, the dashboard and the load test read these series. A part that does not send them is not watched.',
    '',
    markdownTable(
      ['series', 'labels', 'meaning', 'sent by'],
      Object.values(SIGNALS).map(({ name, labels, meaning, from }) => [
        `\`${name}\``,
        labels.map((label) => `\`${label}\``).join(', '),
        markdownCell(meaning),
        markdownCell(from),
      ]),
    ),
    '',
    `- Buckets of \`${SIGNALS.duration.name}\` must include (s): ${buckets('latency')}.`,
    `- Buckets of \`${SIGNALS.completion.name}\` must include (s): ${buckets('freshness')}.`,
    `- Planned use: ${figure === undefined ? `${formatQuantity(value, 'ratio')}, the usual planning value` : text(figure)}.`,
    '- CPU and disk of a managed store come from the provider’s own metrics; an exporter must bring them under these names.',
  ];
}
