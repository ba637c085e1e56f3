import type { Component, Decision, Design } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { decisionPath } from '../adr/decision-path.ts';
import { assumptions, opening } from './opening.ts';
import { capacitySheet } from './capacity-sheet.ts';
import { checklist } from './closing.ts';
import { costSheet } from './cost-sheet.ts';
import { databaseSchema } from './database-schema.ts';
import { files } from './files.ts';
import { focusOf, largestEntity } from './focus.ts';
import { originOf } from './figure-rows.ts';
import { bullets, more, page, section, table } from './page.ts';
import { failureTable } from './risks-and-mitigations.ts';
import { workedOut } from './scope.ts';
import { flipPlace } from './spoken-quantities.ts';
import { tradeOff } from './trade-offs.ts';
import { tellingRejections, versionsOf } from './version-evidence.ts';
import { quantity, type Material } from './writer.ts';
import { inline, sentence } from './text.ts';

const MOST_FEASIBLE = 5;
const MOST_REJECTED = 6;
const MOST_RISKS = 6;

/** A choice, comparison or estimate: the answer first, then what it rests on, and nothing about the rest of a backend. */
export function shortAnswer(material: Material): string {
  const { design } = material;
  const focus = focusOf(design);
  return page(
    opening(material),
    section(
      '## Answer',
      asked(material),
      ...focus.map((decision, index) => answer(decision, index === 0, material)),
      figures(material),
    ),
    section('## Worked out from the brief', workedOut(material)),
    section('## Why, and what was rejected', ...focus.map((decision) => options(decision, material))),
    databaseSchema(material).replace('## 3. Database schema', '## Schema'),
    capacitySheet(material, sizedBy(focus, design)),
    costSheet(material),
    section('## When another choice wins', bullets(focus.map(tradeOff))),
    section('## Risks', risks(material, focus)),
    assumptions(material),
    section('## Evidence', bullets([...new Set(focus.flatMap((decision) => versionsOf(decision, design)))])),
    files(material),
    checklist(material),
  );
}

/** A question for a number is answered by the number. */
function asked({ design, write }: Material): string {
  const [first] = design.intent === 'estimate' ? (design.scope?.worked ?? []).filter(write.has) : [];
  if (first === undefined) return '';
  const { label, likely, unit } = write.figure(first);
  return `**${quantity(likely, unit)}**: ${inline(label)} ${markdownCode(first)}, by ${originOf(write.figure(first))}.`;
}

/** Two sentences: what to take and for what, and what it costs to be wrong. */
function answer(decision: Decision, isFirst: boolean, material: Material): string {
  const { gives, gains, flips, chosenName } = decision;
  const [flip] = flips;
  const price = sentence(`The price: ${gives}${flip ? `; ${flip.toName} wins ${flipPlace(flip)}` : ''}`);
  return `**${inline(chosenName)}**${task(decision, isFirst, material)}: ${inline(gains)}. ${price}`;
}

/** The table or the load it is for, said once, and what its box costs. */
function task(decision: Decision, isFirst: boolean, { design, write }: Material): string {
  const [box] = boxesOf([decision], design);
  const cost = box?.monthlyCost === undefined ? '' : `, at ${write.value(box.monthlyCost)}`;
  const largest = largestEntity(design);
  const holdsLargest = largest !== undefined && (!box || box.id === largest.component);
  if (!holdsLargest) return box ? ` for ${inline(box.because)}${cost}` : '';
  if (!isFirst) return `, which holds them${cost}`;
  const rows = largest.rowsAtYearOne === undefined ? '' : `, ${write.value(largest.rowsAtYearOne)} rows after a year`;
  return ` for ${markdownCode(largest.table)} (${write.value(largest.bytesAtHorizon)} held${rows})${cost}`;
}

function figures({ design: { summary }, write }: Material): string {
  const rows = [
    ['Monthly cost of the whole', summary.monthlyCost],
    ['Carries', summary.carries],
    ['Breaks first', summary.breaksFirst],
  ].filter(([, text]) => text !== '');
  return table(
    ['question', 'answer'],
    rows.map(([label, text]) => [label!, write.said(text!)]),
  );
}

/**
 * The chosen option, the cheapest that also work, and the rejections that tell most, each with its constraint and the
 * figures that settled it.
 */
function options(decision: Decision, { design, write }: Material): string {
  const chosen = decision.options.filter(({ verdict }) => verdict === 'chosen');
  const feasible = decision.options.filter(({ verdict }) => verdict === 'feasible').slice(0, MOST_FEASIBLE);
  const rejected = tellingRejections(decision, MOST_REJECTED);
  const shown = [...chosen, ...feasible, ...rejected];
  const rows = shown.map(({ name, verdict, reason, figures: ids, totalCost }) => {
    const settled = verdict === 'rejected' ? ids.filter(write.has).slice(0, 2) : [];
    return [
      verdict === 'chosen' ? `**${inline(name)}**` : inline(name),
      verdict === 'feasible' ? 'feasible, dearer' : verdict,
      [inline(reason), ...settled.map((id) => markdownCode(id, 'cell'))].join(' '),
      totalCost === undefined ? '' : quantity(totalCost, 'USD'),
    ];
  });
  const file = decisionPath(decision, design.decisions.indexOf(decision));
  return section(
    `### ${inline(decision.title)}`,
    sentence(decision.question),
    table(['option', 'verdict', 'because', 'total cost'], rows),
    more(decision.options.length - shown.length, file),
  );
}

function risks({ design, write }: Material, focus: readonly Decision[]): string {
  const boxes = new Set(boxesOf(focus, design).map(({ id }) => id));
  const own = design.risks.filter(({ component }) => boxes.has(component));
  return failureTable((own.length > 0 ? own : design.risks).slice(0, MOST_RISKS), write);
}

const boxesOf = (focus: readonly Decision[], { architecture }: Design): readonly Component[] =>
  architecture.components.filter(({ option, decision }) => focus.some(({ id, chosen }) => option === chosen || decision === id));

/** What the boxes in question were sized and priced by. */
const sizedBy = (focus: readonly Decision[], design: Design): readonly string[] =>
  boxesOf(focus, design).flatMap(({ instances, utilisation, monthlyCost }) =>
    [instances, utilisation, monthlyCost].filter((id) => id !== undefined),
  );
