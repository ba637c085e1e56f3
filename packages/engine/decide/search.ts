import type { Constraints, DecisionPointId, Option, Problem } from '@archwright/model';
import { type Bounds, boundsOf, type Environment } from './bounds.ts';
import { Followed, type Partial } from './dominance.ts';
import type { Evaluation } from './prepared-option.ts';
import type { Space } from './space.ts';
import { EPSILON, type Goal, goalOf, type SearchRequest } from './limits.ts';
import { add, BUILD, latencyOf, LOSS, MONTHLY, nothing, PARTS, RUN, type Sums, TOTAL } from './sums.ts';
import type { Worded, WordedSpace } from './worded-space.ts';

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

/** Each depth has a level of its own, so that nothing has to be taken back. */
interface Level extends Partial {
  environment: Environment;
  /** By point: the least it adds, given what is decided. */
  readonly least: Sums[];
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

  /** A solver for the same problem in which one point is settled; undefined where the option is not in the space. */
  pinned(point: DecisionPointId, option: string): Solver | undefined {
    const index = this.#space.points.findIndex(({ id }) => id === point);
    const only = this.#space.points[index]?.options.find(({ prepared }) => prepared.option.id === option);
    return only && this.#with(this.#space.settle(index, only));
  }

  /** The best candidate, or undefined when nothing is feasible. */
  best(request: SearchRequest = {}): Candidate | undefined {
    if (this.#space.lacksWord) return undefined;
    const search = new Search(this.#space, this.#bounds, this.#open, goalOf(this.#constraints, request));
    const found = search.run();
    this.nodes += search.nodes;
    return found && this.#candidate(found.chosen, found.sums);
  }

  /** One option of the space in the environment of a design: for the verdicts. */
  evaluateIn(candidate: Candidate, option: Option): Evaluation | undefined {
    const chosen = new Set(candidate.choices.map((choice) => choice.option));
    let environment = this.#bounds.start;
    for (const { id, options } of this.#space.points) {
      const only = id === option.decision ? undefined : options.find(({ prepared }) => chosen.has(prepared.option));
      if (only) environment = this.#bounds.after(only, environment);
    }
    const worded = this.#space.points.flatMap(({ options }) => options).find(({ prepared }) => prepared.option === option);
    return worded && this.#bounds.evaluate(worded, environment).evaluation;
  }

  #candidate(chosen: readonly Worded[], sums: Sums): Candidate {
    let environment = this.#bounds.start;
    const choices = chosen.map((worded, index) => {
      const { evaluation } = this.#bounds.evaluate(worded, environment);
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

interface Found {
  readonly value: number;
  readonly chosen: readonly Worded[];
  readonly sums: Sums;
}

/** One run of the search. */
class Search {
  nodes = 0;
  readonly #space: WordedSpace;
  readonly #bounds: Bounds;
  readonly #open: readonly (readonly Worded[])[];
  readonly #goal: Goal;
  readonly #followed: Followed;
  /** By point: the best each export can be when it is reached. */
  readonly #favourable: readonly Environment[];
  readonly #levels: readonly Level[];
  readonly #chosen: Worded[] = [];
  readonly #scratch = nothing();
  readonly #restScratch = nothing();
  #best: Found | undefined;

  constructor(space: WordedSpace, bounds: Bounds, open: readonly (readonly Worded[])[], goal: Goal) {
    this.#space = space;
    this.#bounds = bounds;
    this.#open = open;
    this.#goal = goal;
    this.#followed = new Followed(space, goal);
    this.#favourable = bounds.favourable(open);
    const none = space.anywhere.map(() => 0);
    const environment = bounds.start;
    this.#levels = [...space.points, undefined].map((_, depth) => ({
      present: none.slice(),
      excluded: none.slice(),
      required: depth === 0 ? space.anywhere : none.slice(),
      environment,
      sums: nothing(),
      least: [],
    }));
  }

  run(): Found | undefined {
    this.#bound(0);
    this.#visit(0);
    return this.#best;
  }

  #visit(depth: number): void {
    this.nodes += 1;
    const { points } = this.#space;
    const { sums } = this.#levels[depth]!;
    if (depth === points.length) {
      const value = this.#goal.valueOf(sums);
      if (!this.#best || value < this.#best.value - EPSILON)
        this.#best = { value, chosen: [...this.#chosen], sums: sums.slice() };
      return;
    }
    for (const { worded, addition, loose } of this.#ranked(depth)) {
      // Options come by their bound: where this one cannot win, none after it can.
      if (this.#best && loose >= this.#best.value - EPSILON) break;
      this.#enter(worded, addition, depth);
      add(this.#levels[depth + 1]!.sums, this.#rest(depth + 1, depth + 1), this.#scratch);
      if (this.#goal.breaks(this.#scratch) || (this.#best && this.#goal.valueOf(this.#scratch) >= this.#best.value - EPSILON))
        continue;
      if (this.#followed.covers(depth + 1, this.#levels[depth + 1]!)) continue;
      this.#chosen.push(worded);
      this.#visit(depth + 1);
      this.#chosen.pop();
    }
  }

  /** The options of a point that may stand here, by what the whole would amount to at least. */
  #ranked(depth: number) {
    const { sums, environment } = this.#levels[depth]!;
    const rest = this.#rest(depth + 1, depth);
    const ranked: { worded: Worded; addition: Sums; loose: number }[] = [];
    for (const worded of this.#open[depth]!) {
      if (!this.#mayEnter(worded, depth)) continue;
      const { evaluation, addition } = this.#bounds.evaluate(worded, environment);
      if (evaluation.exceeded >= 0) continue;
      add(sums, addition, this.#scratch);
      if (this.#goal.breaks(this.#scratch)) continue;
      add(this.#scratch, rest, this.#scratch);
      ranked.push({ worded, addition, loose: this.#goal.valueOf(this.#scratch) });
    }
    return ranked.sort((a, b) => a.loose - b.loose || (a.worded.prepared.option.id < b.worded.prepared.option.id ? -1 : 1));
  }

  /** What the points from one on add at least, with the points before `decided` decided; the row is used again by the next call. */
  #rest(from: number, decided: number): Sums {
    const { least } = this.#levels[decided]!;
    const sums = this.#restScratch;
    sums.fill(0);
    for (let index = from; index < least.length; index += 1) add(sums, least[index]!, sums);
    return sums;
  }

  /** Whether nothing chosen excludes the option, and everything it or others require is there or can still come. */
  #mayEnter({ brings, conflicts, requires }: Worded, depth: number): boolean {
    const { present, excluded, required } = this.#levels[depth]!;
    const lastChance = this.#space.lastChance[depth]!;
    for (let at = 0; at < present.length; at += 1) {
      if ((brings[at]! & excluded[at]!) | (conflicts[at]! & present[at]!)) return false;
      if ((required[at]! | requires[at]!) & ~(present[at]! | brings[at]!) & lastChance[at]!) return false;
    }
    return true;
  }

  #enter(worded: Worded, addition: Sums, depth: number): void {
    const { brings, conflicts, requires } = worded;
    const [here, next] = [this.#levels[depth]!, this.#levels[depth + 1]!];
    for (let at = 0; at < brings.length; at += 1) {
      next.present[at] = here.present[at]! | brings[at]!;
      next.excluded[at] = here.excluded[at]! | conflicts[at]!;
      next.required[at] = here.required[at]! | requires[at]!;
    }
    next.environment = this.#bounds.after(worded, here.environment);
    add(here.sums, addition, next.sums);
    this.#bound(depth + 1);
  }

  /** The bounds of the points from a depth on: looked up again only where the decision before it made something known. */
  #bound(depth: number): void {
    const { points } = this.#space;
    const level = this.#levels[depth]!;
    const before = this.#levels[depth - 1];
    for (let index = depth; index < points.length; index += 1) {
      const known = points[index]!.known[depth]!;
      level.least[index] =
        before && points[index]!.known[depth - 1] === known
          ? before.least[index]!
          : this.#bounds.least(known, this.#open[index]!, level.present, level.environment, this.#favourable[index]!);
    }
  }
}
