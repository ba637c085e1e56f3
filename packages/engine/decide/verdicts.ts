import { type FigureBook, formatQuantity } from '@archwright/kernel';
import {
  CAPABILITIES,
  type Catalogue,
  type Decision,
  type DecisionPoint,
  type Option,
  type OptionVerdict,
} from '@archwright/model';
import { type Ledger, recordLimit } from './ledger.ts';
import type { PinnedAnswers } from './pinned-answers.ts';
import type { Posed } from './pose-problem.ts';
import type { CrossConstraint } from './limits.ts';
import { RECOVERY_WORDS, recordRecovery, type RecoveryLimit } from './recovery.ts';
import type { Candidate, Solver } from './search.ts';
import type { Space } from './space.ts';

const CROSS: Readonly<
  Record<CrossConstraint, { label: string; of: (candidate: Candidate) => number; unit: string; beyond: string }>
> = {
  budget: { label: 'the budget', of: ({ monthly }) => monthly, unit: 'USD/month', beyond: 'above' },
  runHours: { label: 'the hours a month the team can give to operation', of: ({ run }) => run, unit: 'h/month', beyond: 'above' },
  buildHours: { label: 'the hours until the first release', of: ({ build }) => build, unit: 'h', beyond: 'above' },
  availability: { label: 'the availability target', of: ({ availability }) => availability, unit: 'ratio', beyond: 'below' },
  latency: { label: 'the latency target', of: ({ latencyP99 }) => latencyP99, unit: 's', beyond: 'above' },
};

/** Availability needs more digits than a price: 99.95 %. */
export const preciseQuantity = (value: number, unit: string): string =>
  unit === 'ratio' && value > 0.9 && value < 1 ? `${Number((value * 100).toFixed(4))} %` : formatQuantity(value, unit);

export interface VerdictContext {
  readonly posed: Posed;
  readonly space: Space;
  readonly solver: Solver;
  readonly best: Candidate;
  readonly answers: PinnedAnswers;
  readonly ledger: Ledger;
  readonly book: FigureBook;
  readonly catalogue: Catalogue;
}

/** Every option of one decision point with what became of it, the chosen one first, then by cost. */
export function judgePoint(point: DecisionPoint, context: VerdictContext): Decision | undefined {
  const { best, catalogue, posed } = context;
  const choice = best.choices.find((one) => one.point === point.id);
  if (!choice || posed.problem.absent.includes(point.id)) return undefined;
  const { option } = choice;
  const others = catalogue.options.filter((one) => one.decision === point.id && one !== option).map((one) => judge(one, context));
  const feasible = others.filter(({ verdict }) => verdict === 'feasible').sort((a, b) => a.totalCost! - b.totalCost!);
  const runnerUp = feasible[0];
  const chosen: OptionVerdict = {
    id: option.id,
    name: option.name,
    verdict: 'chosen',
    figures: ['cost.total', `option.${option.id}.monthly`],
    totalCost: best.total,
    monthlyCost: choice.monthly,
    reason: runnerUp
      ? `lowest total cost of ownership of ${feasible.length + 1} feasible, provider fees aside: ${money(best.total)} over ${context.posed.problem.demand.horizonMonths} months, ${money(runnerUp.totalCost! - best.total)} under the next`
      : `the only feasible option: ${others.length} others break a constraint`,
  };
  const requirements = posed.problem.constraints.pinned
    .filter(({ decision }) => decision === point.id)
    .map(({ requirement }) => requirement);
  return {
    id: point.id,
    title: point.title,
    question: point.question,
    chosen: option.id,
    chosenName: option.name,
    technologies: option.technologies,
    options: [chosen, ...feasible, ...others.filter(({ verdict }) => verdict === 'rejected')],
    ...(runnerUp && { runnerUp: { id: runnerUp.id, name: runnerUp.name, extraCost: runnerUp.totalCost! - best.total } }),
    flips: [],
    gains: option.gains,
    gives: [option.gives, ...withoutNeeds(point.id, posed)].join('; '),
    rollback: option.rollback,
    requirements,
    ...(requirements[0] && { existing: requirements[0] }),
  };
}

/** What is given in spite of what the domain usually needs, said where a choice's price is said. */
function withoutNeeds(point: DecisionPoint['id'], { yielded }: Posed): readonly string[] {
  const lacking = yielded.filter(({ decision }) => decision === point).map(({ capability }) => CAPABILITIES[capability]);
  return lacking.length > 0
    ? [`as given, it lacks what this workload usually rests on (${lacking.join('; ')}): that is left to the application`]
    : [];
}

const money = (value: number): string => formatQuantity(value, 'USD');

function judge(option: Option, context: VerdictContext): OptionVerdict {
  const base = { id: option.id, name: option.name };
  const fixed = context.space.rejected.get(option);
  if (fixed) {
    const reasons = {
      capability: `does not offer what the workload asks for: ${fixed.detail}`,
      place: `no source says of the priced plan: ${fixed.detail}`,
      prohibition: `${fixed.detail} (${fixed.requirement})`,
      existing: `${fixed.detail} (${fixed.requirement})`,
      absent: fixed.detail,
    };
    if (fixed.constraint === 'rpo' || fixed.constraint === 'rto')
      return { ...base, ...tooSlow(option, fixed.constraint, context) };
    return { ...base, verdict: 'rejected', constraint: fixed.constraint, reason: reasons[fixed.constraint], figures: [] };
  }
  const alone = context.solver.pinned(option.decision, option.id);
  const pinned = alone && context.answers.find(option, alone);
  if (pinned) {
    const difference = pinned.total - context.best.total;
    const monthly = pinned.monthly - context.best.monthly;
    const hours = pinned.run - context.best.run;
    const build = pinned.build - context.best.build;
    return {
      ...base,
      verdict: 'feasible',
      constraint: 'cost',
      totalCost: pinned.total,
      monthlyCost: pinned.monthly,
      figures: ['cost.total'],
      reason: `${money(Math.max(0, difference))} more over ${context.posed.problem.demand.horizonMonths} months${differences(monthly, hours, build)}`,
    };
  }
  return { ...base, ...infeasibility(option, alone, context) };
}

/** What the loss of its server or zone costs with an option, and what may be. */
function tooSlow(
  option: Option,
  name: RecoveryLimit,
  { posed, book, ledger }: VerdictContext,
): Pick<OptionVerdict, 'verdict' | 'reason' | 'figures' | 'constraint'> {
  const costs = recordRecovery(option, book, ledger.read)![name]!;
  const limit = posed.limits[name]!;
  const { label, costs: words } = RECOVERY_WORDS[name];
  return {
    verdict: 'rejected',
    constraint: name,
    figures: [costs.id, limit.id],
    reason: `${label}: limit ${formatQuantity(limit.likely, 's')}; ${formatQuantity(costs.likely, 's')} ${words}`,
  };
}

/** Below this two sums differ by the rounding of binary fractions only. */
const LEAST_DIFFERENCE = 1e-6;

/** `: +$102/month infrastructure, −15 h to build`: what is the same is left out. */
function differences(monthly: number, hours: number, build: number): string {
  const parts = [
    [monthly, 'USD/month', 'infrastructure'],
    [hours, 'h/month', 'to run'],
    [build, 'h', 'to build'],
  ] as const;
  const told = parts.filter(([value]) => Math.abs(value) >= LEAST_DIFFERENCE);
  return told.length === 0 ? '' : `: ${told.map(([value, unit, what]) => `${signed(value, unit)} ${what}`).join(', ')}`;
}

const signed = (value: number, unit: string): string => `${value >= 0 ? '+' : '−'}${formatQuantity(Math.abs(value), unit)}`;

/** Why no whole design with this option exists: its own limit, a constraint on the whole, or something it needs beside it. */
function infeasibility(
  option: Option,
  alone: Solver | undefined,
  context: VerdictContext,
): Pick<OptionVerdict, 'verdict' | 'reason' | 'figures' | 'constraint'> {
  const { solver, best, posed } = context;
  const exceeded = solver.exceededIn(best, option);
  if (exceeded >= 0) {
    const broken = recordLimit(option, exceeded, context.book, context.ledger.read);
    return {
      verdict: 'rejected',
      constraint: `limit:${broken.id}`,
      figures: [broken.demand.id, broken.limit.id],
      reason: `${broken.label}: needs ${preciseQuantity(broken.demand.likely, broken.demand.unit)}, limit ${preciseQuantity(broken.limit.likely, broken.limit.unit)}; ${broken.why}`,
    };
  }
  for (const [name, { label, of, unit, beyond }] of Object.entries(CROSS) as [
    CrossConstraint,
    (typeof CROSS)[CrossConstraint],
  ][]) {
    const limit = posed.problem.constraints[name];
    const without =
      limit === undefined
        ? undefined
        : alone?.best({
            relax: [name],
            ...(name === 'budget'
              ? { objective: 'monthly' as const }
              : name === 'availability'
                ? { objective: 'unavailability' as const }
                : name === 'latency'
                  ? { objective: 'latencyP99' as const }
                  : {}),
          });
    if (without)
      return {
        verdict: 'rejected',
        constraint: name,
        figures: [posed.limits[name]!.id],
        reason: `${label}: the best design with it comes to ${preciseQuantity(of(without), unit)}, ${beyond} ${preciseQuantity(limit!, unit)}`,
      };
  }
  const chosenWords = new Set(best.choices.flatMap(({ option: other }) => [other.id, ...other.tags, ...other.provides]));
  const lacking = option.requires.filter((word) => !chosenWords.has(word));
  const clash = option.conflicts.filter((word) => chosenWords.has(word));
  const reason =
    lacking.length > 0
      ? `needs ${lacking.join(', ')}, which no feasible design has`
      : clash.length > 0
        ? `cannot stand beside ${clash.join(', ')}`
        : 'no whole design with it meets every constraint';
  return { verdict: 'rejected', constraint: 'combination', figures: [], reason };
}
