import type { Catalogue, Constraints, Problem } from '@archwright/model';
import type { Posed } from './pose-problem.ts';
import { costOfLoss, RECOVERY_WORDS, type RecoveryLimit } from './recovery.ts';
import { type Candidate, Solver } from './search.ts';
import { scaleProblem } from '../roadmap/scale-demand.ts';
import { prepareOption } from './prepared-option.ts';
import { openSpace } from './space.ts';
import { preciseQuantity } from './verdicts.ts';

export interface Conflict {
  readonly constraint: string;
  readonly wouldHaveToBecome: string;
}

interface Removable {
  readonly name: string;
  readonly describe: string;
  without(problem: Problem): Problem;
  /** What it would have to be, given a problem that ignores it and the best design of that. */
  becomes(candidate: Candidate | undefined, problem: Problem): string;
}

const solve = (
  problem: Problem,
  catalogue: Catalogue,
  objective?: 'monthly' | 'run' | 'build' | 'unavailability' | 'latencyP99',
): Candidate | undefined => new Solver(openSpace(problem, catalogue), problem).best(objective ? { objective } : {});

const withConstraints = (problem: Problem, change: Partial<Constraints>, drop?: keyof Constraints): Problem => {
  const constraints = { ...problem.constraints, ...change } as Record<string, unknown>;
  if (drop) delete constraints[drop];
  return { ...problem, constraints: constraints as unknown as Constraints };
};

const NUMERIC = {
  budget: { unit: 'USD/month', objective: 'monthly', of: (one: Candidate) => one.monthly, words: ['budget', 'at least'] },
  runHours: {
    unit: 'h/month',
    objective: 'run',
    of: (one: Candidate) => one.run,
    words: ['hours a month the team can give to operation', 'at least'],
  },
  buildHours: {
    unit: 'h',
    objective: 'build',
    of: (one: Candidate) => one.build,
    words: ['hours of building until the release', 'at least'],
  },
  availability: {
    unit: 'ratio',
    objective: 'unavailability',
    of: (one: Candidate) => one.availability,
    words: ['availability', 'at most'],
  },
  latency: { unit: 's', objective: 'latencyP99', of: (one: Candidate) => one.latencyP99, words: ['latency, p99', 'at least'] },
} as const;

function removables({ problem, fees }: Posed, catalogue: Catalogue): readonly Removable[] {
  const numeric = (Object.keys(NUMERIC) as (keyof typeof NUMERIC)[]).flatMap((name): Removable[] => {
    const limit = problem.constraints[name];
    const { unit, words, of } = NUMERIC[name];
    if (limit === undefined) return [];
    const paid = name === 'budget' && fees !== undefined ? ` after provider fees of ${preciseQuantity(fees, unit)}` : '';
    return [
      {
        name,
        describe: `${words[0]}: ${preciseQuantity(limit, unit)}${paid}`,
        without: (one) => withConstraints(one, {}, name),
        becomes: (candidate) =>
          candidate
            ? `${words[1]} ${preciseQuantity(of(candidate), unit)}${paid && ' beside them'}`
            : 'no value helps on its own',
      },
    ];
  });
  const recovery = (['rpo', 'rto'] as const).flatMap((name): Removable[] => {
    const limit = problem.constraints[name];
    if (limit === undefined) return [];
    return [
      {
        name,
        describe: `${RECOVERY_WORDS[name].label} (${name.toUpperCase()}): ${preciseQuantity(limit, 's')}`,
        without: (one) => withConstraints(one, {}, name),
        becomes: (_, without) => leastOf(name, without, catalogue),
      },
    ];
  });
  const bans = problem.constraints.prohibited.map((ban): Removable => ({
    name: ban.requirement,
    describe: `${ban.word} is ruled out`,
    without: (one) => withConstraints(one, { prohibited: one.constraints.prohibited.filter((other) => other !== ban) }),
    becomes: () => `${ban.word} allowed`,
  }));
  const pins = problem.constraints.pinned.map((pin): Removable => ({
    name: pin.requirement,
    describe: `${pin.decision} is given: ${pin.options
      .map((id) => catalogue.options.find((option) => option.id === id)?.name ?? id)
      .slice(0, 3)
      .join(' or ')}`,
    without: (one) => withConstraints(one, { pinned: one.constraints.pinned.filter((other) => other !== pin) }),
    becomes: (candidate) => candidate?.choices.find(({ point }) => point === pin.decision)?.option.name ?? 'another choice',
  }));
  const places = problem.anywhere.map((capability): Removable => ({
    name: capability,
    describe: `some part must provide: ${capability}`,
    without: (one) => ({ ...one, anywhere: one.anywhere.filter((other) => other !== capability) }),
    becomes: () => 'dropped',
  }));
  return [...numeric, ...recovery, ...bans, ...pins, ...places];
}

/** The least that a design can cost of what a recovery limit bounds, everything else as it is: among the costs that options have. */
function leastOf(name: RecoveryLimit, problem: Problem, catalogue: Catalogue): string {
  const costs = [...new Set(catalogue.options.map((option) => costOfLoss(option, problem.demand)[name]))].toSorted(
    (a, b) => a - b,
  );
  const least = costs.find((cost) => solve(withConstraints(problem, { [name]: cost }), catalogue) !== undefined);
  return least === undefined ? 'no value helps on its own' : `at least ${preciseQuantity(least, 's')}`;
}

const SMALLEST_SHARE = 1e-4;

/** No limit on money, people or places stands in the way: the load does. Says which decision cannot carry it, and what could be. */
function tooMuchLoad(problem: Problem, catalogue: Catalogue): Conflict {
  const { points } = openSpace(problem, catalogue);
  const stuck = points.filter(
    ({ id }) =>
      new Solver(
        {
          points: points
            .filter((point) => point.id === id)
            .map((point) => ({
              ...point,
              options: point.options.map(({ option }) => prepareOption({ ...option, requires: [], conflicts: [] })),
            })),
          rejected: new Map(),
        },
        { ...problem, anywhere: [] },
      ).best() === undefined,
  );
  const titles = stuck.map(({ id }) => catalogue.decisionPoints.find((point) => point.id === id)?.title ?? id);
  let [below, above] = [SMALLEST_SHARE, 1];
  if (!solve(scaleProblem(problem, below), catalogue))
    return {
      constraint: `${titles.join(', ') || 'the combination of parts'}: no option of the catalogue does what is asked`,
      wouldHaveToBecome: 'another requirement: less load does not help',
    };
  while (above / below > 1.05) {
    const middle = Math.sqrt(below * above);
    if (solve(scaleProblem(problem, middle), catalogue)) below = middle;
    else above = middle;
  }
  return {
    constraint: `the load itself${titles.length > 0 ? `: no option for ${titles.join(', ')} carries it` : ''}`,
    wouldHaveToBecome: `at most ${preciseQuantity(below, 'ratio')} of what the brief states`,
  };
}

/**
 * A minimal set of constraints that cannot hold together (leaving any one out makes a design possible), and what each would
 * have to become on its own. Found by deletion: one search a constraint.
 */
export function explainConflict(posed: Posed, catalogue: Catalogue): readonly Conflict[] {
  let kept = removables(posed, catalogue);
  const problemWithout = (left: readonly Removable[]) => left.reduce((problem, one) => one.without(problem), posed.problem);
  const all = kept;
  if (!solve(problemWithout(all), catalogue)) return [tooMuchLoad(problemWithout(all), catalogue)];
  for (const one of all) {
    const others = kept.filter((other) => other !== one);
    if (!solve(problemWithout(all.filter((other) => !others.includes(other))), catalogue)) kept = others;
  }
  return kept.map((one) => {
    const objective = one.name in NUMERIC ? NUMERIC[one.name as keyof typeof NUMERIC].objective : undefined;
    const alone = one.without(posed.problem);
    const candidate = solve(alone, catalogue, objective);
    if (candidate) return { constraint: one.describe, wouldHaveToBecome: one.becomes(candidate, alone) };
    // Another conflict stands beside this one: what would help here is found with these constraints only.
    const among = one.without(problemWithout(all.filter((other) => !kept.includes(other))));
    const there = solve(among, catalogue, objective);
    return {
      constraint: one.describe,
      wouldHaveToBecome: there
        ? `${one.becomes(there, among)}, and another constraint has to give as well`
        : one.becomes(there, among),
    };
  });
}
