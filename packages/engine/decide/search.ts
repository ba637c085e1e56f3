import type { Constraints, DecisionPointId, Option, Problem } from '@archwright/model';
import { type Bounds, boundsOf, type Environment } from './bounds.ts';
import { type Found, Search } from './branch-and-bound.ts';
import type { Space } from './space.ts';
import { type Goal, goalOf, type Nearby, rationsOf, type SearchRequest } from './limits.ts';
import { pricesOf } from './prices.ts';
import { add, BUILD, latencyOf, LOSS, MONTHLY, nothing, PARTS, RUN, type Sums, TOTAL } from './sums.ts';
import { isCompatible, meet, type Worded, type WordedSpace } from './worded-space.ts';

/** A whole design: one option per point, with what it amounts to. */
export interface Candidate {
  readonly choices: readonly {
    readonly point: DecisionPointId;
    readonly option: Option;
    /** Infrastructure, USD a month. */
    readonly monthly: number;
    /** Hours; beside a running design, of moving too. */
    readonly build: number;
    /** Hours a month. */
    readonly run: number;
  }[];
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
    const near = this.#nearest(request.near ?? [], goal());
    const run = (mostNodes: number) => this.#run(goal(), mostNodes, near, request.prefersNear);
    const quick = run(this.#bounds.prices ? Infinity : (request.unpricedNodes ?? UNPRICED_NODES));
    if (!quick.gaveUp) return quick.found && this.#candidate(quick.found.chosen, quick.found.sums);
    const known = quick.found ?? near;
    this.#bounds.price(known ? pricesOf(this.#around(known.chosen), rationsOf(this.#constraints)) : []);
    const { found } = run(Infinity);
    return found && this.#candidate(found.chosen, found.sums);
  }

  #run(goal: Goal, ...[mostNodes, near, isKept]: Parameters<Search['run']>) {
    const search = new Search(this.#space, this.#bounds, this.#open, goal);
    const found = search.run(mostNodes, near, isKept);
    this.nodes += search.nodes;
    return { found, gaveUp: search.gaveUp };
  }

  #nearest(near: readonly Nearby[], goal: Goal): Found | undefined {
    let best: Found | undefined;
    for (const design of near) {
      const found = this.#standing(design, goal);
      if (found && (!best || found.value < best.value)) best = found;
    }
    return best;
  }

  /**
   * A design of another problem as one of this: where its option may not be taken here, the one that adds least beside what stands
   * before it. Undefined where that is no feasible design.
   */
  #standing(near: Nearby, goal: Goal): Found | undefined {
    const { anywhere } = this.#space;
    const stood = this.#space.asWorded(near);
    const [present, excluded, required] = [anywhere.map(() => 0), anywhere.map(() => 0), [...anywhere]];
    const [chosen, sums]: [Worded[], Sums] = [[], nothing()];
    let environment = this.#bounds.start;
    for (const [index, options] of this.#open.entries()) {
      const own = stood[index];
      const asked = own && options.includes(own) ? [own] : options;
      const isFree = ({ brings, conflicts }: Worded) => !meet(brings, excluded) && !meet(conflicts, present);
      const next = this.#cheapest(asked, isFree, environment, goal) ?? this.#cheapest(options, isFree, environment, goal);
      if (!next) return undefined;
      chosen.push(next);
      add(sums, this.#bounds.evaluate(next, environment).addition, sums);
      environment = this.#bounds.after(next, environment);
      for (let at = 0; at < present.length; at += 1) {
        present[at]! |= next.brings[at]!;
        excluded[at]! |= next.conflicts[at]!;
        required[at]! |= next.requires[at]!;
      }
    }
    if (required.some((bits, at) => (bits & ~present[at]!) !== 0) || goal.breaks(sums)) return undefined;
    return { value: goal.valueOf(sums), chosen, sums };
  }

  #cheapest(
    options: readonly Worded[],
    isFree: (option: Worded) => boolean,
    environment: Environment,
    goal: Goal,
  ): Worded | undefined {
    let [best, least]: [Worded | undefined, number] = [undefined, Infinity];
    for (const option of options) {
      if (!isFree(option)) continue;
      const { exceeded, addition } = this.#bounds.evaluate(option, environment);
      const value = exceeded < 0 ? goal.valueOf(addition) : Infinity;
      if (value < least) [best, least] = [option, value];
    }
    return best;
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

  /** The first limit of its own that an option of the space exceeds in the environment of a design, -1 for none: for the verdicts. */
  exceededIn(candidate: Candidate, option: Option): number {
    let environment = this.#bounds.start;
    for (const [index, { id, options }] of this.#space.points.entries()) {
      const only =
        id === option.decision ? undefined : options.find(({ prepared }) => prepared.option === candidate.choices[index]!.option);
      if (only) environment = this.#bounds.after(only, environment);
    }
    const worded = this.#space.points
      .find(({ id }) => id === option.decision)
      ?.options.find(({ prepared }) => prepared.option === option);
    return worded ? this.#bounds.evaluate(worded, environment).exceeded : -1;
  }

  #candidate(chosen: readonly Worded[], sums: Sums): Candidate {
    let environment = this.#bounds.start;
    const choices = chosen.map((worded, index) => {
      const { addition } = this.#bounds.evaluate(worded, environment);
      environment = this.#bounds.after(worded, environment);
      const amounts = { monthly: addition[MONTHLY]!, build: addition[BUILD]!, run: addition[RUN]! };
      return { point: this.#space.points[index]!.id, option: worded.prepared.option, ...amounts };
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
