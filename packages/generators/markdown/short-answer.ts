import type { Decision, Design } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { assumptions, opening } from './opening.ts';
import { capacitySheet } from './capacity-sheet.ts';
import { checklist } from './closing.ts';
import { costSheet } from './cost-sheet.ts';
import { databaseSchema } from './database-schema.ts';
import { files } from './files.ts';
import { focusOf } from './focus.ts';
import { bullets, page, section, stack, table } from './page.ts';
import { failureTable } from './risks-and-mitigations.ts';
import { flipPlace } from './spoken-quantities.ts';
import { tradeOff } from './trade-offs.ts';
import { versionsOf } from './version-evidence.ts';
import { quantity, type Material } from './writer.ts';
import { inline, sentence } from './text.ts';

const MOST_OPTIONS = 12;
const MOST_RISKS = 6;

/** A choice, comparison or estimate: the answer first, then what it rests on, and nothing about the rest of a backend. */
export function shortAnswer(material: Material): string {
  const { design } = material;
  const focus = focusOf(design);
  return page(
    opening(material),
    section('## Answer', ...focus.map((decision) => answer(decision, material)), figures(material)),
    section('## Why, and what was rejected', ...focus.map((decision) => options(decision, material))),
    databaseSchema(material).replace('## 3. Database schema', '## Schema'),
    capacitySheet(material),
    costSheet(material),
    section('## When another choice wins', bullets(focus.map(tradeOff))),
    section('## Risks', risks(material, focus)),
    assumptions(material),
    section('## Evidence', bullets(focus.flatMap((decision) => versionsOf(decision, design)))),
    files(material),
    checklist(material),
  );
}

/** Two sentences: what to take and why, and what it costs to be wrong. */
function answer(decision: Decision, { design, write }: Material): string {
  const component = design.architecture.components.find(
    ({ option, decision: id }) => option === decision.chosen || id === decision.id,
  );
  const holds = component ? ` for ${inline(component.because)}` : '';
  const [flip] = decision.flips;
  const price = component?.monthlyCost === undefined ? '' : `, at ${write.value(component.monthlyCost)}`;
  return `**${inline(decision.chosenName)}**${holds}${price}: ${inline(decision.gains)}. ${sentence(`The price: ${decision.gives}${flip ? `; ${flip.toName} wins ${flipPlace(flip)}` : ''}`)}`;
}

function figures({ design: { summary }, write }: Material): string {
  const rows = [
    ['Monthly cost of the whole', summary.monthlyCost],
    ['Carries', summary.carries],
    ['Breaks first', summary.breaksFirst],
  ].filter(([, text]) => text !== '');
  return table(
    ['', ''],
    rows.map(([label, text]) => [label!, write.said(text!)]),
  );
}

/** Every option weighed, the chosen one first; a rejection names its constraint and the figures that settled it. */
function options(decision: Decision, { write }: Material): string {
  const rows = decision.options.map(({ name, verdict, reason, figures: ids, totalCost }) => [
    verdict === 'chosen' ? `**${inline(name)}**` : inline(name),
    verdict === 'feasible' ? 'feasible, dearer' : verdict,
    `${inline(reason)}${ids
      .filter(write.has)
      .slice(0, 2)
      .map((id) => ` ${markdownCode(id, 'cell')}`)
      .join('')}`,
    totalCost === undefined ? '' : quantity(totalCost, 'USD'),
  ]);
  return stack(
    `${sentence(decision.title)} ${sentence(decision.question)}`,
    table(['option', 'verdict', 'because', 'total cost'], rows, { rows: MOST_OPTIONS, file: 'decisions/' }),
  );
}

function risks({ design, write }: Material, focus: readonly Decision[]): string {
  const components = new Set(componentsOf(focus, design));
  const own = design.risks.filter(({ component }) => components.has(component));
  return failureTable((own.length > 0 ? own : design.risks).slice(0, MOST_RISKS), write);
}

const componentsOf = (focus: readonly Decision[], { architecture }: Design): readonly string[] =>
  architecture.components
    .filter(({ option, decision }) => focus.some(({ id, chosen }) => option === chosen || decision === id))
    .map(({ id }) => id);
