import type { Constraints, DecisionPointId, Option, Problem } from '@archwright/model';
import { EXPORT_NAMES, EXPORT_SLOTS, type Evaluation, evaluateOption, FAVOURABLE_WHEN_HIGH, optionValues, type PreparedOption, sharedValues } from './prepared-option.ts';
import type { Space, SpacePoint } from './space.ts';

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

export interface SearchRequest {
  /** Cross constraints to leave out: to find which of them stands in the way. */
  readonly relax?: readonly CrossConstraint[];
  /** What is made small; `total` unless a limit is being explored. */
  readonly objective?: (typeof OBJECTIVES)[number];
}

const OBJECTIVES = ['total', 'monthly', 'run', 'build', 'unavailability', 'latencyP99'] as const;
/** More distinct values of one export than this in one problem would make keys collide; a catalogue has a dozen. */
const RADIX = 128;

/** Ties go to fewer moving parts: a part counts as this much, less than any price difference a reader would notice. */
const PART_WEIGHT = 0.01;
const EPSILON = 1e-9;

interface Sums {
  total: number;
  monthly: number;
  build: number;
  run: number;
  latencyP99: number;
  logAvailability: number;
  parts: number;
}
const NOTHING: Sums = { total: 0, monthly: 0, build: 0, run: 0, latencyP99: 0, logAvailability: 0, parts: 0 };

const plus = (sums: Sums, evaluation: Evaluation, parts: number): Sums => ({
  total: sums.total + evaluation.total,
  monthly: sums.monthly + evaluation.monthly,
  build: sums.build + evaluation.build,
  run: sums.run + evaluation.run,
  latencyP99: sums.latencyP99 + evaluation.latencyP99,
  logAvailability: sums.logAvailability + Math.log(evaluation.availability),
  parts: sums.parts + parts,
});

const objectiveOf = (sums: Sums, objective: SearchRequest['objective'] = 'total'): number => {
  if (objective === 'total') return sums.total + PART_WEIGHT * sums.parts;
  if (objective === 'unavailability') return -sums.logAvailability;
  return sums[objective];
};

/**
 * Exact search over one problem's space: depth first, cheapest option first, cut where an admissible bound (the sum of what
 * each open point costs at least) shows that nothing better can follow. Evaluations are shared between searches.
 */
export class Solver {
  readonly #space: Space;
  readonly #constraints: Constraints;
  readonly #anywhere: readonly string[];
  readonly #shared: Float64Array;
  readonly #problem: Problem;
  readonly #evaluations: Map<PreparedOption, Map<number, Evaluation>>;
  /** By the sum of the two depths that a bound depends on: they are equal or neighbours. */
  readonly #bounds: readonly Map<number, Sums>[];
  /** Every exported value met so far, by export: keys are made of their numbers. */
  readonly #valueNumbers: readonly Map<number, number>[];
  readonly #words = new Map<string, number>();
  /** Last point that can bring a word; -1 where none can. */
  readonly #lastBringer: number[] = [];
  readonly #favourable: Float64Array;
  /** For each depth, which exports no point from there on can change. */
  readonly #settled: readonly (readonly boolean[])[];
  /** For each depth, the words that options from there on require and no point from there on can bring. */
  readonly #settledWords: readonly (readonly number[])[];
  /** For each depth, the exports that the options of that point read, and those that are settled and read by later points. */
  readonly #readsAt: readonly (readonly number[])[];
  readonly #settledReads: readonly (readonly number[])[];
  readonly #orders = new Map<number, readonly Ranked[]>();
  /** Nodes visited so far, over all searches: how the cost of search is reported. */
  nodes = 0;

  /** @param parent - a solver of the same problem whose evaluations can be used again */
  constructor(space: Space, problem: Problem, parent?: Solver) {
    this.#space = space;
    this.#problem = problem;
    this.#evaluations = parent ? parent.#evaluations : new Map();
    this.#valueNumbers = parent ? parent.#valueNumbers : EXPORT_NAMES.map(() => new Map<number, number>());
    this.#constraints = problem.constraints;
    this.#anywhere = problem.anywhere;
    this.#shared = sharedValues(problem.demand);
    space.points.forEach(({ options }, index) => {
      for (const { option } of options) for (const word of bringsOf(option)) this.#lastBringer[this.#wordOf(word)] = index;
    });
    this.#favourable = this.#favourableExports();
    this.#bounds = Array.from({ length: 2 * space.points.length + 2 }, () => new Map<number, Sums>());
    this.#settled = Array.from({ length: space.points.length + 1 }, (_, depth) => EXPORT_NAMES.map((__, index) => this.#decidesExport(depth, index)));
    this.#settledWords = this.#settled.map((_, depth) => {
      const required = space.points.slice(depth).flatMap(({ options }) => options.flatMap(({ option }) => option.requires.map((word) => this.#wordOf(word))));
      return [...new Set(required)].filter((word) => this.#lastBringer[word]! < depth && this.#lastBringer[word]! >= 0);
    });
    const readsOf = (points: readonly SpacePoint[]) => EXPORT_NAMES.flatMap((_, index) => (points.some(({ options }) => options.some(({ reads }) => reads.includes(index))) ? [index] : []));
    this.#readsAt = space.points.map((point) => readsOf([point]));
    this.#settledReads = this.#settled.map((settled, depth) => readsOf(space.points.slice(depth)).filter((index) => settled[index]));
  }

  /** The best candidate, or undefined when nothing is feasible. */
  best(request: SearchRequest = {}): Candidate | undefined {
    const { points } = this.#space;
    const relaxed = new Set(request.relax);
    const limit = (name: CrossConstraint): number | undefined => (relaxed.has(name) ? undefined : this.#constraints[name]);
    const limits = {
      monthly: limit('budget') ?? Infinity, run: limit('runHours') ?? Infinity, build: limit('buildHours') ?? Infinity,
      latencyP99: limit('latency') ?? Infinity, logAvailability: Math.log(limit('availability') ?? 0),
    };
    const breaks = (sums: Sums): boolean =>
      sums.total === Infinity || sums.monthly > limits.monthly + EPSILON || sums.run > limits.run + EPSILON || sums.build > limits.build + EPSILON ||
      sums.latencyP99 > limits.latencyP99 + EPSILON || sums.logAvailability < limits.logAvailability - EPSILON;

    let best: { value: number; chosen: readonly PreparedOption[]; sums: Sums } | undefined;
    const values = this.#shared.slice();
    const chosen: PreparedOption[] = [];
    const state: State = { present: new Uint8Array(512), excluded: new Uint8Array(512), awaited: points.map(() => []) };

    for (const word of this.#anywhere) {
      const last = this.#lastBringer[this.#wordOf(word)]!;
      if (last < 0) return undefined;
      state.awaited[last]!.push(this.#wordOf(word));
    }

    const visit = (depth: number, sums: Sums): void => {
      this.nodes += 1;
      if (depth === points.length) {
        const value = objectiveOf(sums, request.objective);
        if (!best || value < best.value - EPSILON) best = { value, chosen: [...chosen], sums };
        return;
      }
      const rest = this.#boundFrom(depth + 1, depth, state, values);
      for (const ranked of this.#ordered(depth, values, request)) {
        const { prepared, evaluation } = ranked;
        const next = plus(sums, evaluation, prepared.option.parts);
        const reach = addSums(next, rest);
        // Options come cheapest first: where this one cannot win, none after it can.
        if (best && objectiveOf(reach, request.objective) >= best.value - EPSILON) break;
        if (breaks(reach) || !this.#mayEnter(ranked, depth, state)) continue;
        const saved = prepared.exports.length > 0 ? EXPORT_SLOTS.map((slot) => values[slot]!) : undefined;
        const opened = this.#enter(ranked, state);
        applyExports(prepared, values);
        const closer = addSums(next, this.#boundFrom(depth + 1, depth + 1, state, values));
        if (!breaks(closer) && !(best && objectiveOf(closer, request.objective) >= best.value - EPSILON)) {
          chosen.push(prepared);
          visit(depth + 1, next);
          chosen.pop();
        }
        leave(ranked, opened, state, this.#lastBringer);
        if (saved) for (let index = 0; index < saved.length; index += 1) values[EXPORT_SLOTS[index]!] = saved[index]!;
      }
    };
    visit(0, NOTHING);
    return best && this.#candidate(best.chosen, best.sums);
  }

  /** A solver for the same problem in which one point is settled: bounds know it from the start. */
  pinned(point: DecisionPointId, option: string): Solver {
    const points = this.#space.points.map((one) => (one.id === point ? { ...one, options: one.options.filter((prepared) => prepared.option.id === option) } : one));
    return new Solver({ ...this.#space, points }, this.#problem, this);
  }

  /** One option in the environment of a design: for the verdicts. */
  evaluateIn(candidate: Candidate, prepared: PreparedOption): Evaluation {
    return this.#evaluate(prepared, this.valuesOf(candidate, prepared.option.decision));
  }

  /** The shared values of a design, without the exports of one point. */
  valuesOf(candidate: Candidate, without?: DecisionPointId): Float64Array {
    const values = this.#shared.slice();
    for (const { point, option } of candidate.choices) {
      const prepared = this.#space.points.find(({ id }) => id === point)?.options.find((other) => other.option === option);
      if (prepared && point !== without) applyExports(prepared, values);
    }
    return values;
  }

  /** The options of a point that stay within their own limits here, the most promising first. */
  #ordered(depth: number, values: Float64Array, { objective = 'total' }: SearchRequest): readonly Ranked[] {
    const { options } = this.#space.points[depth]!;
    const key = (this.#keyOf(this.#readsAt[depth]!, values) * 32 + depth) * OBJECTIVES.length + OBJECTIVES.indexOf(objective);
    let ranked = this.#orders.get(key);
    if (!ranked) {
      ranked = options
        .map((prepared) => {
          const evaluation = this.#evaluate(prepared, values);
          const { option } = prepared;
          const ids = (words: readonly string[]) => words.map((word) => this.#wordOf(word));
          return { prepared, evaluation, weight: objectiveOf(plus(NOTHING, evaluation, option.parts), objective), brings: ids(bringsOf(option)), conflicts: ids(option.conflicts), requires: ids(option.requires) };
        })
        .filter(({ evaluation }) => evaluation.exceeded < 0)
        .sort((a, b) => a.weight - b.weight || (a.prepared.option.id < b.prepared.option.id ? -1 : 1));
      this.#orders.set(key, ranked);
    }
    return ranked;
  }

  /** Whether nothing chosen excludes the option, and everything it or others await can still come. */
  #mayEnter({ brings, conflicts, requires }: Ranked, depth: number, { present, excluded, awaited }: State): boolean {
    for (const word of brings) if (excluded[word]) return false;
    for (const word of conflicts) if (present[word]) return false;
    for (const word of requires) if (!present[word] && this.#lastBringer[word]! <= depth && !brings.includes(word)) return false;
    for (const word of awaited[depth]!) if (!present[word] && !brings.includes(word)) return false;
    return true;
  }

  /** Adds an option's words; returns those of its requirements that are still awaited. */
  #enter({ brings, conflicts, requires }: Ranked, { present, excluded, awaited }: State): readonly number[] {
    for (const word of brings) present[word]! += 1;
    for (const word of conflicts) excluded[word]! += 1;
    const open = requires.filter((word) => !present[word]);
    for (const word of open) awaited[this.#lastBringer[word]!]!.push(word);
    return open;
  }

  /** A number for the values of some exports, the same for the same values. */
  #keyOf(reads: readonly number[], values: Float64Array): number {
    let key = 0;
    for (const index of reads) {
      const numbers = this.#valueNumbers[index]!;
      const value = values[EXPORT_SLOTS[index]!]!;
      let number = numbers.get(value);
      if (number === undefined) {
        if (numbers.size === RADIX) throw new Error(`more than ${RADIX} values of ${EXPORT_NAMES[index]} in one problem`);
        numbers.set(value, (number = numbers.size));
      }
      key = key * RADIX + number;
    }
    return key;
  }

  #wordOf(word: string): number {
    let id = this.#words.get(word);
    if (id === undefined) {
      this.#words.set(word, (id = this.#words.size));
      this.#lastBringer[id] = -1;
    }
    return id;
  }

  #evaluate(prepared: PreparedOption, values: Float64Array): Evaluation {
    let known = this.#evaluations.get(prepared);
    if (!known) this.#evaluations.set(prepared, (known = new Map()));
    const key = this.#keyOf(prepared.reads, values);
    let found = known.get(key);
    if (!found) known.set(key, (found = evaluateOption(prepared, values)));
    return found;
  }

  /**
   * The least that the points from `depth` on add, each on its own: undecided exports at their most favourable, options left
   * out whose requirements can no longer be met. The points before `decided` are.
   */
  #boundFrom(depth: number, decided: number, { present }: State, values: Float64Array): Sums {
    const settled = this.#settled[decided]!;
    const reads = this.#settledReads[decided]!;
    let words = 1;
    for (const word of this.#settledWords[decided]!) words = words * 2 + (present[word] ? 1 : 0);
    const key = words * RADIX ** reads.length + this.#keyOf(reads, values);
    const bounds = this.#bounds[depth + decided]!;
    let sums = bounds.get(key);
    if (!sums) {
      const optimistic = values.slice();
      EXPORT_SLOTS.forEach((slot, index) => {
        if (!settled[index]) optimistic[slot] = this.#favourable[index]!;
      });
      sums = NOTHING;
      for (const { options } of this.#space.points.slice(depth)) sums = addSums(sums, this.#least(options, decided, present, optimistic));
      bounds.set(key, sums);
    }
    return sums;
  }

  #least(options: readonly PreparedOption[], decided: number, present: Uint8Array, values: Float64Array): Sums {
    const least: Sums = { total: Infinity, monthly: Infinity, build: Infinity, run: Infinity, latencyP99: Infinity, logAvailability: -Infinity, parts: Infinity };
    for (const prepared of options) {
      const lost = prepared.option.requires.some((word) => {
        const id = this.#wordOf(word);
        return !present[id] && this.#lastBringer[id]! < decided;
      });
      if (lost) continue;
      const one = this.#evaluate(prepared, values);
      // Limits only tighten as exports turn less favourable (a law of the catalogue): what exceeds one here exceeds it everywhere.
      if (one.exceeded >= 0) continue;
      least.total = Math.min(least.total, one.total);
      least.monthly = Math.min(least.monthly, one.monthly);
      least.build = Math.min(least.build, one.build);
      least.run = Math.min(least.run, one.run);
      least.latencyP99 = Math.min(least.latencyP99, one.latencyP99);
      least.parts = Math.min(least.parts, prepared.option.parts);
      least.logAvailability = Math.max(least.logAvailability, Math.log(one.availability));
    }
    return least;
  }

  /** Whether every point that could set this export comes before `depth`. */
  #decidesExport(depth: number, index: number): boolean {
    return this.#space.points.slice(depth).every(({ options }) => options.every(({ exports }) => exports.every((one) => one.index !== index)));
  }

  #favourableExports(): Float64Array {
    const favourable = new Float64Array(EXPORT_NAMES.length);
    EXPORT_NAMES.forEach((name, index) => {
      const found = this.#space.points.flatMap(({ options }) =>
        options.flatMap((prepared) => prepared.exports.filter((one) => one.index === index).map((one) => one.compute(optionValues(prepared, this.#shared)))),
      );
      const all = [this.#shared[EXPORT_SLOTS[index]!]!, ...found];
      favourable[index] = FAVOURABLE_WHEN_HIGH.includes(name) ? Math.max(...all) : Math.min(...all);
    });
    return favourable;
  }

  #candidate(chosen: readonly PreparedOption[], sums: Sums): Candidate {
    const values = this.#shared.slice();
    const choices = chosen.map((prepared, index) => {
      const evaluation = this.#evaluate(prepared, values);
      applyExports(prepared, values);
      return { point: this.#space.points[index]!.id, option: prepared.option, evaluation };
    });
    const { total, monthly, build, run, latencyP99, parts } = sums;
    return { choices, total, monthly, build, run, latencyP99, parts, availability: Math.exp(sums.logAvailability) };
  }
}

interface Ranked {
  readonly prepared: PreparedOption;
  readonly evaluation: Evaluation;
  readonly weight: number;
  /** Words by number. */
  readonly brings: readonly number[];
  readonly conflicts: readonly number[];
  readonly requires: readonly number[];
}

/** How often each word is present or excluded by what is chosen, and the words awaited by the last point that can bring them. */
interface State {
  readonly present: Uint8Array;
  readonly excluded: Uint8Array;
  readonly awaited: number[][];
}

function leave({ brings, conflicts }: Ranked, opened: readonly number[], { present, excluded, awaited }: State, lastBringer: readonly number[]): void {
  for (const word of brings) present[word]! -= 1;
  for (const word of conflicts) excluded[word]! -= 1;
  for (const word of opened) awaited[lastBringer[word]!]!.pop();
}

const bringsOf = (option: Option): readonly string[] => [option.id, ...option.tags, ...option.provides];

function applyExports(prepared: PreparedOption, values: Float64Array): void {
  if (prepared.exports.length === 0) return;
  const own = optionValues(prepared, values);
  for (const { index, compute } of prepared.exports) values[EXPORT_SLOTS[index]!] = compute(own);
}

const addSums = (a: Sums, b: Sums): Sums => ({
  total: a.total + b.total,
  monthly: a.monthly + b.monthly,
  build: a.build + b.build,
  run: a.run + b.run,
  latencyP99: a.latencyP99 + b.latencyP99,
  logAvailability: a.logAvailability + b.logAvailability,
  parts: a.parts + b.parts,
});
