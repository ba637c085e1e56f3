import type { Constraints, DecisionPointId, Option, Problem } from '@archwright/model';
import { type Bounds, boundsOf } from './bounds.ts';
import type { Environment } from './environments.ts';
import { type Found, Search, type Start } from './branch-and-bound.ts';
import type { Space } from './space.ts';
import { type Goal, goalOf, type Nearby, rationsOf, type SearchRequest } from './limits.ts';
import { pricesOf } from './prices.ts';
import { add, BUILD, latencyOf, LOSS, MONTHLY, nothing, PARTS, RUN, type Sums, TOTAL } from './sums.ts';
import { isCompatible, type Worded, type WordedSpace } from './worded-space.ts';
import { meet } from './words.ts';

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

/** What stands before a point. */
interface Before {
  readonly present: number[];
  readonly excluded: number[];
  environment: Environment;
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
  /** The point that is settled, -1 for none. */
  readonly #settled: number;
  /** Nodes visited so far, over all searches: how the cost of search is reported. */
  nodes = 0;

  constructor(
    space: Space,
    problem: Problem,
    shared?: { readonly bounds: Bounds; readonly open: readonly (readonly Worded[])[]; readonly settled: number },
  ) {
    this.#constraints = problem.constraints;
    this.#bounds = shared?.bounds ?? boundsOf(space, problem);
    this.#space = this.#bounds.space;
    this.#open = shared?.open ?? this.#space.points.map(({ options }) => options);
    this.#settled = shared?.settled ?? -1;
    this.#with = (open, settled) => new Solver(space, problem, { bounds: this.#bounds, open, settled });
  }

  readonly #with: (open: readonly (readonly Worded[])[], settled: number) => Solver;

  /** A solver for the same problem in which one point is settled; undefined where no design can have the option. */
  pinned(point: DecisionPointId, option: string): Solver | undefined {
    const index = this.#space.points.findIndex(({ id }) => id === point);
    const only = this.#space.points[index]?.options.find(({ prepared }) => prepared.option.id === option);
    const left = only && this.#space.settle(index, only);
    return left?.every((options) => options.length > 0) ? this.#with(left, index) : undefined;
  }

  /** Whether every design that is looked at here is looked at there too; both come from the same problem. */
  isWithin(there: Solver): boolean {
    // The point that is settled there tells most of them apart.
    if (there.#settled >= 0 && !isSubset(this.#open[there.#settled]!, there.#open[there.#settled]!)) return false;
    for (let at = 0; at < this.#open.length; at += 1) if (!isSubset(this.#open[at]!, there.#open[at]!)) return false;
    return true;
  }

  /** The best candidate, or undefined when nothing is feasible. */
  best(request: SearchRequest = {}): Candidate | undefined {
    if (this.#space.lacksWord) return undefined;
    const known = this.#nearest(request.near ?? [], goalOf(this.#constraints, request));
    const found = this.#search(request, { known, isKept: request.prefersNear === true });
    return found && this.#candidate(found.chosen, found.sums);
  }

  /** Whether a design of another problem is feasible in this one, and none is better. */
  isBest(design: Nearby): boolean {
    const known = this.#space.lacksWord ? undefined : this.#standing(design, goalOf(this.#constraints, {}));
    const isSame = known?.chosen.every(({ prepared }) => design.some(({ option }) => option === prepared.option));
    return isSame === true && this.#search({}, { known, isKept: true, isEnough: true }) === known;
  }

  /** A run without prices first, which most searches end in; with prices from there on. */
  #search(request: SearchRequest, start: Start): Found | undefined {
    const goal = () => goalOf(this.#constraints, request, this.#bounds.prices);
    const quick = this.#run(goal(), start, this.#bounds.prices ? Infinity : (request.unpricedNodes ?? UNPRICED_NODES));
    if (!quick.gaveUp) return quick.found;
    const known = quick.found ?? start.known;
    this.#bounds.price(known ? pricesOf(this.#around(known.chosen), rationsOf(this.#constraints)) : []);
    return this.#run(goal(), start).found;
  }

  #run(goal: Goal, start: Start, mostNodes = Infinity): { readonly found: Found | undefined; readonly gaveUp: boolean } {
    const search = new Search(this.#space, this.#bounds, this.#open, goal);
    const found = search.run(start, mostNodes);
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
    const before: Before = {
      present: anywhere.map(() => 0),
      excluded: anywhere.map(() => 0),
      environment: this.#bounds.environments.start,
    };
    const { present, excluded } = before;
    const required = [...anywhere];
    const [chosen, sums]: [Worded[], Sums] = [[], nothing()];
    for (let index = 0; index < this.#open.length; index += 1) {
      const options = this.#open[index]!;
      const own = stood[index];
      const { environment } = before;
      const next = own && options.includes(own) && this.#mayStand(own, before) ? own : this.#cheapest(options, before, goal);
      if (!next) return undefined;
      chosen.push(next);
      add(sums, this.#bounds.evaluate(next, environment).addition, sums);
      before.environment = this.#bounds.environments.after(next, environment);
      for (let at = 0; at < present.length; at += 1) {
        present[at]! |= next.brings[at]!;
        excluded[at]! |= next.conflicts[at]!;
        required[at]! |= next.requires[at]!;
      }
    }
    if (required.some((bits, at) => (bits & ~present[at]!) !== 0) || goal.breaks(sums)) return undefined;
    return { value: goal.valueOf(sums), chosen, sums };
  }

  #mayStand(option: Worded, { present, excluded, environment }: Before): boolean {
    const isFree = !meet(option.brings, excluded) && !meet(option.conflicts, present);
    return isFree && this.#bounds.evaluate(option, environment).exceeded < 0;
  }

  #cheapest(options: readonly Worded[], before: Before, goal: Goal): Worded | undefined {
    let best: Worded | undefined;
    let least = Infinity;
    for (const option of options) {
      if (!this.#mayStand(option, before)) continue;
      const value = goal.valueOf(this.#bounds.evaluate(option, before.environment).addition);
      if (value >= least) continue;
      best = option;
      least = value;
    }
    return best;
  }

  /** By point, what the options add that could take the place of the chosen one, the others staying. */
  #around(chosen: readonly Worded[]): readonly (readonly Sums[])[] {
    let environment = this.#bounds.environments.start;
    return chosen.map((own, index) => {
      const here = environment;
      environment = this.#bounds.environments.after(own, here);
      return this.#open[index]!.filter((other) => fits(other, chosen, index)).flatMap((other) => {
        const { exceeded, addition } = this.#bounds.evaluate(other, here);
        return exceeded < 0 ? [addition] : [];
      });
    });
  }

  /** The first limit of its own that an option of the space exceeds in the environment of a design, -1 for none: for the verdicts. */
  exceededIn(candidate: Candidate, option: Option): number {
    let environment = this.#bounds.environments.start;
    for (const [index, { id, options }] of this.#space.points.entries()) {
      const only =
        id === option.decision ? undefined : options.find(({ prepared }) => prepared.option === candidate.choices[index]!.option);
      if (only) environment = this.#bounds.environments.after(only, environment);
    }
    const worded = this.#space.points
      .find(({ id }) => id === option.decision)
      ?.options.find(({ prepared }) => prepared.option === option);
    return worded ? this.#bounds.evaluate(worded, environment).exceeded : -1;
  }

  #candidate(chosen: readonly Worded[], sums: Sums): Candidate {
    let environment = this.#bounds.environments.start;
    const choices = chosen.map((worded, index) => {
      const { addition } = this.#bounds.evaluate(worded, environment);
      environment = this.#bounds.environments.after(worded, environment);
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

function isSubset(options: readonly Worded[], others: readonly Worded[]): boolean {
  if (options === others) return true;
  if (options.length > others.length) return false;
  for (const option of options) if (!others.includes(option)) return false;
  return true;
}
