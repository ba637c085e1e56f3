import type { Constraints, DecisionPointId, Option, Problem } from '@archwright/model';
import { Bounds, type Environment } from './bounds.ts';
import type { Evaluation } from './prepared-option.ts';
import { wordedSpace, type Space } from './space.ts';
import { add, BUILD, latencyOf, LOSS, MONTHLY, nothing, PARTS, RUN, type Sums, TOTAL } from './sums.ts';
import type { Worded, WordedSpace, Words } from './worded-space.ts';

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

export type CrossConstraint = 'budget' | 'runHours' | 'buildHours' | 'availability' | 'latency';
export type Objective = 'total' | 'monthly' | 'run' | 'build' | 'unavailability' | 'latencyP99';

export interface SearchRequest {
  /** Cross constraints to leave out: to find which of them stands in the way. */
  readonly relax?: readonly CrossConstraint[];
  /** What is made small; `total` unless a limit is being explored. */
  readonly objective?: Objective;
}

/** Ties go to fewer moving parts: a part counts as this much, less than any price difference a reader would notice. */
const PART_WEIGHT = 0.01;
const EPSILON = 1e-9;

const VALUE_OF: Readonly<Record<Objective, (sums: Sums) => number>> = {
  total: (sums) => sums[TOTAL]! + PART_WEIGHT * sums[PARTS]!,
  monthly: (sums) => sums[MONTHLY]!,
  run: (sums) => sums[RUN]!,
  build: (sums) => sums[BUILD]!,
  unavailability: (sums) => sums[LOSS]!,
  latencyP99: latencyOf,
};

/** What is decided down to one depth. Each depth has its own, so that nothing has to be taken back. */
interface Level {
  readonly present: Words;
  readonly excluded: Words;
  readonly required: Words;
  environment: Environment;
  readonly sums: Sums;
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
    this.#space = shared?.bounds.space ?? wordedSpace(space, problem.anywhere);
    this.#bounds = shared?.bounds ?? new Bounds(this.#space, problem);
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
    const search = new Search(
      this.#space,
      this.#bounds,
      this.#open,
      limitsOf(this.#constraints, request),
      request.objective ?? 'total',
    );
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

/** Whether sums break a limit on the whole design. Sums only grow, so a partial design that breaks one is lost. */
function limitsOf(constraints: Constraints, { relax = [] }: SearchRequest): (sums: Sums) => boolean {
  const limit = (name: CrossConstraint): number => (relax.includes(name) ? undefined : constraints[name]) ?? Infinity;
  const [monthly, run, build, latency] = [limit('budget'), limit('runHours'), limit('buildHours'), limit('latency')];
  const availability = relax.includes('availability') ? 0 : (constraints.availability ?? 0);
  const loss = -Math.log(availability);
  return (sums) =>
    sums[TOTAL] === Infinity ||
    sums[MONTHLY]! > monthly + EPSILON ||
    sums[RUN]! > run + EPSILON ||
    sums[BUILD]! > build + EPSILON ||
    latencyOf(sums) > latency + EPSILON ||
    sums[LOSS]! > loss + EPSILON;
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
  readonly #breaks: (sums: Sums) => boolean;
  readonly #valueOf: (sums: Sums) => number;
  readonly #levels: readonly Level[];
  readonly #chosen: Worded[] = [];
  readonly #scratch = nothing();
  #best: Found | undefined;

  constructor(
    space: WordedSpace,
    bounds: Bounds,
    open: readonly (readonly Worded[])[],
    breaks: (sums: Sums) => boolean,
    objective: Objective,
  ) {
    this.#space = space;
    this.#bounds = bounds;
    this.#open = open;
    this.#breaks = breaks;
    this.#valueOf = VALUE_OF[objective];
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
      const value = this.#valueOf(sums);
      if (!this.#best || value < this.#best.value - EPSILON)
        this.#best = { value, chosen: [...this.#chosen], sums: sums.slice() };
      return;
    }
    for (const { worded, addition, loose } of this.#ranked(depth)) {
      // Options come by their bound: where this one cannot win, none after it can.
      if (this.#best && loose >= this.#best.value - EPSILON) break;
      this.#enter(worded, addition, depth);
      add(this.#levels[depth + 1]!.sums, this.#rest(depth + 1, depth + 1), this.#scratch);
      if (this.#breaks(this.#scratch) || (this.#best && this.#valueOf(this.#scratch) >= this.#best.value - EPSILON)) continue;
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
      if (this.#breaks(this.#scratch)) continue;
      add(this.#scratch, rest, this.#scratch);
      ranked.push({ worded, addition, loose: this.#valueOf(this.#scratch) });
    }
    return ranked.sort((a, b) => a.loose - b.loose || (a.worded.prepared.option.id < b.worded.prepared.option.id ? -1 : 1));
  }

  /** What the points from one on add at least, with the points before `decided` decided. */
  #rest(from: number, decided: number): Sums {
    const { least } = this.#levels[decided]!;
    const sums = nothing();
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
          : this.#bounds.least(known, this.#open[index]!, level.present, level.environment);
    }
  }
}
