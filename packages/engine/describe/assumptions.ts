import { type Figure, type FigureBook, formatQuantity } from '@archwright/kernel';
import type { Assumption, Catalogue, Reading } from '@archwright/model';
import { leniently } from '../decide/leniently.ts';
import { type Posed, poseProblem } from '../decide/pose-problem.ts';
import type { Candidate } from '../decide/search.ts';
import { solve } from '../decide/solve.ts';
import { preciseQuantity } from '../decide/verdicts.ts';
import { sizeWorkload } from '../workload/size-workload.ts';
import type { Workload } from '../workload/workload.ts';

const MOST_ASSUMPTIONS = 12;

/** Assumed figures that steer the whole design come before the domain's mix of requests and sizes of rows. */
const STEERING = /^(?:assumed\.|demand\.|archetype\.[^.]+\.(?:peak-factor|operations-per-user|usual-volume)|workload\.)/;
/** What gives a design its size where the brief gives none. */
const SCALE = /^(?:assumed\.users|archetype\.[^.]+\.usual-volume)$/;

/**
 * What the design rests on and nobody said: its scale, then the fragile ones. Fragile means: at one end of its range another option
 * wins somewhere. Scale, budget, team and timeline are always here when the brief is silent (B2).
 */
export function listAssumptions(
  reading: Reading,
  workload: Workload,
  figures: FigureBook,
  intakeFigures: FigureBook,
  catalogue: Catalogue,
  limits: Posed['limits'],
): readonly Assumption[] {
  const expected = Object.values(limits).filter(({ id, origin }) => origin === 'assumed' && !workload.assumed.includes(id));
  const used = [...expected, ...workload.assumed.map((id) => figures.need(id)).filter(({ id }) => STEERING.test(id))];
  const baseline = designWith(reading, intakeFigures, catalogue, undefined);
  const listed = used.map((figure) => assumptionOf(figure, reading, intakeFigures, catalogue, baseline));
  const rank = ({ id, fragile }: Assumption): number => (SCALE.test(id) ? 2 : Number(fragile));
  const sorted = [...listed].sort((a, b) => rank(b) - rank(a));
  return [...silences(reading, figures), ...givenUp(figures, limits), ...sorted].slice(0, MOST_ASSUMPTIONS);
}

function assumptionOf(
  figure: Figure,
  reading: Reading,
  intakeFigures: FigureBook,
  catalogue: Catalogue,
  baseline: Candidate | undefined,
): Assumption {
  const ends =
    figure.low === figure.high
      ? []
      : ([figure.low, figure.high] as const).map((value) => ({
          value,
          choices: idsOf(designWith(reading, intakeFigures, catalogue, { id: figure.id, value }, baseline)),
        }));
  const flips = ends.flatMap(({ value, choices }) =>
    [...idsOf(baseline)]
      .filter(([point, id]) => choices.get(point) !== id)
      .map(([point]) => ({ value, point, to: choices.get(point) })),
  );
  const range =
    figure.low === figure.high
      ? ''
      : `, ${preciseQuantity(figure.low, figure.unit)} to ${preciseQuantity(figure.high, figure.unit)}`;
  const first = flips[0];
  const name = first && catalogue.options.find(({ id }) => id === first.to)?.name;
  return {
    id: figure.id,
    figure: figure.id,
    statement: `${figure.label}: ${preciseQuantity(figure.likely, figure.unit)}${range}`,
    reason: figure.reason ?? 'no source found',
    fragile: flips.length > 0,
    effect: first
      ? `at ${preciseQuantity(first.value, figure.unit)}: ${name ?? 'no feasible choice'} (${first.point}${flips.length > 1 ? ` and ${new Set(flips.map(({ point }) => point)).size - 1} more` : ''})`
      : 'no decision changes inside this range',
  };
}

/** The design when one assumed figure takes another value: sized and searched again. */
function designWith(
  reading: Reading,
  intakeFigures: FigureBook,
  catalogue: Catalogue,
  change: { readonly id: string; readonly value: number } | undefined,
  near?: Candidate,
): Candidate | undefined {
  const book = intakeFigures.copy();
  if (change) book.suppose(change.id, change.value);
  const workload = sizeWorkload(reading, catalogue.archetypes, book);
  return leniently(
    (leniency) => poseProblem(reading, workload, catalogue, book, [], leniency),
    ({ problem }) => solve(problem, catalogue, [near]),
  ).found;
}

const idsOf = (candidate: Candidate | undefined): ReadonlyMap<string, string> =>
  new Map(candidate?.choices.map(({ point, option }) => [point, option.id]));

/** What the brief or its domain expects of a loss and no design keeps beside what is stated: not enforced, and said so. */
const givenUp = (figures: FigureBook, limits: Posed['limits']): readonly Assumption[] =>
  (['rpo', 'rto'] as const).flatMap((name) => {
    const expected = figures.get(`assumed.${name}`);
    const reached = figures.get(name === 'rpo' ? 'recovery.data-lost' : 'recovery.time-back');
    if (!expected || limits[name] || !reached) return [];
    return [
      {
        id: `given-up.${name}`,
        statement: `${expected.label}: ${preciseQuantity(expected.likely, 's')} is expected and not enforced`,
        reason: `${expected.reason ?? expected.label}; no design keeps every such expectation beside what is stated`,
        fragile: false,
        effect: `with this design it is ${preciseQuantity(reached.likely, 's')}`,
      },
    ];
  });

/** Constraints that nobody gave: not enforced, and said so. */
function silences(reading: Reading, figures: FigureBook): readonly Assumption[] {
  const has = (key: string) => reading.requirements.some((one) => one.key === key);
  const text = (id: string) => {
    const figure = figures.get(id);
    return figure
      ? `${formatQuantity(figure.likely, figure.unit)} (${formatQuantity(figure.low, figure.unit)} to ${formatQuantity(figure.high, figure.unit)})`
      : 'unknown';
  };
  return [
    ...(has('budget')
      ? []
      : [
          {
            id: 'silence.budget',
            statement: 'Budget: not stated, so no limit is enforced',
            reason: `the cheapest feasible design is taken; it costs ${text('cost.infrastructure')}`,
            fragile: false,
            effect: 'a budget below that makes the search look for what to give up, or name the conflict',
          },
        ]),
    ...(has('timeline')
      ? []
      : [
          {
            id: 'silence.timeline',
            statement: 'Timeline: not stated, so no date is enforced',
            reason: `the design takes ${text('hours.build')} to build`,
            fragile: false,
            effect: 'a date turns those hours into a limit on what can be chosen',
          },
        ]),
  ];
}
