import type { Constraints, DecisionPointId, Option, Problem } from '@archwright/model';
import { addSums, applyExports, Bounds, latencyOf, NOTHING, plus, type Sums, type Worded } from './bounds.ts';
import { EXPORT_SLOTS, type Evaluation, type PreparedOption, sharedValues } from './prepared-option.ts';
import type { Space } from './space.ts';

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

const valueOf = (sums: Sums, objective: Objective): number => {
  if (objective === 'total') return sums.total + PART_WEIGHT * sums.parts;
  if (objective === 'unavailability') return -sums.logAvailability;
  if (objective === 'latencyP99') return latencyOf(sums);
  return sums[objective];
};

/** How often each word is present or excluded by what is chosen, and the words awaited by the last point that can bring them. */
interface State {
  readonly values: Float64Array;
  readonly present: Uint8Array;
  readonly excluded: Uint8Array;
  readonly awaited: number[][];
}

/**
 * Exact search over one problem's space: depth first, cheapest option first, cut where an admissible bound (the sum of what
 * each open point adds at least) shows that nothing better can follow. Searches on one problem share their bounds.
 */
export class Solver {
  readonly #constraints: Constraints;
  readonly #anywhere: readonly string[];
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
    this.#anywhere = problem.anywhere;
    this.#bounds = shared?.bounds ?? new Bounds(space.points, sharedValues(problem.demand), problem);
    this.#open = shared?.open ?? this.#bounds.points.map(({ options }) => options);
    this.#with = (open) => new Solver(space, problem, { bounds: this.#bounds, open });
  }

  readonly #with: (open: readonly (readonly Worded[])[]) => Solver;

  /** A solver for the same problem in which one point is settled; undefined where the option is not in the space. */
  pinned(point: DecisionPointId, option: string): Solver | undefined {
    const index = this.#bounds.points.findIndex(({ id }) => id === point);
    const only = this.#bounds.points[index]?.options.find(({ prepared }) => prepared.option.id === option);
    return only && this.#with(this.#bounds.settle(index, only));
  }

  /** The best candidate, or undefined when nothing is feasible. */
  best(request: SearchRequest = {}): Candidate | undefined {
    const { objective = 'total' } = request;
    const { points, lastBringer } = this.#bounds;
    const breaks = this.#limits(request);
    const state: State = {
      values: this.#bounds.shared.slice(),
      present: new Uint8Array(this.#bounds.wordCount + this.#anywhere.length),
      excluded: new Uint8Array(this.#bounds.wordCount + this.#anywhere.length),
      awaited: points.map(() => []),
    };
    for (const word of this.#anywhere.map((one) => this.#bounds.wordOf(one))) {
      const last = lastBringer[word] ?? -1;
      if (last < 0) return undefined;
      state.awaited[last]!.push(word);
    }
    let best: { value: number; chosen: readonly PreparedOption[]; sums: Sums } | undefined;
    const chosen: PreparedOption[] = [];
    const hopeless = (sums: Sums): boolean =>
      breaks(sums) || (best !== undefined && valueOf(sums, objective) >= best.value - EPSILON);
    const visit = (depth: number, sums: Sums): void => {
      this.nodes += 1;
      if (depth === points.length) {
        const value = valueOf(sums, objective);
        if (!best || value < best.value - EPSILON) best = { value, chosen: [...chosen], sums };
        return;
      }
      for (const { worded, next, loose } of this.#ranked(depth, sums, state, objective)) {
        // Options come by their bound: where this one cannot win, none after it can.
        if (best && loose >= best.value - EPSILON) break;
        if (breaks(next) || !this.#mayEnter(worded, depth, state)) continue;
        const leave = this.#enter(worded, state);
        if (!hopeless(addSums(next, this.#rest(depth + 1, depth + 1, state)))) {
          chosen.push(worded.prepared);
          visit(depth + 1, next);
          chosen.pop();
        }
        leave();
      }
    };
    visit(0, NOTHING);
    return best && this.#candidate(best.chosen, best.sums);
  }

  /** One option in the environment of a design: for the verdicts. */
  evaluateIn(candidate: Candidate, prepared: PreparedOption): Evaluation {
    const values = this.#bounds.shared.slice();
    for (const { prepared: other } of this.#chosenOf(candidate))
      if (other.option.decision !== prepared.option.decision) applyExports(other, values);
    return this.#bounds.evaluate(prepared, values);
  }

  #chosenOf(candidate: Candidate): readonly Worded[] {
    return candidate.choices.flatMap(
      ({ point, option }) =>
        this.#bounds.points.find(({ id }) => id === point)?.options.find(({ prepared }) => prepared.option === option) ?? [],
    );
  }

  #limits({ relax = [] }: SearchRequest): (sums: Sums) => boolean {
    const limit = (name: CrossConstraint): number | undefined => (relax.includes(name) ? undefined : this.#constraints[name]);
    const [monthly, run, build, latency] = [
      limit('budget') ?? Infinity,
      limit('runHours') ?? Infinity,
      limit('buildHours') ?? Infinity,
      limit('latency') ?? Infinity,
    ];
    const logAvailability = Math.log(limit('availability') ?? 0);
    return (sums) =>
      sums.total === Infinity ||
      sums.monthly > monthly + EPSILON ||
      sums.run > run + EPSILON ||
      sums.build > build + EPSILON ||
      latencyOf(sums) > latency + EPSILON ||
      sums.logAvailability < logAvailability - EPSILON;
  }

  /** The options of a point that stay within their own limits here, by what the whole would amount to at least. */
  #ranked(depth: number, sums: Sums, { values, present }: State, objective: Objective) {
    const rest = this.#rest(depth + 1, depth, { values, present });
    const ranked: { worded: Worded; next: Sums; loose: number }[] = [];
    for (const worded of this.#open[depth]!) {
      const evaluation = this.#bounds.evaluate(worded.prepared, values);
      if (evaluation.exceeded >= 0) continue;
      const next = plus(sums, evaluation, worded.prepared.option);
      ranked.push({ worded, next, loose: valueOf(addSums(next, rest), objective) });
    }
    return ranked.sort((a, b) => a.loose - b.loose || (a.worded.prepared.option.id < b.worded.prepared.option.id ? -1 : 1));
  }

  #rest(from: number, decided: number, { values, present }: Pick<State, 'values' | 'present'>): Sums {
    let [total, monthly, build, run, pathP99, storeP99, logAvailability, parts] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let index = from; index < this.#bounds.points.length; index += 1) {
      const least = this.#bounds.least(index, this.#open[index]!, decided, present, values);
      total += least.total;
      monthly += least.monthly;
      build += least.build;
      run += least.run;
      pathP99 += least.pathP99;
      storeP99 = Math.max(storeP99, least.storeP99);
      logAvailability += least.logAvailability;
      parts += least.parts;
    }
    return { total, monthly, build, run, pathP99, storeP99, logAvailability, parts };
  }

  /** Whether nothing chosen excludes the option, and everything it or others await can still come. */
  #mayEnter({ brings, conflicts, requires }: Worded, depth: number, { present, excluded, awaited }: State): boolean {
    for (const word of brings) if (excluded[word]) return false;
    for (const word of conflicts) if (present[word]) return false;
    for (const word of requires)
      if (!present[word] && this.#bounds.lastBringer[word]! <= depth && !brings.includes(word)) return false;
    for (const word of awaited[depth]!) if (!present[word] && !brings.includes(word)) return false;
    return true;
  }

  /** Adds an option's words and exports; returns how to take them back. */
  #enter({ prepared, brings, conflicts, requires }: Worded, { values, present, excluded, awaited }: State): () => void {
    const saved = prepared.exports.length > 0 ? EXPORT_SLOTS.map((slot) => values[slot]!) : undefined;
    for (const word of brings) present[word]! += 1;
    for (const word of conflicts) excluded[word]! += 1;
    const open = requires.filter((word) => !present[word]);
    for (const word of open) awaited[this.#bounds.lastBringer[word]!]!.push(word);
    applyExports(prepared, values);
    return () => {
      for (const word of brings) present[word]! -= 1;
      for (const word of conflicts) excluded[word]! -= 1;
      for (const word of open) awaited[this.#bounds.lastBringer[word]!]!.pop();
      if (saved) for (let index = 0; index < saved.length; index += 1) values[EXPORT_SLOTS[index]!] = saved[index]!;
    };
  }

  #candidate(chosen: readonly PreparedOption[], sums: Sums): Candidate {
    const values = this.#bounds.shared.slice();
    const choices = chosen.map((prepared, index) => {
      const evaluation = this.#bounds.evaluate(prepared, values);
      applyExports(prepared, values);
      return { point: this.#bounds.points[index]!.id, option: prepared.option, evaluation };
    });
    const { total, monthly, build, run, parts } = sums;
    return {
      choices,
      total,
      monthly,
      build,
      run,
      parts,
      latencyP99: latencyOf(sums),
      availability: Math.exp(sums.logAvailability),
    };
  }
}
