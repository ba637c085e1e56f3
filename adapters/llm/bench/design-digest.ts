import { type Figure, formatQuantity } from '@archwright/kernel';
import type { Answer, Decision, Design } from '@archwright/model';

const MOST_FIGURES = 70;
const MOST_CHARACTERS = 14_000;

const value = ({ likely, unit }: Figure): string => formatQuantity(likely, unit);
const list = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}\n${lines.map((line) => `- ${line}`).join('\n')}`;

/** A design in as few words as a context window bears; every figure with the id that cites it. */
export function designDigest({ design, gate }: Answer): string {
  if (design.conflict)
    return list(
      'No design meets every constraint:',
      design.conflict.map(({ constraint, wouldHaveToBecome }) => `${constraint} would have to become ${wouldHaveToBecome}`),
    );
  const parts = [
    `${design.title} (${design.depth})`,
    list('Summary:', design.summary.what),
    list(
      'Requirements as read:',
      design.requirements.map(({ id, statement, origin }) => `${id}: ${statement} (${origin})`),
    ),
    list('Open questions (id: question; default):', questionLines(design)),
    list(
      'Decisions:',
      design.decisions.map(({ id, chosen, chosenName }) => `${id}: ${chosenName} (\`${chosen}\`)`),
    ),
    list(
      'Figures; cite one as {{id}}:',
      keyFigures(design).map((figure) => `{{${figure.id}}} = ${value(figure)}, ${figure.label}`),
    ),
    list(
      'Tables:',
      design.architecture.entities.map(({ table }) => table),
    ),
    list(
      'Endpoints:',
      design.architecture.api.operations.map(({ method, path }) => `${method} ${path}`),
    ),
    list(
      'Versions with evidence:',
      design.versions.flatMap(({ name, version, status }) => (version ? [`${name} ${version} (${status})`] : [])),
    ),
    list(
      'Assumptions:',
      design.assumptions.map(({ statement, fragile }) => `${statement}${fragile ? ' (fragile)' : ''}`),
    ),
    list(
      'Gate, failed:',
      gate.checks.filter(({ outcome }) => outcome === 'failed').map(({ title, detail }) => `${title}: ${detail}`),
    ),
  ];
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, MOST_CHARACTERS);
}

export const questionLines = ({ questions }: Design): readonly string[] =>
  questions.map(({ id, question, default: usual, changes }) => `${id}: ${question} Default: ${usual}. Changes: ${changes}`);

/** What the sheets and the summary show; rates and costs before the rest. */
function keyFigures(design: Design): readonly Figure[] {
  const shown = new Set([
    ...design.costs.map(({ figure }) => figure),
    ...design.capacity.flatMap(({ figures }) => figures),
    ...design.architecture.flows.flatMap(({ latencyP50, latencyP99, target }) => [latencyP50, latencyP99, target]),
    ...design.requirements.map(({ figure }) => figure),
  ]);
  const totals = design.figures.filter(({ id }) => /^(?:cost|availability|run|build|team)\.[a-z-]+$/.test(id));
  return [...new Set([...totals, ...design.figures.filter(({ id }) => shown.has(id))])].slice(0, MOST_FIGURES);
}

/** A figure with its formula and inputs, or a decision with what became of each option. */
export function explain(design: Design, name: string): string | undefined {
  const figures = new Map(design.figures.map((figure) => [figure.id, figure]));
  const figure = figures.get(name);
  if (figure) return derivation(figure, figures).join('\n');
  const decision = design.decisions.find(({ id, chosen }) => id === name || chosen === name);
  return decision && verdicts(decision);
}

function derivation(figure: Figure, figures: ReadonlyMap<string, Figure>): readonly string[] {
  const { origin, source, reason, at, formula } = figure;
  const why = source ? `${source.title} (${source.asOf})` : (at?.quote ?? reason ?? '');
  const inputs = Object.entries(figure.inputs).flatMap(([input, id]) => {
    const found = figures.get(id);
    return found ? [`  ${input} = {{${id}}} = ${value(found)}, ${found.label}`] : [];
  });
  return [`{{${figure.id}}} = ${value(figure)}, ${figure.label}`, formula ? `= ${formula}` : `${origin}: ${why}`, ...inputs];
}

function verdicts({ title, question, options, gains, gives, runnerUp }: Decision): string {
  return [
    `${title}: ${question}`,
    ...options.map(({ id, name, verdict, reason }) => `${verdict}: ${name} (\`${id}\`): ${reason}`),
    `gains: ${gains}`,
    `gives up: ${gives}`,
    ...(runnerUp ? [`runner-up: ${runnerUp.name}`] : []),
  ]
    .join('\n')
    .slice(0, MOST_CHARACTERS);
}
