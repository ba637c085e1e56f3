import type { Component, Decision, Design, OptionVerdict } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { bullets, page, section, stack, table } from '../markdown/page.ts';
import { flipPlace, holdsIn } from '../markdown/spoken-quantities.ts';
import { givenBy } from '../markdown/technology-recommendations.ts';
import { inline, listed, sentence } from '../markdown/text.ts';
import { versionsOf } from '../markdown/version-evidence.ts';
import { quantity, type Writer } from '../markdown/writer.ts';

/**
 * One decision as a Markdown Any Decision Record.
 *
 * @source MADR 4.0.0, https://adr.github.io/madr/
 */
export function decisionRecord(decision: Decision, design: Design, write: Writer): string {
  const boxes = design.architecture.components.filter(
    (component) => component.option === decision.chosen || component.decision === decision.id,
  );
  const record = page(
    `# ${inline(decision.title)}: ${inline(decision.chosenName)}`,
    section('## Context and Problem Statement', sentence(decision.question), context(boxes, write)),
    section('## Decision Drivers', drivers(decision, design, write)),
    section('## Considered Options', bullets(decision.options.map(({ name, verdict }) => `${inline(name)} (${verdict})`))),
    section(
      '## Decision Outcome',
      outcome(decision),
      section('### Consequences', bullets([`Good: ${inline(decision.gains)}`, `Bad: ${inline(decision.gives)}`])),
      section('### Confirmation', bullets(confirmation(decision, boxes, write))),
    ),
    section('## Pros and Cons of the Options', verdicts(decision, write)),
    section('## Flip Points', bullets(decision.flips.map((flip) => `${inline(flip.toName)} ${flipPlace(flip)}`))),
    section('## Rollback', sentence(decision.rollback)),
    section('## More Information', bullets(versionsOf(decision, design))),
  );
  return `---\nstatus: proposed\ndate: ${design.date.replace(/[^\d-]/g, '')}\n---\n\n${record}`;
}

/** What the boxes of this decision must carry. */
function context(boxes: readonly Component[], write: Writer): string {
  const lines = boxes.map(({ name, because, instances, utilisation, monthlyCost }) => {
    const figures = [
      ...(instances === undefined ? [] : [`instances ${write.cite(instances)}`]),
      ...(utilisation === undefined ? [] : [`used at peak ${write.cite(utilisation)}`]),
      ...(monthlyCost === undefined ? [] : [`cost ${write.cite(monthlyCost)}`]),
    ];
    return `${inline(name)}: ${inline(because)}${figures.length === 0 ? '' : ` (${figures.join(', ')})`}`;
  });
  return bullets(lines);
}

/** Requirements that settled it, and the figures of the chosen option; those of the others stand beside their verdicts. */
function drivers(decision: Decision, design: Design, write: Writer): string {
  const given = givenBy(decision, design.requirements);
  const settled = decision.requirements.map((id) => design.requirements.find((one) => one.id === id)?.statement ?? id);
  const statements = [...new Set([...(given === '' ? [] : [given]), ...settled])].map(inline);
  const chosen = decision.options.filter(({ verdict }) => verdict === 'chosen').flatMap(({ figures }) => figures);
  const figures = [...new Set(chosen)].filter(write.has);
  return bullets([
    ...statements,
    ...figures.map((id) => `${inline(write.figure(id).label)}: ${write.range(id)} ${markdownCode(id)}`),
  ]);
}

function outcome(decision: Decision): string {
  const chosen = decision.options.find(({ verdict }) => verdict === 'chosen');
  const { runnerUp, robustness, departure } = decision;
  return stack(
    `Chosen option: “${inline(decision.chosenName)}”, because: ${inline(chosen?.reason ?? decision.gains)}.`,
    runnerUp
      ? `Runner-up: ${inline(runnerUp.name)}, ${quantity(Math.abs(runnerUp.extraCost), 'USD')} ${runnerUp.extraCost < 0 ? 'less' : 'more'} in total.`
      : '',
    robustness ? `The choice wins ${holdsIn(robustness)} of the workload from its ranges.` : '',
    departure === undefined ? '' : `Departs from what is there: ${sentence(departure)}`,
  );
}

/** What a test or the running system must show for the decision to stand. */
function confirmation(decision: Decision, boxes: readonly Component[], write: Writer): readonly string[] {
  const planned = boxes.flatMap(({ name, utilisation }) =>
    utilisation === undefined ? [] : [`the load test at peak keeps ${inline(name)} at or below ${write.cite(utilisation)}`],
  );
  const billed = boxes.flatMap(({ name, monthlyCost }) =>
    monthlyCost === undefined ? [] : [`the bill of ${inline(name)} stays inside ${write.range(monthlyCost)}`],
  );
  const watched = decision.flips.length === 0 ? [] : [`reopened ${listed(decision.flips.map(flipPlace))}`];
  return [...planned, ...new Set(billed), ...watched];
}

function verdicts({ options }: Decision, write: Writer): string {
  const rows = options.map(({ name, verdict, reason, figures, totalCost, monthlyCost }: OptionVerdict) => [
    verdict === 'chosen' ? `**${inline(name)}**` : inline(name),
    verdict,
    inline(reason),
    figures
      .filter(write.has)
      .map((id) => markdownCode(id, 'cell'))
      .join(' '),
    monthlyCost === undefined ? '' : quantity(monthlyCost, 'USD/month'),
    totalCost === undefined ? '' : quantity(totalCost, 'USD'),
  ]);
  return table(['option', 'verdict', 'because', 'figures', 'infrastructure', 'total without provider fees'], rows);
}
