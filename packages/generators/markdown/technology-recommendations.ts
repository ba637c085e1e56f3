import type { Decision } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { decisionPath } from '../adr/decision-path.ts';
import { section, table } from './page.ts';
import type { Material } from './writer.ts';
import { tellingRejections, versionsOf } from './version-evidence.ts';
import { inline } from './text.ts';

const REJECTIONS = 2;

/** Deliverable 4: each choice with its version and evidence, why it is here, and what lost by which figure. */
export function technologyRecommendations(material: Material): string {
  const { decisions } = material.design;
  const rows = decisions.map((decision, index) => [
    `${inline(decision.title)} ${markdownCode(decisionPath(decision, index), 'cell')}`,
    [`**${inline(decision.chosenName)}**`, ...versionsOf(decision, material.design)].join('<br>'),
    whyHere(decision, material),
    rejected(decision, material),
  ]);
  return section(
    '## 4. Technology recommendations',
    table(['decision', 'choice and version', 'why here', 'rejected, and by what'], rows),
  );
}

/** The figure or requirement that put the box there, then what it gains. */
function whyHere(decision: Decision, { design }: Material): string {
  const because = design.architecture.components
    .filter((component) => component.option === decision.chosen || component.decision === decision.id)
    .map((component) => inline(component.because));
  const given = givenBy(decision, design.requirements);
  return [
    ...(given === '' ? [] : [`given: ${inline(given)}`]),
    ...new Set(because),
    inline(decision.gains),
    ...(decision.departure === undefined ? [] : [`departs from what is there: ${inline(decision.departure)}`]),
  ].join('; ');
}

/** Words of the requirement that settled the decision before it was weighed. */
export const givenBy = ({ existing }: Decision, requirements: Material['design']['requirements']): string =>
  existing === undefined ? '' : (requirements.find(({ id }) => id === existing)?.statement ?? existing);

/** What a figure or a constraint ruled out, then the next best that lost on cost. */
function rejected(decision: Decision, { write }: Material): string {
  const told = tellingRejections(decision, REJECTIONS).map(({ name, reason, figures }) => {
    const [id] = figures.filter(write.has);
    return `${inline(name)}: ${inline(reason)}${id === undefined ? '' : ` ${markdownCode(id, 'cell')}`}`;
  });
  const dearer = decision.options
    .filter(({ verdict }) => verdict === 'feasible')
    .slice(0, 1)
    .map(({ name, reason }) => `${inline(name)}: ${inline(reason)}`);
  const left = decision.options.length - 1 - told.length - dearer.length;
  return [...told, ...dearer, ...(left > 0 ? [`${left} more in the decision record`] : [])].join('<br>');
}
