import type { Constraints, DecisionPointId, Option, Problem } from '@archwright/model';
import { type Bounds, boundsOf } from './bounds.ts';
import { type Found, Search } from './branch-and-bound.ts';
import type { Evaluation } from './prepared-option.ts';
import type { Space } from './space.ts';
import { type Goal, goalOf, rationsOf, type SearchRequest } from './limits.ts';
import { pricesOf } from './prices.ts';
import { BUILD, latencyOf, LOSS, MONTHLY, PARTS, RUN, type Sums, TOTAL } from './sums.ts';
import { isCompatible, type Worded, type WordedSpace } from './worded-space.ts';

/** A whole design: one option per point, with what it amounts to. */
export interface Candidate {
  readonly choices: readonly { readonly point: DecisionPointId; readonly option: Option; readonly evaluation: Evaluation }[];
  /** 36-month total cost of ownership, USD. */
  readonly total: number;
  readonly monthly: number;
  readonly build: number;
  readonly run: number;
  readonly latencyP99: number;
  readonly availability: number;
  readonly parts: number;
}

/** Most searches are through after this many nodes; for the others it pays to put a price on what limits ration. */
const UNPRICED_NODES = 60;

/** Whether an option can stand in one place of a design. */
function fits(option: Worded, chosen: readonly Worded[], index: number): boolean {
  const others = chosen.filter((_, at) => at !== index);
  return (
    others.every((other) => isCompatible(option, other)) &&
    option.requires.every(
      (bits, at) => (others.reduce((left, { brings }) => left & ~brings[at]!, bits) & ~option.brings[at]!) === 0,
    )
  );
}

/**
 * Exact search over one problem's space: depth first, cheapest option first, cut where an admissible bound (the sum of what
 * each open point adds at least) shows that nothing better can follow. Searches on one demand share their bounds.
 */
export class Solver {
  readonly #constraints: Constraints;
  readonly #space: WordedSpace;
  readonly #bounds: Bounds;
  /** Options that may be taken, point by point. */
  readonly #open: readonly (readonly Worded[])[];
  /** Nodes visited so far, over all searches: how the cost of search is reported. */
  nodes = 0;

  constructor(
    space: Space,
    problem: Problem,
    shared?: { readonly bounds: Bounds; readonly open: readonly (readonly Worded[])[] },
  ) {
    this.#constraints = problem.constraints;
    this.#bounds = shared?.bounds ?? boundsOf(space, problem);
    this.#space = this.#bounds.space;
    this.#open = shared?.open ?? this.#space.points.map(({ options }) => options);
    this.#with = (open) => new Solver(space, problem, { bounds: this.#bounds, open });
  }

  readonly #with: (open: readonly (readonly Worded[])[]) => Solver;

  /** A solver for the same problem in which one point is settled; undefined where no design can have the option. */
  pinned(point: DecisionPointId, option: string): Solver | undefined {
    const index = this.#space.points.findIndex(({ id }) => id === point);
    const only = this.#space.points[index]?.options.find(({ prepared }) => prepared.option.id === option);
    const left = only && this.#space.settle(index, only);
    return left?.every((options) => options.length > 0) ? this.#with(left) : undefined;
  }

  /** The best candidate, or undefined when nothing is feasible. */
  best(request: SearchRequest = {}): Candidate | undefined {
    if (this.#space.lacksWord) return undefined;
    const goal = () => goalOf(this.#constraints, request, this.#bounds.prices);
    const quick = this.#run(goal(), this.#bounds.prices ? Infinity : (request.unpricedNodes ?? UNPRICED_NODES));
    if (!quick.gaveUp) return quick.found && this.#candidate(quick.found.chosen, quick.found.sums);
    this.#bounds.price(quick.found ? pricesOf(this.#around(quick.found.chosen), rationsOf(this.#constraints)) : []);
    const { found } = this.#run(goal());
    return found && this.#candidate(found.chosen, found.sums);
  }

  #run(goal: Goal, mostNodes?: number): { readonly found: Found | undefined; readonly gaveUp: boolean } {
    const search = new Search(this.#space, this.#bounds, this.#open, goal);
    const found = search.run(mostNodes);
    this.nodes += search.nodes;
    return { found, gaveUp: search.gaveUp };
  }

  /** By point, what the options add that could take the place of the chosen one, the others staying. */
  #around(chosen: readonly Worded[]): readonly (readonly Sums[])[] {
    let environment = this.#bounds.start;
    return chosen.map((own, index) => {
      const here = environment;
      environment = this.#bounds.after(own, here);
      return this.#open[index]!.filter((other) => fits(other, chosen, index)).flatMap((other) => {
        const { exceeded, addition } = this.#bounds.evaluate(other, here);
        return exceeded < 0 ? [addition] : [];
      });
    });
  }

  /** One option of the space in the environment of a design: for the verdicts. */
  evaluateIn(candidate: Candidate, option: Option): Evaluation | undefined {
    let environment = this.#bounds.start;
    for (const [index, { id, options }] of this.#space.points.entries()) {
      const only =
        id === option.decision ? undefined : options.find(({ prepared }) => prepared.option === candidate.choices[index]!.option);
      if (only) environment = this.#bounds.after(only, environment);
    }
    const worded = this.#space.points
      .find(({ id }) => id === option.decision)
      ?.options.find(({ prepared }) => prepared.option === option);
    return worded && this.#bounds.evaluation(worded, environment);
  }

  #candidate(chosen: readonly Worded[], sums: Sums): Candidate {
    let environment = this.#bounds.start;
    const choices = chosen.map((worded, index) => {
      const evaluation = this.#bounds.evaluation(worded, environment);
      environment = this.#bounds.after(worded, environment);
      return { point: this.#space.points[index]!.id, option: worded.prepared.option, evaluation };
    });
    return {
      choices,
      total: sums[TOTAL]!,
      monthly: sums[MONTHLY]!,
      build: sums[BUILD]!,
      run: sums[RUN]!,
      parts: sums[PARTS]!,
      latencyP99: latencyOf(sums),
      availability: Math.exp(-sums[LOSS]!),
    };
  }
}
