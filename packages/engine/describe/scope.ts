import { type Figure, type FigureBook, formatNumber, formatQuantity } from '@archwright/kernel';
import type { Catalogue, RoadmapStage, Scope } from '@archwright/model';
import type { Decided } from '../decide/decide.ts';
import { type Candidate, Solver } from '../decide/search.ts';
import { openSpace } from '../decide/space.ts';
import { scaleProblem } from '../roadmap/scale-demand.ts';
import type { Context, Workload } from '../workload/workload.ts';
import { workedOut } from './worked-out.ts';

const SMALLER = 0.1;
const LARGER = 10;
/** Where another choice is another design; regions, pipelines and edges follow from these. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  'pattern',
  'compute',
  'cache',
  'primary-store',
  'append-store',
  'search-store',
  'queue',
  'event-stream',
  'real-time',
]);

export interface ScopeInput {
  readonly brief: string;
  /** The book of the reading, before anything was designed. */
  readonly read: FigureBook;
  readonly decided: Decided;
  readonly workload: Workload;
  readonly roadmap: readonly RoadmapStage[];
  readonly catalogue: Catalogue;
  readonly book: FigureBook;
}

/**
 * The size the design is made for, with the reason for each line, and what changes at a tenth and at ten times of it: the
 * search again at a tenth, the stages of the roadmap up to ten times.
 */
export function describeScope(input: ScopeInput): Scope {
  const { workload, book, brief, read } = input;
  const people = peopleLines(book);
  return {
    scale: [...people, ...workload.contexts.flatMap((context) => workLine(context, workload))],
    worked: workedOut(brief, read),
    assumed: book.get('assumed.users') !== undefined && !workload.operations.some(({ stated }) => stated),
    elsewhere: [atTenth(input), atTenfold(input)],
  };
}

const line = (figure: Figure, reason: string) => ({
  statement: `${figure.label}: ${formatQuantity(figure.likely, figure.unit)}${spread(figure)}`,
  reason,
  figure: figure.id,
});

const spread = ({ low, high, unit }: Figure): string =>
  low === high ? '' : ` (${formatQuantity(low, unit)} to ${formatQuantity(high, unit)})`;

/** Who uses it: assumed, counted from places, implied by a stated rate, or stated. */
function peopleLines(book: FigureBook): Scope['scale'] {
  const assumed = book.get('assumed.users');
  if (assumed) return [line(assumed, assumed.reason ?? 'the brief gives no number of users')];
  const counted = book.all().filter(({ id }) => /^(?:assumed\.users-per-|workload\.users-of-)/.test(id));
  if (counted.length > 0)
    return counted.map((figure) => line(figure, figure.reason ?? 'the brief counts places, and people use it there'));
  const implied = book.get('workload.implied-daily-users');
  const users = book.get('demand.users');
  if (implied && users?.likely === implied.likely)
    return [line(implied, 'follows from that rate and what one user of such a system does in a day')];
  return users ? [line(users, 'from the brief')] : [];
}

/** What the main operation of a context comes to, and from what. */
function workLine(context: Context, { operations }: Workload): Scope['scale'] {
  const own = operations.filter((operation) => operation.context === context.id);
  const main = own.find(({ stated }) => stated) ?? own.find(({ id }) => id === context.archetype.mainOperation);
  if (!main) return [];
  const rate = `${formatQuantity(main.mean.likely, main.mean.unit)} on average, ${formatQuantity(main.peak.likely, main.peak.unit)} at peak`;
  const perUser = context.archetype.operationsPerUserPerDay;
  return [
    {
      statement: `${context.name}, “${main.definition.summary.toLowerCase()}”: ${rate}`,
      reason: main.stated
        ? 'the brief states this rate'
        : own.some(({ stated }) => stated)
          ? `follows from the rate the brief states, by the usual mix of requests in “${context.archetype.name}”`
          : `${formatNumber(perUser.likely)} requests of an active user a day in “${context.archetype.name}”`,
      figure: main.mean.id,
    },
  ];
}

function atTenth({ decided, catalogue, workload }: ScopeInput): Scope['elsewhere'][number] {
  const problem = scaleProblem(decided.posed.problem, SMALLER);
  const best = new Solver(openSpace(problem, catalogue), problem).best();
  const changes = best ? differences(decided.best, best, catalogue) : [];
  return {
    factor: SMALLER,
    load: `at a tenth, ${requests(workload, SMALLER)}`,
    changes: best ? said(changes, best.monthly + fees(workload, SMALLER)) : 'nothing in the catalogue fits',
  };
}

function atTenfold({ roadmap, workload }: ScopeInput): Scope['elsewhere'][number] {
  const passed = roadmap.filter(({ factor }) => factor > 1 && factor <= LARGER);
  const last = passed.at(-1);
  // Of several changes at one point the last one stands; its load is that of the first step away from today.
  const found = new Map<string, { from: string; to: string; factor: number }>();
  for (const { factor, changes } of passed)
    for (const { decision, from, to } of changes.filter((change) => STRUCTURAL.has(change.decision)))
      found.set(decision, { from: found.get(decision)?.from ?? from, to, factor: found.get(decision)?.factor ?? factor });
  const changes = [...found.values()].map(
    ({ from, to, factor }) => `${to} instead of ${from} from ${formatNumber(Number(factor.toPrecision(3)))} × on`,
  );
  return {
    factor: LARGER,
    load: `at ten times, ${requests(workload, LARGER)}`,
    changes: last
      ? said(changes, last.monthlyCost)
      : 'no design of the catalogue carries it: parts of the load must leave the system first',
  };
}

const requests = ({ demand }: Workload, factor: number): string =>
  `${formatQuantity(demand.requestPeak.likely * factor, '1/s')} requests at peak`;

const fees = (workload: Workload, factor: number): number =>
  workload.fees.reduce((sum, { monthly }) => sum + monthly.likely, 0) * factor;

const differences = (from: Candidate, to: Candidate, { decisionPoints }: Catalogue): readonly string[] =>
  decisionPoints.flatMap(({ id }) => {
    const before = from.choices.find(({ point }) => point === id)?.option;
    const after = to.choices.find(({ point }) => point === id)?.option;
    return STRUCTURAL.has(id) && before && after && before.id !== after.id ? [`${after.name} instead of ${before.name}`] : [];
  });

const said = (changes: readonly string[], monthly: number): string =>
  `${changes.length === 0 ? 'the same choices' : changes.join('; ')}; ${formatQuantity(monthly, 'USD/month')}`;
